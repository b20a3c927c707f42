package dev.unglue.page;

import dev.unglue.extract.PageContent;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that nobody took and that look like rows. Right below a table stand more rows of it: for
 * each a line for the label and one for each subject; without the names above them they are kept,
 * not read. Right below the names of the subjects stand their cells; without labels they are kept.
 *
 * @param content what the page holds
 * @param named the subjects by title or address
 */
record LinesBelow(PageContent content, List<String> named) {
  private static final int LONGEST_CELL = 80;
  private static final int FEWEST_ROWS = 2;

  /** Lines below the names; fewer may be what is said of one of them. */
  private static final int FEWEST_LINES = 3;

  /** The groups of such lines, and each line below the names. */
  List<Unread> unread() {
    List<Unread> unread = new ArrayList<>();
    for (List<SourceText> lines : content.open()) {
      if (areRows(lines)) {
        unread.add(kept(lines));
      } else if (named.size() >= 2) {
        belowNames(lines).forEach(line -> unread.add(unlabelled(line)));
      }
    }
    return unread;
  }

  /** The lines below one that holds the names of the subjects, with nothing between these. */
  private List<SourceText> belowNames(List<SourceText> lines) {
    String names = String.join("-", named.stream().map(Subject::slugOf).toList());
    for (int at = 0; at + FEWEST_LINES < lines.size(); at++) {
      String header = lines.get(at).text();
      boolean brief = header.length() <= names.length() * 2 && !header.endsWith(".");
      if (brief && Subject.slugOf(header).contains(names)) {
        return lines.subList(at + 1, end(lines, at));
      }
    }
    return List.of();
  }

  /** Where lines with pipes, as their header has them, or lines without a full stop end. */
  private static int end(List<SourceText> lines, int header) {
    boolean piped = lines.get(header).text().indexOf('|') >= 0;
    int end = header + 1;
    while (end < lines.size()
        && (lines.get(end).text().indexOf('|') >= 0) == piped
        && (piped || !lines.get(end).text().endsWith("."))) {
      end++;
    }
    return end > header + FEWEST_LINES ? end : header + 1;
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

  private static Unread unlabelled(SourceText line) {
    String why =
        "no table took a line below the names of the subjects: expected a label before its cells,"
            + " found \"%s\"".formatted(CodePoints.cut(line.text(), 80));
    return new Unread(Unread.ROW, why, line.span());
  }

  private static Unread kept(List<SourceText> lines) {
    String why =
        "no table took lines that look like its rows: expected the names of the subjects above"
            + " them, found \"%s\"".formatted(Unread.shown(lines));
    return new Unread(Unread.ROW, why, Unread.place(lines));
  }
}
