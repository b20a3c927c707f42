package dev.unglue.cli.command;

import dev.unglue.cli.format.CostFormat;
import dev.unglue.cli.format.CsvPageFormat;
import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.cli.format.TablePageFormat;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.FailOnOption;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.read.RawInputs;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue parse}: one parse job. */
@Command(
    name = "parse",
    description = {
      "Reads pages and prints what they say: every value with its state, method, confidence and"
          + " the text that proves it. Stores nothing and needs no database."
    },
    exitCodeList = {
      "0:done",
      "1:done, with flags at or above --fail-on",
      "2:wrong usage or configuration",
      "3:done, some pages failed; each is named on standard error"
    },
    footer = {
      "  unglue parse page.html",
      "  unglue parse --explain page.txt          why a cell was read so",
      "  unglue parse --format json pages/ | jq .subjects",
      "  cat page.txt | unglue parse --format csv -",
      "",
      "json prints one object a page, each on one line.",
      "",
      "--cost counts, for each page, the same on every machine and any number of",
      "threads: its characters; cells that stand apart, in each row and column that",
      "they span (placed); characters of titles and sentences at which a form was",
      "tried (forms); characters tried as a cell that has run together with others, or",
      "as a name in a header (cells); ways to cut these that were carried on or",
      "weighed (readings); features weighed in lines without a known label (open);",
      "comparisons of the rules (rules); all of them together (steps)."
    })
public final class ParseCommand extends Subcommand {
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

  @Parameters(
      paramLabel = "PATH|URL|-",
      arity = "1..*",
      description =
          "Files, folders, globs; - for standard input. Sites are fetched by unglue fetch.")
  private List<String> inputs = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = Format.HELP)
  private Format format = Format.TABLE;

  @Option(
      names = "--explain",
      description =
          "Shows every open cell with its readings, rows that are too short first, then how each"
              + " row was cut whose cells had run together: probabilities and evidence; with"
              + " --format table.")
  private boolean explain;

  @Option(
      names = "--wide",
      description = "Cuts no value, as it is where the output is no terminal; with --format table.")
  private boolean wide;

  @Option(
      names = "--cost",
      description =
          "Prints instead what each page cost, in steps that are counted, not timed; with --format"
              + " table or json.")
  private boolean cost;

  @Mixin private FailOnOption failOn = new FailOnOption();

  private boolean flagged;
  private boolean failed;
  private boolean missing;

  @Override
  public Integer call() {
    check();
    Settings settings = unglue().settings();
    Consumer<PageResult> printer = printer(settings.catalogue());
    unglue()
        .jobs()
        .parse(settings, inputs, environment(), page -> take(page, printer), this::complain);
    out().flush();
    if (missing) {
      return ExitCode.USAGE;
    }
    if (failed) {
      return ExitCode.SOME_FAILED;
    }
    return flagged ? ExitCode.FLAGGED : ExitCode.DONE;
  }

  private void check() {
    if (explain && format != Format.TABLE) {
      throw JobException.usage("--explain: expected --format table, found " + format);
    }
    if (wide && format != Format.TABLE) {
      throw JobException.usage("--wide: expected --format table, found " + format);
    }
    if (cost && format == Format.CSV) {
      throw JobException.usage("--cost: expected --format table or json, found csv");
    }
    if (cost && explain) {
      throw JobException.usage("expected --cost or --explain, found both");
    }
    for (String input : inputs) {
      if (ADDRESS.matcher(input).matches()) {
        throw JobException.usage(
            "expected a file, a folder, a glob or - for standard input, found the address \""
                + input
                + "\"; unglue fetch brings the pages of a source, or"
                + " save the page and give its path");
      }
    }
  }

  private Consumer<PageResult> printer(Catalogue catalogue) {
    PrintWriter out = out();
    if (cost) {
      return new CostFormat(out, format == Format.JSON)::print;
    }
    return switch (format) {
      case TABLE ->
          new TablePageFormat(out, catalogue, wide || !environment().terminal(), explain)::print;
      case JSON -> new JsonPageFormat(out, catalogue)::print;
      case CSV -> new CsvPageFormat(out, catalogue)::print;
    };
  }

  private void take(PageResult page, Consumer<PageResult> printer) {
    printer.accept(page);
    flagged |= page.flags().stream().anyMatch(failOn::isReachedBy);
  }

  /** The message, and before it the page unless the message names its file. */
  private static String said(Quarantined failure) {
    String file = failure.page().replaceAll("#\\d+$", "");
    return failure.message().contains(file)
        ? failure.message()
        : failure.page() + ": " + failure.message();
  }

  private void complain(Quarantined failure) {
    say("unglue: " + TextTable.oneLine(said(failure)));
    failed = true;
    missing |= failure.reason().equals(RawInputs.MISSING);
  }
}
