package dev.unglue.extract.table.role;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that was folded to save room, its lower part to the right of the upper one: {@code
 * Quantity | Mars | Venus | Quantity | Mars | Venus}.
 */
final class FoldedColumns {
  /** A label and two cells. */
  private static final int NARROWEST = 3;

  private FoldedColumns() {}

  /** The rows one below the other, under the header once; as they are where nothing is folded. */
  static List<CellRow> unfolded(List<CellRow> rows) {
    int all = rows.isEmpty() ? 0 : rows.get(0).cells().size();
    int width = all == 0 ? 0 : foldedAt(rows.get(0).cells());
    if (width == 0 || rows.stream().anyMatch(row -> row.cells().size() > all)) {
      return rows;
    }
    List<CellRow> unfolded = new ArrayList<>(List.of(part(rows.get(0), 0, width)));
    for (int from = 0; from < all; from += width) {
      for (CellRow row : rows.subList(1, rows.size())) {
        if (from < row.cells().size()) {
          unfolded.add(part(row, from, width));
        }
      }
    }
    return unfolded;
  }

  /** Cells of the header that come again to its end, all different; 0 if none do. */
  private static int foldedAt(List<SourceText> header) {
    List<String> texts = header.stream().map(SourceText::text).toList();
    int width = texts.subList(1, texts.size()).indexOf(texts.get(0)) + 1;
    if (width < NARROWEST || texts.size() % width != 0) {
      return 0;
    }
    List<String> once = texts.subList(0, width);
    for (int from = width; from < texts.size(); from += width) {
      if (!texts.subList(from, from + width).equals(once)) {
        return 0;
      }
    }
    boolean named = once.stream().skip(1).noneMatch(String::isEmpty);
    return named && once.stream().distinct().count() == width ? width : 0;
  }

  private static CellRow part(CellRow row, int from, int width) {
    List<SourceText> cells = row.cells().subList(from, Math.min(from + width, row.cells().size()));
    return new CellRow(cells, row.head(), Optional.empty());
  }
}
