package dev.unglue.cli.command;

import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.model.value.Fact;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.HistoryJob;
import dev.unglue.store.row.FactSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue history}: one value over time, or the data set as of any day. */
@Command(
    name = "history",
    description = {
      "Shows what was believed of a subject, since when and until when, and what each page said;"
          + " or, with --at, what held at a moment, of all subjects where none is named."
    },
    exitCodeList = {"0:done", "2:wrong usage, or no such subject or attribute"},
    footer = {
      "  unglue history head-teller yearly_salary_usd",
      "  unglue history 'Head Teller' --format json",
      "  unglue history --at 2026-03-01T00:00:00Z --format csv > march.csv",
      "",
      "json prints one object a row, each on one line: a belief and one of its sources."
    })
public final class HistoryCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "SUBJECT",
      description = "Slug or name of the subject; may be left out with --at.")
  private String subject = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: " + Format.HELP)
  private Format format = Format.TABLE;

  @Parameters(
      arity = "0..1",
      paramLabel = "ATTRIBUTE",
      description = "Id of the attribute; default: all.")
  private String attribute = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "Shows what held at this moment, without sources.")
  private Optional<Instant> at = Optional.empty();

  @Override
  public Integer call() {
    if (subject.isEmpty() && at.isEmpty()) {
      throw JobException.usage(
          "expected a SUBJECT, or --at for all of them, found neither; Try: unglue history --help");
    }
    List<Line> lines =
        HistoryJob.history(unglue().out(), subject, attribute, at).stream()
            .flatMap(this::lines)
            .toList();
    RowPrinter<Line> rows = at.isEmpty() ? sources() : beliefs();
    rows.print(lines, format, out());
    return ExitCode.DONE;
  }

  /** A belief and one of its sources; without a source where none is asked for or there is none. */
  private record Line(FactSpan span, FactSpan.@Nullable Source source) {
    Fact fact() {
      return span.fact();
    }

    @Nullable Object value() {
      BigDecimal number = fact().valueNum();
      return number == null ? fact().valueText() : number;
    }

    /** What the source says of one thing. */
    @Nullable Object said(Function<FactSpan.Source, @Nullable Object> what) {
      return source == null ? null : what.apply(source);
    }
  }

  private Stream<Line> lines(FactSpan span) {
    return at.isPresent() || span.sources().isEmpty()
        ? Stream.of(new Line(span, null))
        : span.sources().stream().map(source -> new Line(span, source));
  }

  private static RowPrinter<Line> beliefs() {
    return new RowPrinter<Line>()
        .column("subject", line -> line.span().subject())
        .column("slug", line -> line.fact().subject())
        .column("attribute", line -> line.fact().attribute())
        .column("member", line -> line.fact().member())
        .column("ordinal", line -> line.fact().ordinal())
        .column("valid_from", line -> line.fact().validFrom())
        .column("valid_to", line -> line.fact().validTo())
        .column("value", Line::value)
        .column("unit", line -> line.span().unit())
        .column("resolution", line -> line.fact().resolution())
        .column("support", line -> line.fact().support())
        .column("dissent", line -> line.fact().dissent());
  }

  private static RowPrinter<Line> sources() {
    return beliefs()
        .column("page", line -> line.said(FactSpan.Source::page))
        .column("seen_at", line -> line.said(FactSpan.Source::seenAt))
        .column("said", line -> line.said(FactSpan.Source::value))
        .column("raw_text", line -> line.said(FactSpan.Source::rawText))
        .column("raw_start", line -> line.said(FactSpan.Source::rawStart))
        .column("raw_end", line -> line.said(FactSpan.Source::rawEnd))
        .column("layout", line -> line.said(FactSpan.Source::layout))
        .column("method", line -> line.said(FactSpan.Source::method))
        .column("confidence", line -> line.said(from -> BigDecimal.valueOf(from.confidence())));
  }
}
