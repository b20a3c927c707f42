package dev.unglue.split.candidate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
import dev.unglue.split.search.Lattice;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The well-formed cells of a row's text: missing marks, and values of one form within the hard
 * range of their attribute. Each piece of the text is read as a cell once, whatever the columns in
 * which it may stand.
 */
public final class FormCells implements Lattice<Cell> {
  /**
   * Characters of all the cells that may be tried for one column. Eight columns of the longest
   * names need fewer; a longer row is no row of cells that a page has run together.
   */
  private static final long MOST_TRIED = 20_000_000;

  private final Question question;
  private final CellForm form;
  private final String text;
  private final Steps steps;

  /** For each place the well-formed cells that begin there, whatever may follow them. */
  private final Map<Integer, List<Cell>> read = new HashMap<>();

  /**
   * The cells of the row of one question.
   *
   * @param question what is asked of the row
   * @param form the form of its cells
   * @param steps counts what is tried
   */
  public FormCells(Question question, CellForm form, Steps steps) {
    this.question = question;
    this.form = form;
    this.steps = steps;
    this.text = question.text().text();
  }

  /** The form of the cells. */
  public CellForm form() {
    return form;
  }

  /** False where the text is longer than so many cells can be, or there are too many to try. */
  public boolean canFill(int columns) {
    long longest = Math.min(text.length(), form.maxLength());
    long starts = columns > 2 ? text.length() : columns - 1;
    return text.length() <= (long) columns * (form.maxLength() + 1)
        && starts * longest * longest / 2 <= MOST_TRIED;
  }

  @Override
  public int end() {
    return text.length();
  }

  @Override
  public void from(int start, int after, Cells<Cell> cells) {
    if (after == 0) {
      lastFrom(start).ifPresent(cell -> cells.found(cell, cell.end()));
      return;
    }
    List<Cell> here = read.get(start);
    if (here == null) {
      here = readFrom(start);
      read.put(start, here);
    }
    for (Cell cell : here) {
      int next = afterJoint(cell.end());
      if (next < text.length() && text.length() - next <= (long) after * (form.maxLength() + 1)) {
        cells.found(cell, next);
      }
    }
  }

  private Optional<Cell> lastFrom(int start) {
    boolean fits = text.length() - start <= form.maxLength();
    return fits ? cell(start, text.length()) : Optional.empty();
  }

  private List<Cell> readFrom(int start) {
    List<Cell> cells = new ArrayList<>();
    int longest = (int) Math.min(text.length() - 1L, (long) start + form.maxLength());
    for (int end = start + 1; end <= longest; end++) {
      if (afterJoint(end) >= 0) {
        Optional<Cell> cell = cell(start, end);
        if (cell.isPresent()) {
          cells.add(cell.get());
        }
      }
    }
    return cells;
  }

  private Optional<Cell> cell(int start, int end) {
    steps.add(Cost.Kind.CELLS, end - start);
    boolean missing = isMark(start, end);
    if (!missing && !form.mayEndWith(text.charAt(end - 1))) {
      return Optional.empty(); // as nearly all do, and nothing is made of them
    }
    String cell = text.substring(start, end);
    if (missing) {
      return Optional.of(new Cell(start, end, cell, List.of()));
    }
    List<CellPart> parts = form.read(cell);
    return parts.isEmpty() || !isPossible(parts)
        ? Optional.empty()
        : Optional.of(new Cell(start, end, cell, parts));
  }

  private boolean isMark(int start, int end) {
    for (String mark : question.marks()) {
      if (mark.length() == end - start && text.startsWith(mark, start)) {
        return true;
      }
    }
    return false;
  }

  /** Where the next cell begins after one that ends at {@code end}; -1 if none can end there. */
  private int afterJoint(int end) {
    if (end == text.length()) {
      return end;
    }
    return switch (question.join()) {
      case GLUED -> end;
      case SPACED -> blanksFrom(end);
      case PIPED -> pipeFrom(end);
      case APART -> -1;
    };
  }

  private int blanksFrom(int end) {
    int next = end;
    while (next < text.length() && Whitespace.mayBreak(text.charAt(next))) {
      next++;
    }
    return next == end ? -1 : next;
  }

  private int pipeFrom(int end) {
    int pipe = Math.max(end, blanksFrom(end));
    if (pipe >= text.length() || text.charAt(pipe) != '|') {
      return -1;
    }
    return Math.max(pipe + 1, blanksFrom(pipe + 1));
  }

  private boolean isPossible(List<CellPart> parts) {
    for (Attribute attribute : question.attributes()) {
      for (CellPart part : parts) {
        if (!isPossible(attribute, part)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isPossible(Attribute attribute, CellPart part) {
    BigDecimal number = part.number();
    return part.part() != attribute.part() || number == null || attribute.allows(number);
  }
}
