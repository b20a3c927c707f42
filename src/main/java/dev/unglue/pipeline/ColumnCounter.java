package dev.unglue.pipeline;

import dev.unglue.model.Catalogue;
import dev.unglue.model.CellForm;
import dev.unglue.model.MissingMarks;
import dev.unglue.model.PageTable;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.pipeline.RowKinds.RowKind;
import dev.unglue.split.Hints;
import dev.unglue.split.Question;
import dev.unglue.split.Splitter;
import java.util.List;

/** Counts the columns of a table whose header does not tell: by the rows that fit one number. */
final class ColumnCounter {
  private static final int MOST_COLUMNS = 8;

  private final MissingMarks missing;
  private final RowKinds kinds;
  private final Splitter plain = new Splitter(List.of());

  ColumnCounter(Catalogue catalogue, RowKinds kinds) {
    this.missing = catalogue.missing();
    this.kinds = kinds;
  }

  /** The number of columns that most rows fit, the smallest of several; 0 if none fits any. */
  int count(PageTable table) {
    int best = 0;
    long most = 0;
    for (int columns = 2; columns <= MOST_COLUMNS; columns++) {
      int wanted = columns;
      long fitting = table.rows().stream().filter(row -> fits(row, wanted)).count();
      if (fitting > most) {
        most = fitting;
        best = columns;
      }
    }
    return best;
  }

  private boolean fits(Row row, int columns) {
    if (row.join() == Join.APART) {
      return row.cells().size() == columns;
    }
    RowKind kind = kinds.of(row);
    if (!kind.isKnown()) {
      return false;
    }
    CellForm form = kind.marked();
    Question question =
        new Question(
            row.cells().get(0),
            row.join(),
            columns,
            kind.attributes(),
            List.of(form),
            missing.in(row.cells().get(0).text()),
            Hints.NONE);
    // A free name can be cut anywhere, so it tells nothing of the number.
    return !form.isFree()
        && plain.split(question).match(d -> true, a -> true, few -> false, none -> false);
  }
}
