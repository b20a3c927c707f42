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
  public double weigh(Question question, List<Cell> reading) {
    return ofRow(question, reading) + ofSubjects(question, reading);
  }

  /** All cells or none: half of another reading is no agreement. */
  private static double ofRow(Question question, List<Cell> reading) {
    ColumnKeys columns = question.hints().known(ROW);
    if (columns.size() == 0 || reading.size() > columns.size()) {
      return 0;
    }
    for (int i = 0; i < reading.size(); i++) {
      if (!columns.allows(i, Whitespace.remove(reading.get(i).text()))) {
        return 0;
      }
    }
    return WEIGHT * columns.size();
  }

  private static double ofSubjects(Question question, List<Cell> reading) {
    ColumnKeys columns = question.hints().known(SUBJECTS);
    double weight = 0;
    for (int i = 0; i < reading.size(); i++) {
      weight += columns.allows(i, reading.get(i).key()) ? WEIGHT : 0;
    }
    return weight;
  }
}
