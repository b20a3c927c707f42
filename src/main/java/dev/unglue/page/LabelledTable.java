package dev.unglue.page;

import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Section;
import dev.unglue.normalize.RowKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table, and what the catalogue says of each of its rows.
 *
 * @param table as its reader found it
 * @param kinds one a row
 */
record LabelledTable(PageTable table, List<RowKind> kinds) {
  private static final List<Section> NONE = List.of();

  LabelledTable {
    kinds = List.copyOf(kinds);
  }

  /** A table and its rows as the catalogue knows them. */
  static LabelledTable of(PageTable table, RowKinds kinds) {
    List<RowKind> known = new ArrayList<>();
    table.rows().forEach(row -> known.add(kinds.of(row)));
    return new LabelledTable(table, known);
  }

  /** Its rows, in order. */
  List<Row> rows() {
    return table.rows();
  }

  /** True if the catalogue knows a label of the table. */
  boolean isKnown() {
    return kinds.stream().anyMatch(RowKind::isKnown);
  }

  /** The part of the page that most of its labels belong to. */
  Section section() {
    return section(kinds);
  }

  /** The part of the page that most of these rows belong to; of several the first. */
  static Section section(List<RowKind> kinds) {
    Map<Section, Integer> votes = new LinkedHashMap<>();
    for (RowKind kind : kinds) {
      for (Section section : kind.isKnown() ? kind.attributes().get(0).sections() : NONE) {
        votes.merge(section, 1, Integer::sum);
      }
    }
    Section section = Section.PAGE;
    int most = 0;
    for (Map.Entry<Section, Integer> vote : votes.entrySet()) {
      section = vote.getValue() > most ? vote.getKey() : section;
      most = Math.max(most, vote.getValue());
    }
    return section;
  }
}
