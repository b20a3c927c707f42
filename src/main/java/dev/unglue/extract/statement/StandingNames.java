package dev.unglue.extract.statement;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where a page has names side by side, as the header of a table does, or alone on a line or in a
 * cell; whatever stands between cells, and where nothing does.
 */
final class StandingNames {
  /** Headers stand near the head of a page; more is not looked through. */
  private static final int MOST = 100_000;

  /** The page without blanks and marks between cells, in lower case. */
  private final StringBuilder text = new StringBuilder();

  /** Where a line or a cell begins in it. */
  private final BitSet edges = new BitSet();

  private StandingNames() {}

  static StandingNames in(PageText page) {
    StandingNames names = new StandingNames();
    for (Line line : page.lines()) {
      if (names.text.length() > MOST) {
        break;
      }
      names.edges.set(names.text.length());
      names.add(line.text());
    }
    names.edges.set(names.text.length());
    return names;
  }

  private void add(CharSequence line) {
    int end = Math.min(line.length(), MOST);
    for (int at = 0; at < end; at++) {
      char c = line.charAt(at);
      if (c == '|' || c == '\t' || c == '\n') {
        edges.set(text.length());
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
    StandingNames key = new StandingNames();
    key.add(name);
    return key.text.toString();
  }

  /** True if the names stand side by side, in their order. */
  boolean standTogether(List<String> names) {
    return together(names) >= 0;
  }

  /** True if they do, and the last of them ends its cell or line. */
  boolean endTogether(List<String> names) {
    int end = together(names);
    while (end >= 0 && !edges.get(end)) {
      end = next(names, end);
    }
    return end >= 0;
  }

  /** How many of the names stand alone on a line or in a cell. */
  int alone(List<String> names) {
    return (int) names.stream().filter(this::standsAlone).count();
  }

  private boolean standsAlone(String name) {
    String key = key(name);
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (edges.get(at) && edges.get(at + key.length()) && isWhole(at, at + key.length())) {
        return true;
      }
    }
    return false;
  }

  private int together(List<String> names) {
    return next(names, 0);
  }

  /** One past the first place after {@code from} where they stand; -1 if there is none. */
  private int next(List<String> names, int from) {
    List<Integer> lengths = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      all.append(key(name));
      lengths.add(all.length());
    }
    String wanted = all.toString();
    int at = text.indexOf(wanted, from);
    while (at >= 0 && !areWhole(lengths, at)) {
      at = text.indexOf(wanted, at + 1);
    }
    return at < 0 ? -1 : at + wanted.length();
  }

  private boolean areWhole(List<Integer> ends, int at) {
    int start = at;
    for (int end : ends) {
      if (!isWhole(start, at + end)) {
        return false;
      }
      start = at + end;
    }
    return true;
  }

  /** True if no line and no cell begins within. */
  private boolean isWhole(int start, int end) {
    int edge = edges.nextSetBit(start + 1);
    return edge < 0 || edge >= end;
  }
}
