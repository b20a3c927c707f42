package dev.unglue.extract.statement;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final StringBuilder text = new StringBuilder();

  /** How many lines and cells begin before each place of it. */
  private int[] begun = new int[1024];

  private StandingNames() {}

  static StandingNames in(PageText page) {
    StandingNames names = new StandingNames();
    for (Line line : page.lines()) {
      names.begin();
      names.add(line.text());
      if (names.text.length() >= MOST) {
        break;
      }
    }
    names.begin();
    return names;
  }

  private void begin() {
    begun[text.length() + 1] = begun[text.length()] + 1;
  }

  private void add(CharSequence line) {
    for (int at = 0; at < line.length() && text.length() < MOST; at++) {
      char c = line.charAt(at);
      if (c == '|' || c == '\t' || c == '\n') {
        begin();
      } else if (isKept(c)) {
        append(plain(c));
      }
    }
  }

  private void append(char c) {
    text.append(c);
    if (text.length() + 1 >= begun.length) {
      begun = Arrays.copyOf(begun, 2 * begun.length);
    }
    begun[text.length()] = Math.max(begun[text.length()], begun[text.length() - 1]);
    begun[text.length() + 1] = begun[text.length()];
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
    return begun[end] == begun[start + 1];
  }

  private boolean isEdge(int at) {
    return begun[at + 1] > begun[at];
  }

  /**
   * True if {@code wanted} stands at a place that is as it should be; each character is read once.
   */
  private boolean stands(String wanted, IntPredicate asItShould) {
    int[] borders = borders(wanted);
    int matched = 0;
    for (int at = 0; at < text.length(); at++) {
      matched = grown(wanted, borders, matched, text.charAt(at));
      if (matched == wanted.length()) {
        if (asItShould.test(at + 1 - matched)) {
          return true;
        }
        matched = borders[matched - 1];
      }
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
