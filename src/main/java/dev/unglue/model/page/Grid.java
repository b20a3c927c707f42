package dev.unglue.model.page;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One table of a page as read: the grid, also for pages whose labels are not in the catalogue.
 *
 * @param layout the shape it came in
 * @param section the part of the page, by its labels; {@code PAGE} where no label tells
 * @param header the names of the columns; empty where the table has no header
 * @param headerShifted true if the header's empty corner was dropped and the row padded on the
 *     right
 * @param headerMethod how the header was split: {@code cell}, or the evidence that decided
 * @param rows the body
 */
public record Grid(
    Layout layout,
    Section section,
    List<Slice> header,
    boolean headerShifted,
    String headerMethod,
    List<GridRow> rows) {
  /** Copies the lists. */
  public Grid {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** The same table with these rows. */
  public Grid with(List<GridRow> others) {
    return new Grid(layout, section, header, headerShifted, headerMethod, others);
  }

  /** The same without what stands behind labels: a question that opens help, a colon behind all. */
  public Grid withBareLabels() {
    return with(rows.stream().map(row -> row.withoutEnd("[?]").withoutEnd("(?)")).toList())
        .withoutColons();
  }

  private Grid withoutColons() {
    List<GridRow> labelled =
        rows.stream()
            .filter(row -> row.state() == GridRow.RowState.READ && !row.label().text().isEmpty())
            .toList();
    boolean all = labelled.stream().allMatch(row -> row.label().text().endsWith(":"));
    return labelled.size() < 2 || !all
        ? this
        : with(rows.stream().map(row -> row.withoutEnd(":")).toList());
  }

  /** The same at another place. */
  public Grid moved(UnaryOperator<Span> place) {
    return new Grid(
        layout,
        section,
        Slice.moved(header, place),
        headerShifted,
        headerMethod,
        rows.stream().map(row -> row.moved(place)).toList());
  }
}
