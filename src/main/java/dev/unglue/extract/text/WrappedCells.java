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

  /** Blanks between the longest cell of a column and the bars around it. */
  private static final int MOST_MARGIN = 3;

  private final List<List<SourceText>> lines;
  private final int[] widths;

  /** Lines of as many cells each, empty ones too; blanks around them are room of their columns. */
  public WrappedCells(List<List<SourceText>> lines) {
    this.lines = lines.stream().map(row -> row.stream().map(SourceText::strip).toList()).toList();
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    this.widths = new int[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = width(lines, i);
    }
  }

  /** The room in a column: that of its longest text, or all but the blanks beside the bars. */
  private int width(List<List<SourceText>> printed, int column) {
    int longest = 0;
    int room = 0;
    int margin = MOST_MARGIN;
    for (int at = 0; at < lines.size(); at++) {
      if (column < lines.get(at).size()) {
        SourceText cell = lines.get(at).get(column);
        SourceText whole = printed.get(at).get(column);
        longest = Math.max(longest, cell.length());
        room = Math.max(room, whole.length());
        int indent = whole.text().indexOf(cell.text());
        margin = cell.isEmpty() ? margin : Math.min(margin, indent + 1);
      }
    }
    return Math.max(longest, room - margin);
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
    boolean small = line.stream().allMatch(this::isSmall);
    return (isWithin(at) && isFull(at))
        ? !labelled || (startsSmall(line.get(0)) && (!all || small))
        : !labelled && isWithin(at) && small;
  }

  /**
   * True if all lines between two rules are one row: no other label has room below the first.
   *
   * @param alone true where rules part rows, so that a cell may begin on any line
   */
  public boolean isOne(boolean alone) {
    return IntStream.range(1, lines.size())
        .allMatch(
            at -> {
              List<SourceText> line = lines.get(at);
              boolean all = line.stream().noneMatch(SourceText::isEmpty);
              SourceText label = line.get(0);
              boolean first = alone && lines.get(at - 1).get(0).isEmpty();
              return label.isEmpty()
                  ? line.size() == lines.get(at - 1).size()
                  : (alone || isWithin(at)) && isFull(at) && (!all || first || startsSmall(label));
            });
  }

  private boolean isSmall(SourceText cell) {
    return cell.isEmpty() || startsSmall(cell);
  }

  /** True if no cell above had room for the one below it, and not all of them are short. */
  private boolean isFull(int at) {
    List<SourceText> above = lines.get(at - 1);
    List<SourceText> line = lines.get(at);
    boolean tall = false;
    for (int i = 0; i < line.size(); i++) {
      SourceText cell = line.get(i);
      if (!cell.isEmpty() && !above.get(i).isEmpty()) {
        if (above.get(i).length() + 1 + Whitespace.next(cell, 0) <= widths[i]) {
          return false;
        }
        tall |= above.get(i).length() + cell.length() >= SHORTEST;
      }
    }
    return tall;
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

  /** All lines as one row. */
  public List<SourceText> one() {
    return folded(lines);
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
  public static SourceText joined(List<SourceText> parts) {
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
