package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Slice;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.RuleFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows of a page that rules look at. */
final class SpilledRows {
  private SpilledRows() {}

  /** Those in that state whose cells have run together. */
  static List<GridRow> joined(List<GridRow> rows, RowState state) {
    List<GridRow> joined = new ArrayList<>();
    for (GridRow row : rows) {
      if (row.joined() && row.state() == state) {
        joined.add(row);
      }
    }
    return joined;
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

  /** True if an attribute of the catalogue that the row's label names is so. */
  static boolean isOfAny(GridRow row, RuleFindings findings, Predicate<Attribute> so) {
    for (String id : row.attributes()) {
      Attribute attribute = findings.catalogue().attributes().get(id);
      if (attribute != null && so.test(attribute)) {
        return true;
      }
    }
    return false;
  }

  /** The first attribute of those that the label names. */
  private static String attribute(GridRow row) {
    return row.attributes().isEmpty() ? Observation.UNMAPPED : row.attributes().get(0);
  }
}
