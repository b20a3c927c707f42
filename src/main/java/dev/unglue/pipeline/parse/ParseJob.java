package dev.unglue.pipeline.parse;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.RawLimits;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One parse job: reads pages and hands on what is on them; loads nothing, needs no store. */
public final class ParseJob {
  private ParseJob() {}

  /**
   * Parses every page of the inputs, one after the other.
   *
   * @param inputs files, folders and globs; {@code -} is standard input
   * @param workingFolder where relative paths begin
   * @param standardInput read for {@code -} only
   * @param sink takes each page, in order
   * @param failures takes each input of which no page could be made
   */
  public static void parse(
      Settings settings,
      List<String> inputs,
      Path workingFolder,
      InputStream standardInput,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures) {
    PageJob job = new PageJob(settings);
    Consumer<RawItem> take =
        item -> {
          if (item instanceof RawItem.Page page) {
            job.run(page.capture()).match(parsed -> sink.accept(parsed.result()), failures);
          } else if (item instanceof RawItem.Unreadable unreadable) {
            failures.accept(unreadable.quarantined());
          }
        };
    for (String input : inputs) {
      if (input.equals("-")) {
        take.accept(RawInputs.ofText("input", standardInput, RawLimits.defaults()));
      } else {
        RawInputs.of("input", List.of(input), workingFolder, RawLimits.defaults()).forEach(take);
      }
    }
  }
}
