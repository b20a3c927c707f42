package dev.unglue.extract.table.sentence;

import dev.unglue.extract.table.label.SerialMark;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows of a sentence for each subject, below the names of the title: {@code 3. A kiln burns clay. A
 * wheel shapes it.} Behind a number stands a label where the header has one; without it the number
 * is the label.
 */
public final class SentenceRows {
  private static final int FEWEST = 2;
  private static final int LONGEST_ROW = 1_500;
  private static final int MOST_LINES = 8;
  private static final int MOST_ROWS = 100;
  private static final int WORDS_OF_A_SENTENCE = 8;

  private final NamesHeader header;
  private final List<Row> rows = new ArrayList<>();
  private final Set<Integer> heights = new HashSet<>();
  private int cut;
  private int sentences;

  private SentenceRows(NamesHeader header) {
    this.header = header;
  }

  /**
   * The tables among lines that no other table took.
   *
   * @param lines those that are not blank, an empty one where a table stands
   * @param names the subjects by title or address, two or more
   */
  public static List<PageTable> find(List<SourceText> lines, SubjectNames names) {
    List<PageTable> found = new ArrayList<>();
    int at = 0;
    while (at + FEWEST < lines.size()) {
      Optional<NamesHeader> header = NamesHeader.at(lines, at, names);
      int below = at + header.map(NamesHeader::lines).orElse(1);
      if (header.isPresent()) {
        SentenceRows table = new SentenceRows(header.get());
        int end = table.read(lines, below);
        if (table.isShown()) {
          Row head = Row.header(header.get().names());
          found.add(new PageTable(Layout.SPACED, Optional.of(head), table.rows, Sides.SHIFTED));
          below = end;
        }
      }
      at = below;
    }
    return found;
  }

  /** Reads numbered rows; gives the line behind the last. */
  private int read(List<SourceText> lines, int from) {
    int at = from;
    int count = 0;
    while (at < lines.size() && rows.size() < MOST_ROWS) {
      int number = number(lines.get(at));
      if (number <= count || (count == 0 && number != 1)) {
        return at;
      }
      int to = end(lines, at, number);
      add(lines.subList(at, to));
      heights.add(to - at);
      count = number;
      at = to;
    }
    return at;
  }

  /**
   * Where the next number stands, near enough to be that of the next row; behind the last row,
   * which has as many lines as all others, or one.
   */
  private int end(List<SourceText> lines, int from, int number) {
    int most = Math.min(lines.size(), from + MOST_LINES);
    for (int at = from + 1; at < most && !lines.get(at).isEmpty(); at++) {
      int next = number(lines.get(at));
      if (next > number && next <= number + MOST_LINES) {
        return at;
      }
    }
    int last = from + (heights.size() == 1 ? heights.iterator().next() : 1);
    return last <= lines.size() && lines.subList(from, last).stream().noneMatch(SourceText::isEmpty)
        ? last
        : from + 1;
  }

  /** What counts a row; 0 for a line that begins with nothing that counts. */
  private static int number(SourceText line) {
    return SerialMark.of(line).map(SerialMark::number).orElse(0);
  }

  private void add(List<SourceText> lines) {
    SourceText first = lines.get(0);
    Optional<SerialMark> serial = SerialMark.of(first);
    List<SourceText> body = new ArrayList<>(lines);
    serial.ifPresent(mark -> body.set(0, mark.rest()));
    SourceText label = serial.map(SerialMark::label).orElse(first.slice(0, 0));
    String mark = serial.map(SerialMark::printed).orElse("");
    RowText text = RowText.of(body, header.keys());
    Optional<Row> row = counted(text, mark, label);
    if (row.isEmpty() && header.isHeaded() && text.text().length() <= LONGEST_ROW) {
      row = SentenceCuts.cut(text, header.isLabelled()).map(row(label));
    }
    rows.add(row.orElseGet(() -> Row.header(List.of(WrappedCells.joined(lines)))));
    cut += row.isPresent() ? 1 : 0;
    boolean sentence = text.text().text().endsWith(".");
    sentences +=
        sentence || text.text().text().split(" ", -1).length >= WORDS_OF_A_SENTENCE ? 1 : 0;
  }

  /** A row whose number stands before each of its cells: {@code (ii) It burns. (ii) It turns.} */
  private Optional<Row> counted(RowText row, String mark, SourceText label) {
    SourceText text = row.text();
    List<Integer> starts = new ArrayList<>();
    List<SourceText> cells = new ArrayList<>();
    String again = " " + mark + " ";
    int from = 0;
    for (int at = text.text().indexOf(again); at >= 0; at = text.text().indexOf(again, from)) {
      cells.add(text.slice(from, at).strip());
      starts.add(at + 1);
      from = at + again.length();
    }
    cells.add(text.slice(from).strip());
    return cells.size() == header.keys().size()
            && mark.length() > 1
            && row.breaksOnlyAt(starts)
            && cells.stream().noneMatch(SourceText::isEmpty)
        ? Optional.of(new Row(label, cells))
        : Optional.empty();
  }

  private Function<List<SourceText>, Row> row(SourceText label) {
    return pieces -> header.isLabelled() ? Row.of(pieces) : new Row(label, pieces);
  }

  /** True for several rows, most of them cut, and most of sentences. */
  private boolean isShown() {
    return cut >= FEWEST && cut * 2 >= rows.size() && sentences * 2 >= rows.size();
  }
}
