package dev.unglue.pipeline.shadow;

import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.PageStream;
import dev.unglue.pipeline.parse.ParseJob;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.RawLimits;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads pages as a run would, and compares; loads nothing, needs no store. */
public final class ShadowJob {
  private ShadowJob() {}

  /**
   * The files that the enabled sources of a configuration read, those in the raw store among them.
   *
   * @param raw the raw store
   * @param workingFolder where relative paths begin
   * @throws JobException if there are none
   */
  public static List<String> inputs(Settings settings, Path raw, Path workingFolder) {
    List<String> inputs = new ArrayList<>();
    for (Source source : settings.enabledSources()) {
      if (source.pages() instanceof Source.Files files) {
        inputs.addAll(files.patterns());
      } else if (Files.isDirectory(raw.resolve(source.name()))) {
        inputs.add(shown(raw.resolve(source.name()), workingFolder));
      }
    }
    if (inputs.isEmpty()) {
      throw JobException.usage(
          "nothing to compare: expected an enabled source with pages, or pages by PATH, found none in %s"
              .formatted(settings.origin()));
    }
    return inputs;
  }

  private static String shown(Path path, Path workingFolder) {
    Path folder = path.startsWith(workingFolder) ? workingFolder.relativize(path) : path;
    return folder.toString().replace('\\', '/');
  }

  /**
   * Reads every page of the inputs.
   *
   * @param threads how many pages are read at a time
   * @param sink takes each page, in order
   * @param failures takes each input of which no page could be made
   */
  public static void read(
      Settings settings,
      List<String> inputs,
      Path workingFolder,
      int threads,
      Consumer<ShadowReading> sink,
      Consumer<Quarantined> failures) {
    ParseJob.parse(
        settings,
        inputs,
        workingFolder,
        new ByteArrayInputStream(new byte[0]),
        threads,
        result -> sink.accept(ShadowReading.of(result.page())),
        failures);
  }

  /**
   * Reads every page of the inputs by two configurations, side by side.
   *
   * @param threads how many pages are read at a time by each
   * @param failures takes each input that the present configuration makes no page of
   */
  public static void compare(
      Settings before,
      Settings after,
      List<String> inputs,
      Path workingFolder,
      int threads,
      ReadingComparison comparison,
      Consumer<Quarantined> failures) {
    try (PageStream now = stream(before, threads, comparison::before, failures);
        PageStream then = stream(after, threads, comparison::after, failure -> {})) {
      RawInputs.of("input", inputs, workingFolder, RawLimits.defaults())
          .forEach(
              item -> {
                if (item instanceof RawItem.Page page) {
                  now.accept(page.capture());
                  then.accept(page.capture());
                } else if (item instanceof RawItem.Unreadable unreadable) {
                  failures.accept(unreadable.quarantined());
                }
              });
      now.finish();
      then.finish();
    }
  }

  private static PageStream stream(
      Settings settings,
      int threads,
      Consumer<ShadowReading> sink,
      Consumer<Quarantined> failures) {
    return new PageStream(
        new PageJob(settings),
        threads,
        outcome ->
            outcome.match(
                parsed -> sink.accept(ShadowReading.of(parsed.result().page())), failures));
  }
}
