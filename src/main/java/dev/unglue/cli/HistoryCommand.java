package dev.unglue.cli;

import dev.unglue.load.FactSpan;
import dev.unglue.model.Fact;
import dev.unglue.pipeline.HistoryJob;
import dev.unglue.pipeline.JobException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue history}: one value over time, or the data set as of any day. */
@Command(
    name = "history",
    description = {
      "Shows what was believed of a subject, since when and until when, and what each page said;"
          + " or, with --at, what held at a moment, of all subjects where none is named."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage, or no such subject or attribute"},
    footer = {
      "",
      "Examples:",
      "  unglue history head-teller yearly_salary_usd",
      "  unglue history 'Head Teller' --format json",
      "  unglue history --at 2026-03-01T00:00:00Z --format csv > march.csv",
      "",
      "json prints one object a row, each on one line: a belief and one of its sources."
    })
final class HistoryCommand implements Callable<Integer> {
  private static final List<String> BELIEF =
      List.of(
          "subject",
          "slug",
          "attribute",
          "member",
          "ordinal",
          "valid_from",
          "valid_to",
          "value",
          "unit",
          "resolution",
          "support",
          "dissent");
  private static final List<String> SOURCE =
      List.of(
          "page",
          "seen_at",
          "said",
          "raw_text",
          "raw_start",
          "raw_end",
          "layout",
          "method",
          "confidence");

  private final Unglue unglue;
  private final Jobs jobs;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SUBJECT",
      description = "Slug or name of the subject; may be left out with --at.")
  private String subject = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ATTRIBUTE",
      description = "Id of the attribute; default: all.")
  private String attribute = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "Shows what held at this moment, without sources.")
  private @Nullable Instant at;

  @Mixin private FormatOption format = new FormatOption();

  HistoryCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    if (subject.isEmpty() && at == null) {
      throw new JobException(
          JobException.Reason.USAGE,
          "expected a SUBJECT, or --at for all of them, found neither; Try: unglue history --help");
    }
    List<FactSpan> spans =
        jobs.history(
            new HistoryJob.Request(unglue.out(), subject, attribute, Optional.ofNullable(at)));
    rows(spans).print(format.get(), unglue.environment().out());
    return ExitCode.DONE;
  }

  private Rows rows(List<FactSpan> spans) {
    List<String> columns = new ArrayList<>(BELIEF);
    columns.addAll(at == null ? SOURCE : List.of());
    Rows rows = new Rows(columns);
    for (FactSpan span : spans) {
      if (at != null || span.sources().isEmpty()) {
        rows.add(cells(span, at == null ? new @Nullable Object[SOURCE.size()] : new Object[0]));
      }
      span.sources().forEach(source -> rows.add(cells(span, cells(source))));
    }
    return rows;
  }

  private static List<@Nullable Object> cells(FactSpan span, @Nullable Object[] source) {
    Fact fact = span.fact();
    BigDecimal number = fact.valueNum();
    List<@Nullable Object> cells =
        new ArrayList<>(
            Arrays.asList(
                span.subject(),
                fact.subject(),
                fact.attribute(),
                fact.member(),
                fact.ordinal(),
                fact.validFrom(),
                fact.validTo(),
                number == null ? fact.valueText() : number,
                span.unit(),
                fact.resolution(),
                fact.support(),
                fact.dissent()));
    cells.addAll(Arrays.asList(source));
    return cells;
  }

  private static @Nullable Object[] cells(FactSpan.Source source) {
    return new @Nullable Object[] {
      source.page(),
      source.seenAt(),
      source.value(),
      source.rawText(),
      source.rawStart(),
      source.rawEnd(),
      source.layout(),
      source.method(),
      BigDecimal.valueOf(source.confidence())
    };
  }
}
