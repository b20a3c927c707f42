package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.feature.BoundaryFeatures;
import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The typed cells that may begin at a place of a row whose columns differ in type: {@code
 * Michigan$69,020$129,90053%34070}.
 *
 * @param join how cells stand to each other
 * @param marked whether numbers carry thousands marks on this page
 */
record ListCells(Join join, boolean marked) {
  /** A cell: where it ends, and the letter of its type. */
  record Typed(int end, char type) {}

  private static final int LONGEST_NUMBER = 24;
  private static final String GROUPED = "\\d{1,3}(?:,\\d{3})+";
  private static final Pattern MONEY =
      Pattern.compile("-?[$£€](?:" + GROUPED + "|0|[1-9]\\d*)(?:\\.\\d{2})?[kKMB]?");
  private static final Pattern MARKED_MONEY =
      Pattern.compile("-?[$£€](?:" + GROUPED + "|0|[1-9]\\d{0,2})(?:\\.\\d{2})?[kKMB]?");
  private static final Pattern SCALED =
      Pattern.compile(
          "[$£€](?:" + GROUPED + "|[1-9]\\d*|0)(?:\\.\\d{1,2})? (?:million|billion|trillion)");
  private static final Pattern PERCENT =
      Pattern.compile("[" + Dashes.SIGNS + "+]?(?:0|[1-9]\\d{0,3})(?:\\.\\d{1,2})?%");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,3})\\.\\d{1,3}");
  private static final Pattern MARKED =
      Pattern.compile(GROUPED + "|0|[1-9]\\d{0,2}|(?:1[5-9]|20)\\d{2}");
  private static final Pattern COUNT = Pattern.compile(GROUPED + "|0|[1-9]\\d*");

  List<Typed> at(String text, int from) {
    char first = text.charAt(from);
    List<Typed> cells = new ArrayList<>();
    if (BoundaryFeatures.isMark(Character.toString(first))) {
      add(cells, text, from + 1, '-');
    }
    if (Character.isLetter(first)) {
      names(cells, text, from);
      return cells;
    }
    int limit = Math.min(text.length(), from + LONGEST_NUMBER);
    for (int end = from + 1; end <= limit; end++) {
      char type = type(text.substring(from, end));
      if (type != 0) {
        add(cells, text, end, type);
      }
    }
    return cells;
  }

  private void add(List<Typed> cells, String text, int end, char type) {
    if (join == Join.GLUED || end == text.length() || Whitespace.is(text.charAt(end))) {
      cells.add(new Typed(end, type));
    }
  }

  private static boolean isSign(char c) {
    return c == '+' || Dashes.isSign(c);
  }

  private char type(String cell) {
    if ((marked ? MARKED_MONEY : MONEY).matcher(cell).matches() || SCALED.matcher(cell).matches()) {
      return '$';
    }
    if (PERCENT.matcher(cell).matches()) {
      return '%';
    }
    if (DECIMAL.matcher(cell).matches()) {
      return '.';
    }
    return (marked ? MARKED : COUNT).matcher(cell).matches() ? '0' : 0;
  }

  /** A name goes on to the next number, or to a cut point at which another name may begin. */
  private void names(List<Typed> cells, String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Digits.isOfAnyScript(c) || "$£€".indexOf(c) >= 0) {
        int end = i;
        while (end > from
            && (isSign(text.charAt(end - 1)) || Whitespace.is(text.charAt(end - 1)))) {
          end--;
        }
        add(cells, text, end, 'T');
        return;
      }
      boolean cut = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
      if (cut && join == Join.GLUED) {
        add(cells, text, i, 'T');
      }
    }
    add(cells, text, text.length(), 'T');
  }
}
