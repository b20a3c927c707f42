package dev.unglue.split.evidence;

import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.List;

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
  public double weigh(Question question, List<Cell> reading) {
    String first = reading.get(0).text();
    boolean same = reading.stream().allMatch(cell -> cell.text().equals(first));
    boolean names = question.forms().stream().anyMatch(form -> form.isFree());
    return same && names && reading.size() > 1 && first.length() > 1 ? equal : 0;
  }
}
