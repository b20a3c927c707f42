package dev.unglue.page;

import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Steps;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts the columns of a table whose header does not tell: by the rows that fit one number. */
record ColumnCounter(MissingMarks missing, Splitter splitter) {
  private static final int MOST_COLUMNS = 8;

  ColumnCounter(MissingMarks missing) {
    this(missing, new Splitter(List.of()));
  }

  /** The same, which counts what it tries. */
  ColumnCounter counting(Steps steps) {
    return new ColumnCounter(missing, splitter.counting(steps));
  }

  /** The number of columns that most rows fit, the smallest of several; 0 if none fits any. */
  int count(LabelledTable table) {
    int best = 0;
    long most = 0;
    for (int columns = 2; columns <= MOST_COLUMNS; columns++) {
      int wanted = columns;
      long fitting =
          IntStream.range(0, table.rows().size())
              .filter(i -> fits(table.rows().get(i), table.kinds().get(i), wanted))
              .count();
      if (fitting > most) {
        most = fitting;
        best = columns;
      }
    }
    return best;
  }

  private boolean fits(Row row, RowKind kind, int columns) {
    if (row.join() == Join.APART) {
      return row.cells().size() == columns;
    }
    if (!kind.isKnown()) {
      return false;
    }
    // A free name can be cut anywhere, so it tells nothing of the number.
    RowKind strict = new RowKind(kind.attributes(), List.of(kind.marked()), Set.of());
    Question question = Question.of(row, columns, strict, missing, Hints.NONE);
    return !kind.marked().isFree()
        && splitter.split(question).match(d -> true, a -> true, few -> false, none -> false);
  }
}
