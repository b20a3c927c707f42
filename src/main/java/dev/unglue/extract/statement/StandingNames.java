package dev.unglue.extract.statement;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.BitSet;
import java.util.List;

/**
 * Where a page has names side by side, as the header of a table does, or alone on a line or in a
 * cell; whatever stands between cells, and where nothing does.
 *
 * @param text the page without blanks and marks between cells, in lower case
 * @param begun where lines and cells begin in it
 * @param marked where those of lists and tables begin in it
 */
record StandingNames(String text, BitSet begun, BitSet marked) {
  /** Headers stand near the head of a page; what follows is not looked through. */
  private static final int MOST = 100_000;

  /** Parts names as a blank does: {@code (Brio 3 / Tavo 5)}. */
  private static final String STROKE = " / ";

  /** What parts the cells of a line. */
  private static final String BARS = "|\t\n│┃║";

  static StandingNames in(PageText page) {
    int length = page.lines().stream().mapToInt(line -> line.text().length()).sum();
    char[] text = new char[Math.min(length, MOST)];
    BitSet begun = new BitSet();
    BitSet marked = new BitSet();
    int end = 0;
    for (Line line : page.lines()) {
      begun.set(end);
      int start = end;
      String shown = line.text().text();
      boolean heading = line.kind() == Line.Kind.HEADING; // its bars part no cells
      boolean title = heading || start == 0; // its strokes part no names
      shown = title ? shown : shown.replace(STROKE, " ");
      end = add(heading ? shown.replace('|', '/') : shown, text, end, begun);
      marked.set(start, heading || line.kind() == Line.Kind.PLAIN ? start : end);
      if (end >= MOST) {
        break;
      }
    }
    begun.set(end);
    return new StandingNames(new String(text, 0, end), begun, marked);
  }

  private static int add(String line, char[] text, int from, BitSet begun) {
    int end = from;
    for (int at = 0; at < line.length() && end < text.length; at++) {
      char c = line.charAt(at);
      if (c >= 'a' && c <= 'z') {
        text[end++] = c; // most characters of a page
      } else if (BARS.indexOf(c) >= 0) {
        begun.set(end);
      } else if (isKept(c)) {
        text[end++] = plain(c);
      }
    }
    return end;
  }

  private static boolean isKept(char c) {
    return c != '*' && !Whitespace.is(c);
  }

  private static char plain(char c) {
    return Dashes.is(c) ? '-' : c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    String name = text.replace(STROKE, " ");
    for (int at = 0; at < name.length(); at++) {
      if (isKept(name.charAt(at))) {
        key.append(plain(name.charAt(at)));
      }
    }
    return key.toString();
  }

  /** True if the names stand side by side, in their order. */
  boolean standTogether(List<String> names) {
    return places(names, false, false, false, 1) > 0;
  }

  /** True if they do, and the last of them ends its cell or line. */
  boolean endTogether(List<String> names) {
    return places(names, false, true, false, 1) > 0;
  }

  /** True if they stand so, and nothing stands before or behind them in their cell or line. */
  boolean fillTogether(List<String> names) {
    return places(names, true, true, false, 1) > 0;
  }

  /** How often a name stands within a line or a cell. */
  int count(String name) {
    return places(List.of(name), false, false, false, Integer.MAX_VALUE);
  }

  /** True if each of the names stands alone on a line that belongs to no list and no table. */
  boolean lead(List<String> names) {
    return names.stream().allMatch(name -> places(List.of(name), true, true, true, 1) > 0);
  }

  /** True if each of the names begins two lines at least with a colon: {@code Brio 3: 9 kg}. */
  boolean label(List<String> names) {
    return names.stream().allMatch(name -> places(List.of(name + ":"), true, false, false, 2) > 1);
  }

  /** How many of the names stand alone on a line or in a cell. */
  int alone(List<String> names) {
    return names.stream().mapToInt(name -> places(List.of(name), true, true, false, 1)).sum();
  }

  /**
   * At how many places, {@code most} at most, names stand one after the other; each character is
   * read once, and where nothing is matched yet the next one is looked for that may begin them.
   *
   * @param begin true if the first has to begin its line or cell
   * @param end true if the last has to end it
   * @param plain true if they have to stand outside lists and tables
   */
  private int places(List<String> names, boolean begin, boolean end, boolean plain, int most) {
    StringBuilder all = new StringBuilder();
    int[] ends = new int[names.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = all.append(key(names.get(i))).length();
    }
    String wanted = all.toString();
    int[] borders = borders(wanted);
    int places = 0;
    int matched = 0;
    int at = text.indexOf(wanted.charAt(0));
    while (at >= 0 && at < text.length() && places < most) {
      matched = grown(wanted, borders, matched, text.charAt(at));
      if (matched == wanted.length()) {
        int start = at + 1 - matched;
        boolean fits =
            (!begin || begun.get(start))
                && (!end || isEnd(at + 1))
                && !(plain && marked.get(start));
        places += fits && areWhole(ends, start) ? 1 : 0;
        matched = borders[matched - 1];
      }
      at = matched == 0 ? text.indexOf(wanted.charAt(0), at + 1) : at + 1;
    }
    return places;
  }

  /** True for the end of a cell, and of brackets. */
  private boolean isEnd(int end) {
    return begun.get(end) || (end < text.length() && text.charAt(end) == ')');
  }

  /** True if no line and no cell begins within one of them. */
  private boolean areWhole(int[] ends, int at) {
    int start = at;
    for (int end : ends) {
      int next = begun.nextSetBit(start + 1);
      if (next >= 0 && next < at + end) {
        return false;
      }
      start = at + end;
    }
    return true;
  }

  /** For each head of a text the longest shorter head that it ends with (Knuth, Morris, Pratt). */
  private static int[] borders(String wanted) {
    int[] borders = new int[wanted.length()];
    for (int at = 1; at < wanted.length(); at++) {
      borders[at] = grown(wanted, borders, borders[at - 1], wanted.charAt(at));
    }
    return borders;
  }

  /** How much of {@code wanted} is matched with one more character behind {@code matched}. */
  private static int grown(String wanted, int[] borders, int matched, char next) {
    int length = matched;
    while (length > 0 && wanted.charAt(length) != next) {
      length = borders[length - 1];
    }
    return wanted.charAt(length) == next ? length + 1 : length;
  }
}
