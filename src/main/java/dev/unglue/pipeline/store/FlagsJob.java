package dev.unglue.pipeline.store;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.model.page.Capture;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.FlagList;
import dev.unglue.store.row.FlagRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What does not agree, with the text around both places. */
public final class FlagsJob {
  private FlagsJob() {}

  /**
   * Which flags are asked for.
   *
   * @param out the folder of the results
   * @param workingFolder where the paths of captures begin
   * @param state {@code new}, {@code open}, {@code fixed} or {@code silenced}; empty for all but
   *     those fixed
   * @param rule id of the rule; empty for all
   * @param subject slug or name of the subject; empty for all
   */
  public record Request(Path out, Path workingFolder, String state, String rule, String subject) {}

  /**
   * A flag with its proof.
   *
   * @param flag the flag
   * @param here the text around the actual value, which is marked {@code >>so<<}; empty where the
   *     capture is no longer there or the whole page is meant
   * @param there the same around the other value
   */
  public record Shown(FlagRow flag, String here, String there) {}

  /**
   * The flags, the worst first.
   *
   * @throws JobException if nothing is stored or the rule is unknown
   */
  public static List<Shown> flags(Request request) {
    return StoreReading.ask(request.out(), store -> flags(new FlagList(store), request));
  }

  private static List<Shown> flags(FlagList list, Request request) {
    check(request.rule(), list.rules());
    List<FlagRow> rows = list.find(request.state(), request.rule(), request.subject());
    Map<String, Capture> texts =
        RawTexts.of(rows.stream().flatMap(RawTexts::places), request.workingFolder());
    return rows.stream()
        .map(
            row ->
                new Shown(
                    row, RawTexts.around(row.here(), texts), RawTexts.around(row.there(), texts)))
        .toList();
  }

  private static void check(String rule, List<String> known) {
    if (!rule.isEmpty() && !known.contains(rule)) {
      throw JobException.usage(
          "--rule: expected a rule of src/docs/RULES.md that was evaluated, found \"%.80s\"%s"
              .formatted(rule, Spelling.hint(rule, known)));
    }
  }
}
