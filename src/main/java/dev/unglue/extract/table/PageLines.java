package dev.unglue.extract.table;

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
 */
public record PageLines(List<SourceText> lines) {
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

  /** The last line at or before {@code from} that is not blank; -1 if none is. */
  int skipBlankBack(int from) {
    int at = from;
    while (at >= 0 && lines.get(at).isBlank()) {
      at--;
    }
    return at;
  }

  /** The place of the lines from {@code from} to before {@code to} in the capture. */
  Span span(int from, int to) {
    return new Span(lines.get(from).span().start(), lines.get(to - 1).span().end());
  }
}
