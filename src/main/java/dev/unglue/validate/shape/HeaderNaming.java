package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.Slice;
import java.util.List;
import java.util.stream.Collectors;

/** The names in a table's header. */
final class HeaderNaming {
  private HeaderNaming() {}

  static List<String> of(Grid grid) {
    return grid.header().stream().map(Slice::text).toList();
  }

  /** Cells as people read them: {@code 4 | 12}. */
  static String cells(List<Slice> cells) {
    return cells.stream().map(Slice::text).collect(Collectors.joining(" | "));
  }
}
