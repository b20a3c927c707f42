package dev.unglue.extract.table.sentence;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rows of a label and a sentence for each subject of the title, run together below no header:
 * {@code RewardA teller has wages.A baker has tips.} Each cell begins with a capital right behind
 * the one before, and in no other place of the row; so its cuts are forced.
 */
public final class GluedSentences {
  private static final int LONGEST_CORNER = 20;
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_ROW = 1_500;
  private static final int FEWEST_ROWS = 2;

  private GluedSentences() {}

  /**
   * The table of a group of lines; absent where fewer than two rows follow each other or no row has
   * sentences alone or speaks of a subject.
   *
   * @param lines lines that follow each other, none of them blank
   * @param names the subjects by title or address
   */
  public static Optional<PageTable> find(List<SourceText> lines, SubjectNames names) {
    int columns = names.keys().size();
    List<Row> best = List.of();
    List<Row> rows = new ArrayList<>();
    for (SourceText line : lines) {
      List<SourceText> pieces = mayBeRow(line, columns) ? pieces(line.strip()) : List.of();
      if (pieces.size() == columns + 1 && pieces.get(0).length() <= LONGEST_LABEL) {
        rows.add(Row.of(pieces));
      } else {
        rows = new ArrayList<>();
      }
      best = rows.size() > best.size() ? List.copyOf(rows) : best;
    }
    return best.size() < FEWEST_ROWS
            || best.stream().noneMatch(row -> speaks(row, names) || isOfSentences(row))
            || lines.stream().anyMatch(line -> isHeader(line, names))
        ? Optional.empty()
        : Optional.of(new PageTable(Layout.GLUED, best));
  }

  /** False where too few or too many cells begin; nearly all lines of a page fall out here. */
  private static boolean mayBeRow(SourceText line, int columns) {
    String text = line.text();
    int begun = 0;
    for (int i = 1; i < text.length(); i++) {
      begun += begins(text, i) ? 1 : 0;
    }
    return begun == columns || begun == columns - 1; // a gap may part the label
  }

  private static boolean begins(String text, int at) {
    char before = text.charAt(at - 1);
    return Character.isUpperCase(text.charAt(at))
        && (Character.isLowerCase(before) || ".!?)".indexOf(before) >= 0);
  }

  /** A line of all names and hardly more: what stands below it is for others to cut. */
  private static boolean isHeader(SourceText line, SubjectNames names) {
    String letters = Subject.slugOf(line.text()).replace("-", "");
    int named = names.keys().stream().mapToInt(String::length).sum();
    return letters.length() <= named + LONGEST_CORNER
        && names.keys().stream().allMatch(key -> letters.contains(key.replace("-", "")));
  }

  /** A line at each capital that stands right behind a small letter or the end of a sentence. */
  private static List<SourceText> pieces(SourceText line) {
    List<SourceText> pieces = new ArrayList<>();
    if (line.length() > LONGEST_ROW) {
      return pieces;
    }
    int start = 0;
    for (int i = 1; i < line.length(); i++) {
      if (begins(line.text(), i)) {
        pieces.add(line.slice(start, i).strip());
        start = i;
      } else if (pieces.isEmpty() && isGap(line, i)) {
        pieces.add(line.slice(start, i).strip());
        start = Whitespace.skip(line, i);
      }
    }
    pieces.add(line.slice(start).strip());
    return pieces.stream().anyMatch(SourceText::isEmpty) ? List.of() : pieces;
  }

  /** Two blanks and more before a capital. */
  private static boolean isGap(SourceText line, int at) {
    int next = Whitespace.skip(line, at);
    return next > at + 1 && next < line.length() && Character.isUpperCase(line.charAt(next));
  }

  private static boolean isOfSentences(Row row) {
    return !row.label().text().endsWith(".")
        && row.cells().stream().allMatch(cell -> cell.text().endsWith("."));
  }

  /** True if a cell begins with the name of a subject, whatever its number. */
  private static boolean speaks(Row row, SubjectNames names) {
    return row.cells().stream()
        .map(cell -> cell.text().toLowerCase(Locale.ROOT))
        .anyMatch(cell -> names.keys().stream().anyMatch(key -> speaks(cell, key)));
  }

  private static boolean speaks(String cell, String key) {
    String name = key.replace('-', ' ');
    return cell.startsWith(name) || cell.startsWith("a " + name) || cell.startsWith("an " + name);
  }
}
