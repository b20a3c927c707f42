package dev.unglue.cli.format;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Reading;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why the cells of a page were read so: first the rows that are too short to tell whose their cells
 * are, then all else that is open, then how rows were cut that had run together.
 */
final class PageExplanation {
  private static final int LONGEST_TEXT = 60;
  private static final List<RowState> OPEN_FIRST =
      List.of(RowState.SHORT, RowState.AMBIGUOUS, RowState.LONG, RowState.UNPARSED, RowState.READ);

  private final String mediaType;
  private final List<String> lines = new ArrayList<>();

  /** By place, the first open cell there. */
  private final Map<Span, Observation> open = new LinkedHashMap<>();

  private PageExplanation(ParsedPage page) {
    this.mediaType = page.ref().mediaType();
    for (Observation each : page.observations()) {
      if (each.state() == State.AMBIGUOUS || each.state() == State.UNPARSED) {
        open.putIfAbsent(each.span(), each);
      }
    }
  }

  /** The explanation, line by line; empty for a page of which all cells stand apart. */
  static List<String> of(ParsedPage page) {
    PageExplanation explanation = new PageExplanation(page);
    List<GridRow> rows =
        page.tables().stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> row.joined() || row.state() != RowState.READ)
            .sorted(Comparator.comparing(row -> OPEN_FIRST.indexOf(row.state())))
            .toList();
    rows.stream().filter(row -> row.state() != RowState.READ).forEach(explanation::row);
    explanation.others(rows);
    rows.stream().filter(row -> row.state() == RowState.READ).forEach(explanation::row);
    return explanation.lines;
  }

  private void row(GridRow row) {
    head(row.label().text(), row.body().text(), what(row));
    if (!row.readings().isEmpty()) {
      row.readings().forEach(reading -> lines.add(explained(reading)));
    } else if (open.containsKey(row.body().span())) {
      candidates(open.get(row.body().span()));
    }
  }

  private static String what(GridRow row) {
    int cells = row.cells().size();
    return switch (row.state()) {
      case READ -> "read by " + row.method();
      case AMBIGUOUS -> "ambiguous by " + row.method();
      case SHORT -> "short_row_side_ambiguous: fewer cells than subjects, and nothing tells whose";
      case LONG -> "column_count: %d cells, more than there are subjects".formatted(cells);
      case UNPARSED -> "unparsed: no reading fits";
    };
  }

  /** What is open and stands in no open row: a sentence, an item of a list, one cell of a row. */
  private void others(List<GridRow> rows) {
    Map<Span, Boolean> told = new HashMap<>();
    rows.stream()
        .filter(row -> row.state() != RowState.READ)
        .forEach(row -> told.put(row.body().span(), true));
    for (Observation each : open.values()) {
      boolean within =
          told.keySet().stream()
              .anyMatch(
                  span -> span.start() <= each.span().start() && each.span().end() <= span.end());
      if (!within) {
        String part = each.member().isEmpty() ? "" : " " + each.member();
        head(each.attribute() + part, shown(each), each.state().id() + " by " + each.method());
        candidates(each);
      }
    }
  }

  /** As a reader sees it: a cell that was not read is quoted from the source. */
  private String shown(Observation cell) {
    return Markup.shown(cell.rawText(), mediaType);
  }

  private void head(String name, String text, String what) {
    lines.add("");
    lines.add("%s  \"%s\"  %s".formatted(name, cut(text), what));
  }

  private void candidates(Observation cell) {
    for (Candidate each : cell.candidates()) {
      lines.add(reading(each.probability(), each.reading()));
    }
  }

  /** A reading with its probability and the evidence that speaks for it. */
  static String explained(Reading reading) {
    String evidence = reading.reasons();
    return reading(reading.probability(), reading.texts())
        + (evidence.isEmpty() ? "" : "  (" + evidence + ")");
  }

  private static String reading(double probability, List<String> cells) {
    String shown =
        cells.stream()
            .map(cell -> cell.isEmpty() ? "(empty)" : cut(cell))
            .collect(Collectors.joining(" | "));
    return String.format(Locale.ROOT, "  %.4f  %s", probability, shown);
  }

  private static String cut(String text) {
    return CodePoints.length(text) <= LONGEST_TEXT ? text : CodePoints.cut(text, LONGEST_TEXT + 1);
  }
}
