package dev.unglue.pipeline.parse;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageJob.Outcome;
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
   * Parses every page of the inputs, on all cores. What is handed on, and in which order, does not
   * depend on their number.
   *
   * @param inputs files, folders and globs; {@code -} is standard input
   * @param workingFolder where relative paths begin
   * @param standardInput read for {@code -} only
   * @param threads how many pages are parsed at a time
   * @param sink takes each page, in order
   * @param failures takes each input of which no page could be made
   */
  public static void parse(
      Settings settings,
      List<String> inputs,
      Path workingFolder,
      InputStream standardInput,
      int threads,
      Consumer<PageResult> sink,
      Consumer<Quarantined> failures) {
    Consumer<Outcome> taken =
        outcome -> outcome.match(parsed -> sink.accept(parsed.result()), failures);
    try (PageStream stream = new PageStream(new PageJob(settings), threads, taken)) {
      for (String input : inputs) {
        if (input.equals("-")) {
          take(RawInputs.ofText("input", standardInput, RawLimits.defaults()), stream);
        } else {
          RawInputs.of("input", List.of(input), workingFolder, RawLimits.defaults())
              .forEach(item -> take(item, stream));
        }
      }
      stream.finish();
    }
  }

  private static void take(RawItem item, PageStream stream) {
    if (item instanceof RawItem.Page page) {
      stream.accept(page.capture());
    } else if (item instanceof RawItem.Unreadable unreadable) {
      stream.refuse(unreadable.quarantined());
    }
  }
}
