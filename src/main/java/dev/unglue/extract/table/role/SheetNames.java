package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.List;

/** The names that a spreadsheet gives its columns and rows, {@code A B C} and {@code 1 2 3}. */
final class SheetNames {
  private static final int FEWEST_COLUMNS = 3;
  private static final int MOST_COLUMNS = 26;
  private static final int MOST_DIGITS = 6;

  private SheetNames() {}

  /** The rows without such names; as they are where these may be what the page compares. */
  static List<CellRow> without(List<CellRow> rows, SubjectNames subjects) {
    if (rows.size() < 2
        || !areLetters(rows.get(0).cells())
        || subjects.areIn(rows.get(0).cells())) {
      return rows;
    }
    List<CellRow> inside = rows.subList(1, rows.size());
    int last = 0;
    for (CellRow row : inside) {
      String number = row.cells().get(0).text();
      if (!number.isEmpty()) {
        if (number.length() > MOST_DIGITS
            || !number.chars().allMatch(Digits::is)
            || Integer.parseInt(number) <= last) {
          return rows;
        }
        last = Integer.parseInt(number);
      }
    }
    boolean headed = inside.get(0).texts().stream().skip(1).noneMatch(SheetNames::isFigure);
    return last == 0 || !headed ? rows : inside.stream().map(row -> row.from(1)).toList();
  }

  private static boolean isFigure(SourceText cell) {
    return Digits.is(cell.charAt(0));
  }

  /** An empty corner, then the letters from A on. */
  private static boolean areLetters(List<SourceText> cells) {
    if (cells.size() <= FEWEST_COLUMNS || cells.size() > MOST_COLUMNS || !cells.get(0).isEmpty()) {
      return false;
    }
    for (int i = 1; i < cells.size(); i++) {
      if (!cells.get(i).text().equals(String.valueOf((char) ('A' + i - 1)))) {
        return false;
      }
    }
    return true;
  }
}
