package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that other signs than a pipe part, as pipes would part them: bars that look like one
 * ({@code a ¦ b}), dots between blanks ({@code a · b · c}) on lines that follow each other, and
 * those of other {@link MarkupTables markups}.
 */
public final class MarkedCells {
  private static final String BARS = "¦｜❘∣︱";
  private static final String DOTS = "·•∙⋅・";
  private static final char FIRST_SIGN = '¦';
  private static final int FEWEST_BARRED = 2;
  private static final int FEWEST_DOTTED = 3;

  private MarkedCells() {}

  /** The lines, pipes between the cells; most pages come back as they are. */
  public static List<SourceText> piped(List<SourceText> lines) {
    if (lines.stream().noneMatch(line -> mayBeParted(line.text()))) {
      return MarkupTables.markdown(lines);
    }
    List<SourceText> piped = new ArrayList<>(lines);
    int at = 0;
    while (at < lines.size()) {
      int to = Math.max(at + 1, end(lines, at, BARS));
      boolean barred = to - at >= FEWEST_BARRED && isParted(lines.get(at), BARS);
      if (!barred) {
        to = Math.max(at + 1, end(lines, at, DOTS));
      }
      String signs = barred ? BARS : DOTS;
      if (barred || (to - at >= FEWEST_DOTTED && isAlike(lines.subList(at, to)))) {
        piped.subList(at, to).replaceAll(line -> piped(line, signs));
      }
      at = to;
    }
    return MarkupTables.markdown(piped);
  }

  /** The end of the lines from {@code from} on that such signs part. */
  private static int end(List<SourceText> lines, int from, String signs) {
    int to = from;
    while (to < lines.size() && isParted(lines.get(to), signs)) {
      to++;
    }
    return to;
  }

  private static boolean isParted(SourceText line, String signs) {
    return mayBeParted(line.text()) && count(line, signs) > 0;
  }

  /** Tells most lines at a glance: the signs are none of ASCII, and pipes need no others. */
  private static boolean mayBeParted(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (isOneOf(line.charAt(i), BARS) || isOneOf(line.charAt(i), DOTS)) {
        return line.indexOf('|') < 0;
      }
    }
    return false;
  }

  private static boolean isOneOf(char c, String signs) {
    return c >= FIRST_SIGN && signs.indexOf(c) >= 0;
  }

  /** Dots part other things, too: most lines must have as many, and more than one. */
  private static boolean isAlike(List<SourceText> lines) {
    long first = count(lines.get(0), DOTS);
    long alike = lines.stream().filter(line -> count(line, DOTS) == first).count();
    return first >= 2 && alike * 3 >= lines.size() * 2L;
  }

  private static long count(SourceText line, String signs) {
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      count += isSign(line, i, signs) ? 1 : 0;
    }
    return count;
  }

  /** A dot behind the first character of its line, between blanks, or a bar anywhere. */
  private static boolean isSign(SourceText line, int at, String signs) {
    if (!isOneOf(line.charAt(at), signs)) {
      return false;
    }
    boolean apart =
        at > 0
            && line.charAt(at - 1) == ' '
            && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
    return signs.equals(BARS) || (apart && !isFirst(line, at));
  }

  private static boolean isFirst(SourceText line, int at) {
    return line.text().substring(0, at).isBlank();
  }

  private static SourceText piped(SourceText line, String signs) {
    TextBuilder text = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = isSign(line, i, signs) ? '|' : line.charAt(i);
      text.append(c, line.offsetAt(i), line.endAt(i));
    }
    return text.take();
  }
}
