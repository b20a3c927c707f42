package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells that other signs than a pipe part, as pipes would part them: bars that look like one
 * ({@code a ¦ b}); any sign or row of signs between blanks that stands as often on each of several
 * lines ({@code a · b · c}, {@code a -- b -- c}, {@code a ..... b ... c}); and those of other
 * {@link MarkupTables markups}.
 */
public final class MarkedCells {
  private static final String BARS = "¦｜❘∣︱";
  private static final String DOTS = "·•∙⋅・";
  private static final char FIRST_BAR = '¦';
  private static final int FEWEST_BARRED = 2;
  private static final int FEWEST_SIGNED = 3;
  private static final int FEWEST_SIGNS = 2;

  /** Signs that one line has before the one that parts its cells. */
  private static final int MOST_OTHERS = 3;

  private static final int LONGEST_LINE = 1_000;

  /** A word, but for an amount and what a colon parts. */
  private static final Pattern NAME =
      Pattern.compile("(?!\\d+ )(?!.*: )[^\\p{L}]*+\\p{L}.*+", Pattern.DOTALL);

  private MarkedCells() {}

  /** The lines, pipes between the cells; most pages come back as they are. */
  public static List<SourceText> piped(List<SourceText> lines) {
    List<SourceText> piped = new ArrayList<>(lines);
    for (int at = 0; at < lines.size(); ) {
      int barred = at;
      while (barred < lines.size() && mayBeParted(lines.get(barred)) && hasBar(lines.get(barred))) {
        barred++;
      }
      if (barred - at < FEWEST_BARRED) {
        at = signed(piped, at);
      } else {
        piped.subList(at, barred).replaceAll(MarkedCells::barsPiped);
        at = barred;
      }
    }
    return MarkupTables.markdown(piped);
  }

  private static boolean mayBeParted(SourceText line) {
    return line.length() <= LONGEST_LINE
        && line.text().indexOf('|') < 0
        && line.text().indexOf('\t') < 0;
  }

  private static boolean hasBar(SourceText line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= FIRST_BAR && BARS.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static SourceText barsPiped(SourceText line) {
    return TextBuilder.replaced(
        line, i -> BARS.indexOf(line.charAt(i)) >= 0 ? '|' : line.charAt(i));
  }

  /** Parts the lines from one on that a sign parts; returns the first line to look at next. */
  private static int signed(List<SourceText> lines, int from) {
    String line = lines.get(from).text();
    int next = from + 1;
    int at = mayBeParted(lines.get(from)) ? nextSign(line, indent(line)) : -1;
    for (int tried = 0; at >= 0 && tried < MOST_OTHERS; tried++) {
      String sign = line.substring(at, endOfSign(line, at));
      List<SourceText> rows = new ArrayList<>();
      for (SourceText row : lines.subList(from, lines.size())) {
        SourceText piped = mayBeParted(row) ? piped(row, sign) : row.slice(0, 0);
        if (bars(piped) < (rows.isEmpty() ? FEWEST_SIGNS : 1)) {
          break;
        }
        rows.add(piped);
      }
      if (rows.size() >= FEWEST_SIGNED && isTable(rows, sign)) {
        for (int i = 0; i < rows.size(); i++) {
          lines.set(from + i, rows.get(i));
        }
        if (from > 0 && isLeader(sign)) {
          lines.set(from - 1, named(lines.get(from - 1), bars(rows.get(0))));
        }
        return from + rows.size();
      }
      next = Math.max(next, from + rows.size());
      at = nextSign(line, at + sign.length());
    }
    return next;
  }

  /**
   * Dots part little else, and most lines must have as many; other signs stand as often in each,
   * and those that are no leaders below a header, and figures below words.
   */
  private static boolean isTable(List<SourceText> rows, String sign) {
    int bars = bars(rows.get(0));
    long alike = rows.stream().filter(row -> bars(row) == bars).count();
    long figures = rows.stream().skip(1).filter(row -> hasFigure(row.text())).count();
    return (sign.length() == 1 && DOTS.contains(sign))
        ? alike * 3 >= rows.size() * 2L
        : alike == rows.size()
            && (isLeader(sign)
                || (figures * 2 >= rows.size() - 1 && areNames(rows.get(0), rows.get(1))));
  }

  private static int bars(SourceText line) {
    return (int) line.text().chars().filter(c -> c == '|').count();
  }

  private static boolean hasFigure(String row) {
    return row.substring(row.indexOf('|')).chars().anyMatch(Character::isDigit);
  }

  /** A row of dots or strokes leads the eye to the next cell, however long it is. */
  private static boolean isLeader(String sign) {
    return sign.length() > 1 && "._…".indexOf(sign.charAt(0)) >= 0;
  }

  /** True for names between the signs: words, none of which says anything of another. */
  private static boolean areNames(SourceText header, SourceText row) {
    List<SourceText> names = WrappedCells.parted(header);
    List<SourceText> below = WrappedCells.parted(row);
    for (int i = 1; i < names.size(); i++) {
      String name = names.get(i).strip().text();
      String next = i < below.size() ? below.get(i).strip().text() : "";
      if (!NAME.matcher(name).matches() || ListMarks.nameAgain(name, next)) {
        return false;
      }
    }
    return true;
  }

  /** The names above leaders, pipes between them, if they are as many as the columns. */
  private static SourceText named(SourceText line, int columns) {
    SourceText names = gapped(line);
    return bars(names) == columns || bars(names) == columns + 1 ? names : line;
  }

  /** The line with a pipe behind each gap of two blanks and more, unless one stands there. */
  private static SourceText gapped(SourceText line) {
    TextBuilder text = new TextBuilder();
    char ink = ' ';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (i > 1 && line.text().startsWith("  ", i - 2) && " |".indexOf(c) < 0 && ink != '|') {
        text.append("| ", line.offsetAt(i), line.offsetAt(i));
      }
      text.append(line, i, i + 1);
      ink = c == ' ' ? ink : c;
    }
    return text.isEmpty() ? line : text.take();
  }

  /**
   * The line with pipes for such signs, for leaders of any length and the gaps behind these; as it
   * is without them.
   */
  private static SourceText piped(SourceText line, String sign) {
    String text = line.text();
    TextBuilder piped = new TextBuilder();
    int done = 0;
    for (int at = nextSign(text, indent(text)); at >= 0; ) {
      int end = endOfSign(text, at);
      boolean leader = isLeader(sign) && end > at + 1 && text.charAt(at) == sign.charAt(0);
      if (leader || text.substring(at, end).equals(sign)) {
        piped.append(line, done, at);
        piped.append('|', line.offsetAt(at), line.endAt(end - 1));
        done = end;
      }
      at = nextSign(text, end);
    }
    piped.append(line, done, line.length());
    SourceText parted = done == 0 ? line : piped.take();
    return done > 0 && isLeader(sign) ? gapped(parted) : parted;
  }

  /** Where the text of a line begins: a sign there is the mark of an item. */
  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The next row of signs between blanks, or between a blank and the end. */
  private static int nextSign(String line, int from) {
    int blank = line.indexOf(' ', from);
    while (blank >= 0 && blank + 1 < line.length()) {
      int end = Marks.isSign(line.charAt(blank + 1)) ? endOfSign(line, blank + 1) : -1;
      if (end == line.length() || (end > 0 && line.charAt(end) == ' ')) {
        return blank + 1;
      }
      blank = line.indexOf(' ', blank + 1);
    }
    return -1;
  }

  private static int endOfSign(String line, int at) {
    int end = at;
    while (end < line.length() && Marks.isSign(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
