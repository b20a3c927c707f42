package dev.unglue.split.evidence;

import dev.unglue.model.page.RowDecision;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Question;
import dev.unglue.text.Whitespace;
import java.util.List;

/**
 * What people have decided of the row: of all evidence the highest. It chooses among well-formed
 * readings and makes none: where no reading is as decided, it says nothing.
 */
public record DecisionEvidence() implements Evidence {
  /**
   * Key in {@link dev.unglue.split.candidate.Hints#known} of the decided cells of this very row,
   * their letters only.
   */
  public static final String ROW = RowDecision.METHOD;

  /**
   * Key in {@link dev.unglue.split.candidate.Hints#known} of the cells as decided for their
   * subjects, whatever the row.
   */
  public static final String SUBJECTS = "decided_for_subject";

  /** More than all other evidence together can say of one cell. */
  private static final double WEIGHT = 1_000;

  @Override
  public String name() {
    return RowDecision.METHOD;
  }

  @Override
  public boolean speaks(Question question) {
    return question.hints().known(ROW).size() > 0 || question.hints().known(SUBJECTS).size() > 0;
  }

  @Override
  public double ofCell(Question question, int column, Cell cell) {
    ColumnKeys subjects = question.hints().known(SUBJECTS);
    return (isDecided(question, column, cell) ? WEIGHT : 0)
        + (subjects.allows(column, cell.key()) ? WEIGHT : 0);
  }

  private static boolean isDecided(Question question, int column, Cell cell) {
    return question.hints().known(ROW).allows(column, Whitespace.remove(cell.text()));
  }

  /** Of a row all cells or none: half of another reading is no agreement. */
  @Override
  public double ofWhole(Question question, List<Cell> reading) {
    int decided = 0;
    for (int i = 0; i < reading.size(); i++) {
      decided += isDecided(question, i, reading.get(i)) ? 1 : 0;
    }
    return decided < reading.size() ? -WEIGHT * decided : 0;
  }
}
