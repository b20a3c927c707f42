package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.RuleFindings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a page that rules look at. */
final class SpilledRows {
  private SpilledRows() {}

  /** Every row of every table. */
  static List<GridRow> all(ParsedPage page) {
    return page.tables().stream().flatMap(grid -> grid.rows().stream()).toList();
  }

  /** Those in that state whose cells have run together. */
  static List<GridRow> joined(List<GridRow> rows, RowState state) {
    return rows.stream().filter(row -> row.joined() && row.state() == state).toList();
  }

  /**
   * The rows to judge by their shape: none on a page of which the catalogue knows no label, whose
   * grid is kept as it is and gives no value.
   */
  static List<GridRow> judged(ParsedPage page) {
    return hasKnownLabel(page) ? all(page) : List.of();
  }

  /** True if the catalogue knows the label of a row of the page. */
  static boolean hasKnownLabel(ParsedPage page) {
    return page.tables().stream().anyMatch(SpilledRows::hasKnownLabel);
  }

  private static boolean hasKnownLabel(Grid grid) {
    return grid.rows().stream().anyMatch(row -> !row.attributes().isEmpty());
  }

  /** Begins a flag about a row. */
  static FlagDraft flag(GridRow row, RuleFindings findings) {
    return findings.flag().attribute(attribute(row));
  }

  /** The row's label, quoted. */
  static String label(GridRow row) {
    return Quote.of(row.label().text());
  }

  /** Cells as people read them: {@code 4 | 12}. */
  static String text(List<Slice> cells) {
    return cells.stream().map(Slice::text).collect(Collectors.joining(" | "));
  }

  /** The attributes of the catalogue that a row's label names. */
  static Stream<Attribute> attributes(GridRow row, RuleFindings findings) {
    return row.attributes().stream().flatMap(id -> findings.catalogue().attribute(id).stream());
  }

  /** The first attribute of those that the label names. */
  private static String attribute(GridRow row) {
    return row.attributes().isEmpty() ? Observation.UNMAPPED : row.attributes().get(0);
  }
}
