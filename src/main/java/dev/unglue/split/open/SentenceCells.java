package dev.unglue.split.open;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sentences that have run together behind a label: {@code HomeIt lives in lakes.It lives in caves.}
 * Each begins with a capital right behind the text before it and ends with a full stop; where there
 * are as many as names, and no such place besides, the cuts are forced.
 */
final class SentenceCells {
  private static final int LONGEST_LABEL = 40;

  private SentenceCells() {}

  /** The row, read where its cuts are forced. */
  static OpenTableRow decided(OpenTableRow row) {
    List<Slice> pieces =
        row.outcome() == Outcome.READ ? List.of() : pieces(row.text(), row.pieces());
    return pieces.isEmpty()
        ? row
        : new OpenTableRow(
            row.text(), row.pieces(), Outcome.READ, List.of(new Reading(pieces, 1, Map.of())));
  }

  private static List<Slice> pieces(SourceText row, int count) {
    String text = row.text();
    List<Slice> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      boolean ends = ".!?".indexOf(before) >= 0;
      if (Character.isUpperCase(text.charAt(i)) && (ends || Character.isLowerCase(before))) {
        if (ends == pieces.isEmpty()) {
          return List.of(); // a label ends with no full stop, a sentence with nothing else
        }
        pieces.add(Slice.of(row.slice(start, i)));
        start = i;
      }
    }
    pieces.add(Slice.of(row.slice(start)));
    boolean whole = pieces.size() == count && text.endsWith(".");
    return whole && pieces.get(0).text().length() <= LONGEST_LABEL ? pieces : List.of();
  }
}
