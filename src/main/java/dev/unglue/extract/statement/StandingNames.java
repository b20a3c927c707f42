package dev.unglue.extract.statement;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where a page has names side by side, as the header of a table does, or alone on a line or in a
 * cell; whatever stands between cells, and where nothing does.
 */
final class StandingNames {
  /** Headers stand near the head of a page; what follows is not looked through. */
  private static final int MOST = 100_000;

  /** The page without blanks and marks between cells, in lower case. */
  private final String text;

  /** Where lines and cells begin in it. */
  private final BitSet begun;

  /** Where those of lists and tables begin in it. */
  private final BitSet marked;

  private StandingNames(String text, BitSet begun, BitSet marked) {
    this.text = text;
    this.begun = begun;
    this.marked = marked;
  }

  static StandingNames in(PageText page) {
    StringBuilder text = new StringBuilder();
    BitSet begun = new BitSet();
    BitSet marked = new BitSet();
    for (Line line : page.lines()) {
      begun.set(text.length());
      int start = text.length();
      String shown = line.text().text();
      // the bars of a heading part no cells
      add(line.kind() == Line.Kind.HEADING ? shown.replace('|', '/') : shown, text, begun);
      boolean plain = line.kind() == Line.Kind.PLAIN || line.kind() == Line.Kind.HEADING;
      marked.set(start, plain ? start : text.length());
      if (text.length() >= MOST) {
        break;
      }
    }
    begun.set(text.length());
    return new StandingNames(text.toString(), begun, marked);
  }

  private static void add(String line, StringBuilder text, BitSet begun) {
    for (int at = 0; at < line.length() && text.length() < MOST; at++) {
      char c = line.charAt(at);
      if (c == '|' || c == '\t' || c == '\n') {
        begun.set(text.length());
      } else if (c >= 'a' && c <= 'z') {
        text.append(c); // most characters of a page
      } else if (isKept(c)) {
        text.append(plain(c));
      }
    }
  }

  private static boolean isKept(char c) {
    return c != '*' && !Whitespace.is(c);
  }

  private static char plain(char c) {
    return Dashes.is(c) ? '-' : c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      if (isKept(name.charAt(at))) {
        key.append(plain(name.charAt(at)));
      }
    }
    return key.toString();
  }

  /** True if the names stand side by side, in their order. */
  boolean standTogether(List<String> names) {
    Keys keys = Keys.of(names);
    return stands(keys.all(), at -> areWhole(keys, at));
  }

  /** True if they do, and the last of them ends its cell or line. */
  boolean endTogether(List<String> names) {
    Keys keys = Keys.of(names);
    return stands(keys.all(), at -> areWhole(keys, at) && isEdge(at + keys.all().length()));
  }

  /** How often a name stands within a line or a cell. */
  int count(String name) {
    String key = key(name);
    int[] count = {0};
    stands(
        key,
        at -> {
          count[0] += isWhole(at, at + key.length()) ? 1 : 0;
          return false;
        });
    return count[0];
  }

  /** True if each of the names stands alone on a line that belongs to no list and no table. */
  boolean lead(List<String> names) {
    return names.stream().map(StandingNames::key).allMatch(this::leads);
  }

  private boolean leads(String key) {
    return stands(
        key,
        at ->
            isEdge(at)
                && isEdge(at + key.length())
                && isWhole(at, at + key.length())
                && !marked.get(at));
  }

  /** How many of the names stand alone on a line or in a cell. */
  int alone(List<String> names) {
    return (int) names.stream().map(StandingNames::key).filter(this::standsAlone).count();
  }

  private boolean standsAlone(String key) {
    return stands(
        key, at -> isEdge(at) && isEdge(at + key.length()) && isWhole(at, at + key.length()));
  }

  /**
   * Names one after the other.
   *
   * @param all all of them
   * @param ends where each of them ends in it
   */
  private record Keys(String all, List<Integer> ends) {
    static Keys of(List<String> names) {
      StringBuilder all = new StringBuilder();
      List<Integer> ends = new ArrayList<>();
      for (String name : names) {
        ends.add(all.append(key(name)).length());
      }
      return new Keys(all.toString(), ends);
    }
  }

  private boolean areWhole(Keys keys, int at) {
    int start = at;
    for (int end : keys.ends()) {
      if (!isWhole(start, at + end)) {
        return false;
      }
      start = at + end;
    }
    return true;
  }

  /** True if no line and no cell begins within. */
  private boolean isWhole(int start, int end) {
    int next = begun.nextSetBit(start + 1);
    return next < 0 || next >= end;
  }

  private boolean isEdge(int at) {
    return begun.get(at);
  }

  /**
   * True if {@code wanted} stands at a place that is as it should be; each character is read once,
   * and where nothing is matched yet the next one is looked for that may begin it.
   */
  private boolean stands(String wanted, IntPredicate asItShould) {
    int[] borders = borders(wanted);
    char first = wanted.charAt(0);
    int matched = 0;
    int at = text.indexOf(first);
    while (at >= 0 && at < text.length()) {
      matched = grown(wanted, borders, matched, text.charAt(at));
      if (matched == wanted.length()) {
        if (asItShould.test(at + 1 - matched)) {
          return true;
        }
        matched = borders[matched - 1];
      }
      at = matched == 0 ? text.indexOf(first, at + 1) : at + 1;
    }
    return false;
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
