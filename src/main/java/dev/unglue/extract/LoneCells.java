package dev.unglue.extract;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.List;

/** Lines of one cell each, as the marks that part them are left out. */
final class LoneCells {
  private static final String BARS = "|¦";
  private static final String BULLETS = "•·▪*";

  private LoneCells() {}

  /**
   * The lines without the bars or bullets that half of them and more begin or end with; as they
   * are, where they have none or where a bar parts cells within a line.
   */
  static List<SourceText> bare(List<SourceText> lines) {
    int dashed = 0;
    int marked = 0;
    boolean rows = false;
    for (SourceText line : lines) {
      dashed += isDashed(line) ? 1 : 0;
      marked += begins(line) || ends(line) ? 1 : 0;
      rows |= partsCells(line);
    }
    if (dashed == lines.size()) {
      return lines.stream().map(line -> line.slice(2).strip()).toList();
    }
    return marked * 2 < lines.size() || rows
        ? lines
        : lines.stream().map(LoneCells::bare).filter(line -> !line.isEmpty()).toList();
  }

  /** A dash is the mark of a list where each line begins with it; else a value may be missing. */
  private static boolean isDashed(SourceText line) {
    return line.length() > 2 && line.charAt(0) == '-' && Whitespace.is(line.charAt(1));
  }

  private static boolean begins(SourceText line) {
    char first = line.charAt(0);
    boolean bullet = BULLETS.indexOf(first) >= 0;
    return BARS.indexOf(first) >= 0
        || (bullet && line.length() > 1 && Whitespace.is(line.charAt(1)));
  }

  private static boolean ends(SourceText line) {
    return BARS.indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private static boolean partsCells(SourceText line) {
    int bar = line.text().indexOf('|', 1);
    return bar > 0 && bar < line.length() - 1;
  }

  private static SourceText bare(SourceText line) {
    int from = begins(line) ? 1 : 0;
    int to = ends(line) && line.length() > from ? line.length() - 1 : line.length();
    return line.slice(from, to).strip();
  }
}
