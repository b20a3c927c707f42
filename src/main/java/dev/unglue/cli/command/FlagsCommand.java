package dev.unglue.cli.command;

import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.FlagsJob;
import dev.unglue.store.row.FlagRow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue flags}: what does not agree, with the text around both values. */
@Command(
    name = "flags",
    description = {
      "Shows what does not agree, the worst first: new, open and silenced flags, since when each is"
          + " known, and the text of the page around both values, each marked >>so<<."
    },
    exitCodeList = {"0:done", "2:wrong usage, or no such rule"},
    footer = {
      "  unglue flags --state new",
      "  unglue flags --rule cross_page_value --format csv > differ.csv",
      "  unglue flags --subject 'Head Teller' --format json"
    })
public final class FlagsCommand extends Subcommand {
  private static final List<String> STATES = List.of("new", "open", "fixed", "silenced");
  private static final RowPrinter<FlagsJob.Shown> ROWS =
      new RowPrinter<FlagsJob.Shown>()
          .column("rule", shown -> shown.flag().rule())
          .column("severity", shown -> shown.flag().severity())
          .column("state", shown -> shown.flag().state())
          .column("first_seen", shown -> shown.flag().firstSeen())
          .column("last_seen", shown -> shown.flag().lastSeen())
          .column("page", shown -> shown.flag().page())
          .column("subject", shown -> shown.flag().subject())
          .column("attribute", shown -> shown.flag().attribute())
          .column("member", shown -> shown.flag().member())
          .column("expected", shown -> shown.flag().expected())
          .column("actual", shown -> shown.flag().actual())
          .column("here", FlagsJob.Shown::here)
          .column("there", FlagsJob.Shown::there)
          .column("message", shown -> shown.flag().message())
          .told(FlagsCommand::lines);

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

  @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: " + Format.HELP)
  private Format format = Format.TABLE;

  private static List<String> lines(FlagsJob.Shown shown) {
    FlagRow flag = shown.flag();
    String life = "  %s, since %s".formatted(flag.state(), flag.firstSeen());
    List<String> lines =
        new ArrayList<>(WrappedText.flag(flag.severity(), flag.rule(), life, flag.message()));
    if (!shown.here().isEmpty()) {
      lines.addAll(WrappedText.lines("  here   " + shown.here(), 9));
    }
    if (!shown.there().isEmpty() && !shown.there().equals(shown.here())) {
      lines.addAll(WrappedText.lines("  there  " + shown.there(), 9));
    }
    return lines;
  }

  @Override
  public Integer call() {
    if (!state.isEmpty() && !STATES.contains(state)) {
      throw JobException.usage(
          "--state: expected one of %s, found \"%.80s\""
              .formatted(String.join(", ", STATES), state));
    }
    FlagsJob.Request request =
        new FlagsJob.Request(unglue().out(), workingFolder(), state, rule, subject);
    ROWS.print(FlagsJob.flags(request), format, out());
    return ExitCode.DONE;
  }
}
