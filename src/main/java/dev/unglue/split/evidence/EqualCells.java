package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;

/**
 * All cells equal: on comparison pages that is common ({@code BusinessBusiness}), by chance it is
 * not.
 *
 * @param equal weight of a reading whose cells are all the same name
 */
public record EqualCells(double equal) implements Evidence {
  @Override
  public String name() {
    return "equal_cells";
  }

  @Override
  public boolean speaks(Question question) {
    return question.forms().stream().anyMatch(form -> form.isFree());
  }

  @Override
  public double ofPair(Question question, Cell left, Cell right) {
    boolean same = left.text().length() > 1 && left.text().equals(right.text());
    return same && speaks(question) ? equal / (question.columns() - 1) : 0;
  }
}
