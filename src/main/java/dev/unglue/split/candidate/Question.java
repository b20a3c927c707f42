package dev.unglue.split.candidate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import java.util.List;

/**
 * What is asked of the splitter: one row's joined text and all that is known beforehand.
 *
 * @param text the row's text after its label
 * @param join how the cells stand to each other
 * @param columns number of cells that the row should have, 2 or more
 * @param attributes the attributes that the row's label names: ranges, typical values, threshold
 * @param forms the forms a cell may have, strictest first: a later one is tried where no reading of
 *     the earlier ones exists
 * @param marks the missing marks
 * @param hints what is known of the row from elsewhere
 */
public record Question(
    SourceText text,
    Row.Join join,
    int columns,
    List<Attribute> attributes,
    List<CellForm> forms,
    List<String> marks,
    Hints hints) {
  /** Copies the lists. */
  public Question {
    attributes = List.copyOf(attributes);
    forms = List.copyOf(forms);
    marks = List.copyOf(marks);
  }

  /** What is asked of a joined row of that kind. */
  public static Question of(Row row, int columns, RowKind kind, MissingMarks missing, Hints hints) {
    SourceText text = row.cells().get(0);
    return new Question(
        text, row.join(), columns, kind.attributes(), kind.forms(), missing.in(text.text()), hints);
  }

  /** Probability from which a reading is decided: the strictest of the attributes. */
  public double threshold() {
    return attributes.stream().mapToDouble(Attribute::threshold).max().orElse(0.98);
  }
}
