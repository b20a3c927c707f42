package dev.unglue.serve.page;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.Locale;

/**
 * A table as it was read.
 *
 * @param layout the shape it came in
 * @param section the part of the page
 * @param header the names of its columns
 * @param rows its body
 */
public record GridView(String layout, String section, List<CellView> header, List<RowView> rows) {
  /** Copies the lists. */
  public GridView {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * A cell.
   *
   * @param text as read
   * @param span {@code start-end}; empty where it stands nowhere
   */
  public record CellView(String text, String span) {
    private static final int LONGEST = 300;

    static CellView of(Slice slice) {
      return new CellView(CodePoints.cut(slice.text(), LONGEST), place(slice.span()));
    }
  }

  /**
   * A row.
   *
   * @param label its label
   * @param attributes ids of its attributes
   * @param read true if its cells are known
   * @param state what became of it
   * @param method how it was split
   * @param cells its cells; the whole text where it is open
   * @param readings the ways to read it, where it is open
   * @param notes what stands in it and is no cell
   */
  public record RowView(
      CellView label,
      String attributes,
      boolean read,
      String state,
      String method,
      List<CellView> cells,
      List<ReadingView> readings,
      List<CellView> notes) {}

  private static final int MOST_COLUMNS = 60;
  private static final int MOST_READINGS = 3;

  /** The same with those of its rows alone. */
  GridView with(List<RowView> shown) {
    return new GridView(layout, section, header, shown);
  }

  /** What a row of it weighs on a page, in cells. */
  static int weight(RowView row) {
    return 1 + row.cells().size() + 3 * row.readings().size();
  }

  /**
   * A way to read a row.
   *
   * @param percent how likely it is
   * @param cells what each column would hold
   * @param reasons what speaks for it and against it
   */
  public record ReadingView(String percent, List<String> cells, String reasons) {
    /** As {@code parse --explain} prints it. */
    public static ReadingView of(Reading reading) {
      return new ReadingView(
          String.format(Locale.ROOT, "%.1f %%", 100 * reading.probability()),
          reading.texts(),
          reading.reasons());
    }
  }

  static GridView of(Grid grid) {
    return new GridView(
        grid.layout().id(),
        grid.section().id(),
        grid.header().stream().limit(MOST_COLUMNS).map(CellView::of).toList(),
        grid.rows().stream().map(GridView::row).toList());
  }

  private static RowView row(GridRow row) {
    boolean read = row.state() == RowState.READ;
    return new RowView(
        CellView.of(row.label()),
        String.join(", ", row.attributes()),
        read,
        row.state().name().toLowerCase(Locale.ROOT),
        row.method(),
        cells(row).stream().limit(MOST_COLUMNS).map(CellView::of).toList(),
        read
            ? List.of()
            : row.readings().stream().limit(MOST_READINGS).map(ReadingView::of).toList(),
        row.notes().stream().map(CellView::of).toList());
  }

  /** The cells of a row that was read; of an open one its whole text. */
  static List<Slice> cells(GridRow row) {
    boolean apart = row.state() == RowState.READ || (!row.joined() && !row.cells().isEmpty());
    return apart ? row.cells() : List.of(row.body());
  }

  /** A place as marks and cells name it. */
  static String place(Span span) {
    return span.length() == 0 ? "" : span.start() + "-" + span.end();
  }
}
