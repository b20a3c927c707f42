package dev.unglue.model.page;

import dev.unglue.model.value.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One row of a table after splitting.
 *
 * @param label the label as printed
 * @param attributes ids of the attributes that the label names; empty for an unknown label
 * @param state what became of the row
 * @param joined true if the cells had run together and were split by us
 * @param body the text after the label
 * @param cells one a subject where the row was read; of a row that is open in a table of unknown
 *     labels those of its likeliest reading; else the cells as found
 * @param method how it was split: {@code cell}, {@code unique}, or the evidence that decided
 * @param readings the likeliest readings, best first, for a row that was joined; else empty
 * @param certain by column, the cells that are certain in a row that is ambiguous as a whole
 * @param notes what stands in the row and is no cell of a subject: its number, a unit, a verdict
 */
public record GridRow(
    Slice label,
    List<String> attributes,
    RowState state,
    boolean joined,
    Slice body,
    List<Slice> cells,
    String method,
    List<Reading> readings,
    Map<Integer, Slice> certain,
    List<Slice> notes) {

  /** What became of a row. */
  public enum RowState {
    /** As many cells as subjects. */
    READ,
    /** Several readings remain. */
    AMBIGUOUS,
    /** Fewer cells than subjects, and the layout does not tell whose they are. */
    SHORT,
    /** More cells than subjects. */
    LONG,
    /** No reading fits. */
    UNPARSED
  }

  /** A row without notes. */
  public GridRow(
      Slice label,
      List<String> attributes,
      RowState state,
      boolean joined,
      Slice body,
      List<Slice> cells,
      String method,
      List<Reading> readings,
      Map<Integer, Slice> certain) {
    this(label, attributes, state, joined, body, cells, method, readings, certain, List.of());
  }

  /** Copies the lists. */
  public GridRow {
    attributes = List.copyOf(attributes);
    cells = List.copyOf(cells);
    readings = List.copyOf(readings);
    notes = List.copyOf(notes);
    certain = Collections.unmodifiableMap(new TreeMap<>(certain));
  }

  /** The same row, read so. */
  public GridRow readAs(List<Slice> decided, String by) {
    return new GridRow(
        label, attributes, RowState.READ, joined, body, decided, by, readings, Map.of(), notes);
  }

  /** The same, its label without that end, if it has it and says something before. */
  GridRow withoutEnd(String end) {
    int length = label.text().length() - end.length();
    if (length < 1 || !label.text().endsWith(end)) {
      return this;
    }
    Slice bare =
        new Slice(
            label.text().substring(0, length).stripTrailing(),
            new Span(label.span().start(), label.span().end() - end.length()));
    return new GridRow(
        bare, attributes, state, joined, body, cells, method, readings, certain, notes);
  }

  /** The same at another place. */
  GridRow moved(UnaryOperator<Span> place) {
    Map<Integer, Slice> known = new TreeMap<>(certain);
    known.replaceAll((column, cell) -> cell.moved(place));
    return new GridRow(
        label.moved(place),
        attributes,
        state,
        joined,
        body.moved(place),
        Slice.moved(cells, place),
        method,
        readings.stream().map(reading -> reading.moved(place)).toList(),
        known,
        Slice.moved(notes, place));
  }
}
