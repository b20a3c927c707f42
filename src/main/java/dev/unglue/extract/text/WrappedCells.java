package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows whose cells go on over several lines of a table that was drawn for a narrow place: the parts
 * of a cell stand below each other, and the first word of each would not have fitted above.
 */
public final class WrappedCells {
  /** No column of single figures is too narrow for them. */
  private static final int SHORTEST = 8;

  private final List<List<SourceText>> lines;
  private final int[] widths;

  /** Lines of as many cells each, empty ones too. */
  public WrappedCells(List<List<SourceText>> lines) {
    this.lines = lines;
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    this.widths = new int[columns];
    for (List<SourceText> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
  }

  /** The rows, each begun by a line that goes on with no other. */
  public List<List<SourceText>> rows() {
    List<List<SourceText>> rows = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= lines.size(); at++) {
      if (at == lines.size() || !goesOn(at)) {
        rows.add(folded(lines.subList(from, at)));
        from = at;
      }
    }
    return rows;
  }

  /** True if a line goes on with the row above: nothing but what is left of its cells. */
  private boolean goesOn(int at) {
    List<SourceText> line = lines.get(at);
    boolean labelled = !line.get(0).isEmpty();
    boolean all = line.stream().noneMatch(SourceText::isEmpty);
    return fits(at)
        ? !labelled || (startsSmall(line.get(0)) && (!all || line.stream().allMatch(this::isSmall)))
        : !labelled && isWithin(at) && line.stream().allMatch(this::isSmall);
  }

  /** True if all lines between two rules are one row: no other label has room below the first. */
  public boolean isOne() {
    return IntStream.range(1, lines.size())
        .allMatch(
            at -> {
              List<SourceText> line = lines.get(at);
              boolean all = line.stream().noneMatch(SourceText::isEmpty);
              return line.get(0).isEmpty()
                  ? isWide(at)
                  : fits(at) && (!all || startsSmall(line.get(0)));
            });
  }

  private boolean isWide(int at) {
    return lines.get(at).size() == lines.get(at - 1).size();
  }

  private boolean isSmall(SourceText cell) {
    return cell.isEmpty() || startsSmall(cell);
  }

  /** Whether the cells of a line are parts of those above that had no room there. */
  private boolean fits(int at) {
    List<SourceText> above = lines.get(at - 1);
    List<SourceText> line = lines.get(at);
    boolean full =
        isWithin(at)
            && IntStream.range(0, line.size())
                .filter(i -> !line.get(i).isEmpty())
                .allMatch(i -> above.get(i).length() + 1 + firstWord(line.get(i)) > widths[i]);
    return full
        && IntStream.range(0, line.size())
            .filter(i -> !line.get(i).isEmpty())
            .anyMatch(i -> above.get(i).length() + line.get(i).length() >= SHORTEST);
  }

  /** True if each cell of a line has one above it. */
  private boolean isWithin(int at) {
    List<SourceText> above = lines.get(at - 1);
    List<SourceText> line = lines.get(at);
    return line.size() == above.size()
        && line.stream().anyMatch(cell -> !cell.isEmpty())
        && IntStream.range(0, line.size())
            .allMatch(i -> line.get(i).isEmpty() || !above.get(i).isEmpty());
  }

  private static boolean startsSmall(SourceText cell) {
    int first = cell.text().codePointAt(0);
    return Character.isLowerCase(first) || first == '(';
  }

  private static int firstWord(SourceText cell) {
    int end = 0;
    while (end < cell.length() && !Whitespace.is(cell.charAt(end))) {
      end++;
    }
    return end;
  }

  /** One row of lines that belong together. */
  public static List<SourceText> folded(List<List<SourceText>> lines) {
    return lines.size() == 1
        ? lines.get(0)
        : IntStream.range(0, lines.get(0).size())
            .mapToObj(i -> joined(lines.stream().map(line -> line.get(i)).toList()))
            .toList();
  }

  /** The parts of a cell as one text; a word that was cut at its hyphen is whole again. */
  static SourceText joined(List<SourceText> parts) {
    List<SourceText> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (filled.size() < 2) {
      return filled.isEmpty() ? parts.get(0) : filled.get(0);
    }
    TextBuilder whole = new TextBuilder();
    SourceText last = filled.get(0);
    whole.append(last, 0, last.length());
    for (SourceText part : filled.subList(1, filled.size())) {
      int end = last.span().end();
      if (!isCut(last, part)) {
        whole.append(' ', end, Math.max(end, part.span().start()));
      }
      whole.append(part, 0, part.length());
      last = part;
    }
    return whole.take();
  }

  /** True for a hyphen at which a word was cut. */
  private static boolean isCut(SourceText head, SourceText rest) {
    int last = head.length() - 1;
    return last > 0
        && head.charAt(last) == '-'
        && Character.isLetter(head.charAt(last - 1))
        && Character.isLetter(rest.charAt(0));
  }

  /** The cells of a line that bars part, without the nothing behind a closing one. */
  public static List<SourceText> parted(SourceText line) {
    List<SourceText> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean escaped = i > 0 && line.charAt(i - 1) == '\\';
      if (line.charAt(i) == '|' && !escaped) {
        cells.add(line.slice(start, i));
        start = i + 1;
      }
    }
    if (start < line.length()) {
      cells.add(line.slice(start));
    }
    return cells;
  }

  /** The cells as one line with a mark between them, and around them where a bar is the mark. */
  public static SourceText line(List<SourceText> cells, char mark) {
    TextBuilder text = new TextBuilder();
    int end = cells.get(0).span().start();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0 || mark == '|') {
        text.append(mark, end, end);
      }
      text.append(cells.get(i), 0, cells.get(i).length());
      end = cells.get(i).isEmpty() ? end : cells.get(i).span().end();
    }
    if (mark == '|') {
      text.append(mark, end, end);
    }
    return text.take();
  }
}
