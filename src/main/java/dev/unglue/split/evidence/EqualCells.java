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
  public boolean speaks(Question question) {
    return question.forms().stream().anyMatch(form -> form.isFree());
  }

  @Override
  public double weigh(Question question, List<Cell> reading) {
    String first = reading.get(0).text();
    if (reading.size() < 2 || first.length() < 2) {
      return 0;
    }
    for (int i = 1; i < reading.size(); i++) {
      if (!reading.get(i).text().equals(first)) {
        return 0;
      }
    }
    return speaks(question) ? equal : 0;
  }
}
