package dev.unglue.split.evidence;

import dev.unglue.model.subject.Belief;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;

/**
 * What other pages of the same subjects say of the cells; see {@link
 * dev.unglue.split.candidate.Hints#others}.
 */
public record OtherPages() implements Evidence {
  @Override
  public String name() {
    return "other_pages";
  }

  @Override
  public boolean speaks(Question question) {
    return !question.hints().others().isEmpty();
  }

  @Override
  public double ofCell(Question question, int column, Cell cell) {
    List<Belief> columns = question.hints().others();
    return column < columns.size() ? columns.get(column).of(cell.key()) : 0;
  }
}
