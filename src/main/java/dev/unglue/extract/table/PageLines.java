package dev.unglue.extract.table;

import dev.unglue.extract.table.pipe.PipeCells;
import dev.unglue.extract.text.BrokenRows;
import dev.unglue.extract.text.CleanText;
import dev.unglue.extract.text.MarkedCells;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A page's printed lines, blank ones too, each without its line break.
 *
 * @param lines the lines, from the first; white space at their ends is kept
 * @param free the first line that no table above has taken: a header stands below the last row
 */
public record PageLines(List<SourceText> lines, int free) {
  private PageLines(List<SourceText> lines) {
    this(lines, 0);
  }

  /** Copies the lines. */
  public PageLines {
    lines = List.copyOf(lines);
  }

  /** The lines of plain text, as their reader sees them. */
  public static PageLines of(List<SourceText> printed) {
    List<SourceText> clean = printed.stream().map(CleanText::of).toList();
    PageLines lines = ofHtml(BrokenRows.whole(MarkedCells.piped(clean)));
    return new PageLines(lines.lines().stream().map(PageLines::unescaped).toList());
  }

  /** Escapes count where blanks draw columns; between pipes they belong to the cells. */
  private static SourceText unescaped(SourceText line) {
    return PipeCells.hasPipe(line) ? line : CleanText.unescaped(line);
  }

  /** The lines of a page's elements; what is preformatted may draw a table. */
  public static PageLines ofHtml(List<SourceText> shown) {
    return new PageLines(ColumnLines.tabbed(DrawnLines.plain(shown)));
  }

  /** The same lines where a table took those up to some line. */
  PageLines below(int taken) {
    return new PageLines(lines, taken);
  }

  int size() {
    return lines.size();
  }

  SourceText get(int index) {
    return lines.get(index);
  }

  boolean isBlank(int index) {
    return index < 0 || index >= lines.size() || lines.get(index).isBlank();
  }

  /** The lines from {@code from} to before {@code to} that are not blank. */
  List<Integer> filled(int from, int to) {
    return IntStream.range(from, to).filter(line -> !isBlank(line)).boxed().toList();
  }

  /** The first line at or after {@code from} that is not blank; the number of lines if none is. */
  int skipBlank(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /**
   * The line above one, or above one blank line, if no table took it: a header may stand there; -1
   * if there is no such.
   */
  int rightAbove(int line) {
    int at = isBlank(line - 1) ? line - 2 : line - 1;
    return at < free || isBlank(at) ? -1 : at;
  }

  /** The place of the lines from {@code from} to before {@code to} in the capture. */
  Span span(int from, int to) {
    return new Span(lines.get(from).span().start(), lines.get(to - 1).span().end());
  }
}
