package dev.unglue.extract.html;

import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import org.jsoup.nodes.Element;

/** How many columns and rows a cell spans, as the HTML standard reads and bounds the numbers. */
final class CellSpans {
  private static final int MOST_COLUMNS = 1_000;
  private static final int MOST_ROWS = 65_534;

  private CellSpans() {}

  static int columns(Element cell) {
    return Math.max(1, number(cell, "colspan", MOST_COLUMNS));
  }

  /** 0 for all rows that follow in the group. */
  static int rows(Element cell) {
    return number(cell, "rowspan", MOST_ROWS);
  }

  /** The digits that the attribute begins with; 1 where it has none. */
  private static int number(Element cell, String attribute, int most) {
    if (!cell.attributes().hasKey(attribute)) {
      return 1;
    }
    String text = cell.attributes().get(attribute);
    int at = Whitespace.skip(text, 0);
    if (at == text.length() || !Digits.is(text.charAt(at))) {
      return 1;
    }
    int number = 0;
    while (at < text.length() && Digits.is(text.charAt(at))) {
      number = Math.min(most, number * 10 + text.charAt(at) - '0');
      at++;
    }
    return number;
  }
}
