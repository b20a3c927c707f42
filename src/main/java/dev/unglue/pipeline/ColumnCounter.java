package dev.unglue.pipeline;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.CellForm;
import dev.unglue.model.PageTable;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.Hints;
import dev.unglue.split.Question;
import dev.unglue.split.Splitter;
import java.util.List;
import java.util.Map;

/** Counts the columns of a table whose header does not tell: by the rows that fit one number. */
final class ColumnCounter {
  private static final int MOST_COLUMNS = 8;

  private final Catalogue catalogue;
  private final Map<String, List<Attribute>> byLabel;
  private final Splitter plain = new Splitter(List.of());

  ColumnCounter(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.byLabel = catalogue.byLabel();
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
    List<Attribute> attributes =
        byLabel.getOrDefault(Catalogue.labelKey(row.label().text()), List.of());
    if (attributes.isEmpty()) {
      return false;
    }
    CellForm form = CellForms.marked(attributes.get(0), catalogue);
    Question question =
        new Question(
            row.cells().get(0),
            row.join(),
            columns,
            attributes,
            List.of(form),
            catalogue.missingMarks(),
            Hints.NONE);
    // A free name can be cut anywhere, so it tells nothing of the number.
    return !form.isFree()
        && plain.split(question).match(d -> true, a -> true, few -> false, none -> false);
  }
}
