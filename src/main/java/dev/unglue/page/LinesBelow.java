package dev.unglue.page;

import dev.unglue.extract.PageContent;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines right below a table that nobody took and that look like more rows of it: for each a line
 * for the label and one for each subject. Without the names above them they are kept, not read.
 *
 * @param content what the page holds
 * @param named the subjects by title or address
 */
record LinesBelow(PageContent content, List<String> named) {
  private static final int LONGEST_CELL = 80;
  private static final int FEWEST_ROWS = 2;

  /** The groups of such lines. */
  List<Unread> unread() {
    return content.open().stream().filter(this::areRows).map(LinesBelow::kept).toList();
  }

  private boolean areRows(List<SourceText> lines) {
    int row = named.size() + 1;
    return named.size() >= 2
        && lines.size() % row == 0
        && lines.size() >= FEWEST_ROWS * row
        && lines.stream().allMatch(this::isCell)
        && haveLabels(lines, row)
        && isBelowTable(lines.get(0).span().start());
  }

  /** No sentence, no mark of a list or a heading, and no link to another comparison. */
  private boolean isCell(SourceText line) {
    char first = line.charAt(0);
    String slug = Subject.slugOf(line.text());
    return line.length() <= LONGEST_CELL
        && (Character.isLetterOrDigit(first) || "$£€~+<>".indexOf(first) >= 0)
        && line.charAt(line.length() - 1) != '.'
        && named.stream().noneMatch(name -> slug.contains(Subject.slugOf(name)));
  }

  /** True if a text that comes only once begins each row. */
  private static boolean haveLabels(List<SourceText> lines, int row) {
    Set<String> labels = new HashSet<>();
    for (int at = 0; at < lines.size(); at += row) {
      String label = lines.get(at).text();
      if (!Character.isLetter(label.charAt(0)) || !labels.add(label)) {
        return false;
      }
    }
    return true;
  }

  /** True if nothing stands between a table and a place but, perhaps, a heading. */
  private boolean isBelowTable(int place) {
    List<Line> above = new ArrayList<>(content.text().lines());
    above.removeIf(line -> line.text().span().start() >= place);
    int last = above.size() - 1;
    int table = last >= 0 && above.get(last).kind() == Line.Kind.HEADING ? last - 1 : last;
    return table >= 0 && above.get(table).kind() == Line.Kind.TABLE;
  }

  private static Unread kept(List<SourceText> lines) {
    String why =
        "no table took lines that look like its rows: expected the names of the subjects above"
            + " them, found \"%s\"".formatted(Unread.shown(lines));
    return new Unread(Unread.ROW, why, Unread.place(lines));
  }
}
