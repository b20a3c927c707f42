package dev.unglue.cli;

import dev.unglue.load.FlagRow;
import dev.unglue.pipeline.FlagsJob;
import dev.unglue.pipeline.JobException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unglue flags}: what does not agree, with the text around both values. */
@Command(
    name = "flags",
    description = {
      "Shows what does not agree, the worst first: new, open and silenced flags, since when each is"
          + " known, and the text of the page around both values, each marked >>so<<."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage, or no such rule"},
    footer = {
      "",
      "Examples:",
      "  unglue flags --state new",
      "  unglue flags --rule cross_page_value --format csv > differ.csv",
      "  unglue flags --subject 'Head Teller' --format json"
    })
final class FlagsCommand implements Callable<Integer> {
  private static final List<String> STATES = List.of("new", "open", "fixed", "silenced");
  private static final List<String> COLUMNS =
      List.of(
          "rule",
          "severity",
          "state",
          "first_seen",
          "last_seen",
          "page",
          "subject",
          "attribute",
          "member",
          "expected",
          "actual",
          "here",
          "there",
          "message");

  private final Unglue unglue;
  private final Jobs jobs;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "new, open, fixed or silenced; default: all but fixed.")
  private String state = "";

  @Option(names = "--rule", paramLabel = "ID", description = "Only flags of this rule.")
  private String rule = "";

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Only flags about the subject of this slug or name.")
  private String subject = "";

  @Mixin private FormatOption format = new FormatOption();

  FlagsCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    if (!state.isEmpty() && !STATES.contains(state)) {
      throw new JobException(
          JobException.Reason.USAGE,
          "--state: expected one of %s, found \"%.80s\""
              .formatted(String.join(", ", STATES), state));
    }
    Rows rows = new Rows(COLUMNS);
    jobs.flags(
            new FlagsJob.Request(
                unglue.out(), unglue.environment().workingFolder(), state, rule, subject))
        .forEach(shown -> rows.add(cells(shown)));
    rows.print(format.get(), unglue.environment().out());
    return ExitCode.DONE;
  }

  private static List<Object> cells(FlagsJob.Shown shown) {
    FlagRow flag = shown.flag();
    return Arrays.asList(
        flag.rule(),
        flag.severity(),
        flag.state(),
        flag.firstSeen(),
        flag.lastSeen(),
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        shown.here(),
        shown.there(),
        flag.message());
  }
}
