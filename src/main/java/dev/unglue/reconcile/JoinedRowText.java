package dev.unglue.reconcile;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Layout;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Optional;

/** Puts the text of a row together again from the cells that were cut out of it. */
final class JoinedRowText {
  /** Blanks between two cells of one row; the next row begins behind a label. */
  private static final int WIDEST_JOINT = 3;

  private JoinedRowText() {}

  /** The joined text of these cells; absent where they do not follow each other. */
  static Optional<String> of(List<Observation> cells) {
    StringBuilder text = new StringBuilder();
    int end = cells.get(0).span().start();
    for (Observation cell : cells) {
      int joint = cell.span().start() - end;
      boolean close = cell.layout() == Layout.GLUED || text.isEmpty();
      boolean fits = close ? joint == 0 : joint >= 1 && joint <= WIDEST_JOINT;
      if (!fits || !isVerbatim(cell)) {
        return Optional.empty();
      }
      text.append(" ".repeat(joint)).append(cell.rawText());
      end = cell.span().end();
    }
    return Optional.of(text.toString());
  }

  /** True unless HTML spells a character of the cell in several. */
  private static boolean isVerbatim(Observation cell) {
    String value = cell.valueText();
    return value == null || Whitespace.remove(value).equals(Whitespace.remove(cell.rawText()));
  }
}
