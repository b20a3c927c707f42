package dev.unglue.split.candidate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the ways to cut a row's text into a number of well-formed cells.
 *
 * <p>Column by column, from every place where the cells so far may end; only the likeliest ways to
 * reach a place are carried on, so that time and memory stay bounded however long and ambiguous the
 * text is. The number of all readings is counted exactly all the same. Each piece of the text is
 * read as a cell once, whatever the columns in which it may stand.
 */
public final class Enumerator {
  /** Ways to reach one place that are carried on; more than any row of two columns has. */
  private static final int BEAM = 24;

  private static final int LEAST_BEAM = 2;

  /** Ways that are weighed for one column; where there are more places the beam is narrower. */
  private static final int MOST_WEIGHED = 2_000;

  /**
   * Characters of all the cells that are tried for one column. Eight columns of the longest names
   * need fewer; a longer row is no row of cells that a page has run together.
   */
  private static final long MOST_TRIED = 10_000_000;

  private final Question question;
  private final CellForm form;
  private final String text;
  private final Steps steps;

  /** For each place the well-formed cells that begin there, whatever may follow them. */
  private final Map<Integer, List<Cell>> read = new HashMap<>();

  /**
   * What lists the readings of one question.
   *
   * @param question what is asked of the row
   * @param form the form of its cells
   * @param steps counts what is tried
   */
  public Enumerator(Question question, CellForm form, Steps steps) {
    this.question = question;
    this.form = form;
    this.steps = steps;
    this.text = question.text().text();
  }

  /** The form of the cells. */
  public CellForm form() {
    return form;
  }

  /**
   * The readings and how many there are in all.
   *
   * @param readings the likeliest, in the order of their cuts
   * @param all number of all well-formed readings (at most {@link Long#MAX_VALUE})
   */
  public record Listing(List<List<Cell>> readings, long all) {}

  /** Every reading of the text as {@code columns} cells; none where there are too many to try. */
  public Listing list(int columns, ReadingWeights weights) {
    if (text.length() > (long) columns * (form.maxLength() + 1)) {
      return new Listing(List.of(), 0);
    }
    Ways[] places = new Ways[text.length() + 1];
    places[0] = Ways.start(weights);
    for (int column = 1; column <= columns; column++) {
      places = step(places, columns - column, weights);
    }
    Ways end = places[text.length()];
    return end == null ? new Listing(List.of(), 0) : new Listing(end.readings(), end.all());
  }

  /**
   * One column: from the ways by place to the ways that are longer by a cell. Places are plain
   * numbers in an array, since a long row has as many cells as there are pairs of them.
   */
  private Ways[] step(Ways[] from, int columnsLeft, ReadingWeights weights) {
    List<List<Cell>> cells = cellsFrom(from, columnsLeft);
    int beam = beam(cells.stream().mapToInt(List::size).sum());
    // At the end of the text nothing is dropped: each way there is a whole reading.
    int kept = columnsLeft == 0 ? Integer.MAX_VALUE : BEAM;
    Ways[] places = new Ways[from.length];
    for (int start = 0; start < cells.size(); start++) {
      Ways place = from[start];
      if (place != null && !cells.get(start).isEmpty()) {
        List<Way> before = place.best(beam);
        for (Cell cell : cells.get(start)) {
          int next = afterCell(cell.end(), columnsLeft);
          if (places[next] == null) {
            places[next] = new Ways(kept, weights);
          }
          places[next].extend(before, cell, place.all());
          steps.add(Cost.Kind.READINGS, before.size());
        }
      }
    }
    return places;
  }

  private static int beam(int cells) {
    return Math.max(LEAST_BEAM, Math.min(BEAM, MOST_WEIGHED / Math.max(1, cells)));
  }

  /** Ways that are weighed at most for a column in which so many cells can stand. */
  public static long mostWeighed(long cells) {
    return Math.min(cells * BEAM, Math.max(MOST_WEIGHED, cells * LEAST_BEAM));
  }

  /** The cells up to some place; weighed when it is first asked for, from what is before. */
  private static final class Way {
    private static final double[] NOTHING = {};

    private final @Nullable Way before;
    private final List<Cell> cells;
    private double[] says = NOTHING;
    private double weight;

    Way(@Nullable Way before, List<Cell> cells) {
      this.before = before;
      this.cells = cells;
    }

    Way with(Cell cell) {
      Cell[] longer = cells.toArray(new Cell[cells.size() + 1]);
      longer[cells.size()] = cell;
      return new Way(this, Arrays.asList(longer));
    }

    double weight(ReadingWeights weights) {
      says(weights);
      return weight;
    }

    private double[] says(ReadingWeights weights) {
      if (says.length == 0 && before != null) {
        says = weights.of(cells, before.says(weights));
        for (double each : says) {
          weight += each;
        }
      }
      return says;
    }
  }

  /** The ways to reach one place: all of them, or from some number on the likeliest, best first. */
  private static final class Ways {
    private final int most;
    private final ReadingWeights weights;
    private final List<Way> ways = new ArrayList<>();
    private boolean ranked;
    private long all;

    Ways(int most, ReadingWeights weights) {
      this.most = most;
      this.weights = weights;
    }

    static Ways start(ReadingWeights weights) {
      Ways start = new Ways(1, weights);
      start.ways.add(new Way(null, List.of()));
      start.all = 1;
      return start;
    }

    long all() {
      return all;
    }

    List<List<Cell>> readings() {
      return ways.stream().map(way -> way.cells).toList();
    }

    void extend(List<Way> before, Cell cell, long number) {
      all = Long.MAX_VALUE - all < number ? Long.MAX_VALUE : all + number;
      for (Way way : before) {
        add(way.with(cell));
      }
    }

    /** The likeliest ways; they are weighed only where there are too many. */
    List<Way> best(int number) {
      if (ways.size() > number) {
        rank();
        return ways.subList(0, number);
      }
      return ways;
    }

    private void add(Way way) {
      if (ways.size() < most) {
        ways.add(way);
        return;
      }
      rank();
      if (way.weight(weights) > ways.get(most - 1).weight) {
        ways.remove(most - 1);
        insert(way);
      }
    }

    private void rank() {
      if (!ranked) {
        ways.sort(Comparator.comparingDouble((Way way) -> way.weight(weights)).reversed());
        ranked = true;
      }
    }

    /** Behind those that weigh as much, as a stable sort would. */
    private void insert(Way way) {
      int at = ways.size();
      while (at > 0 && ways.get(at - 1).weight < way.weight) {
        at--;
      }
      ways.add(at, way);
    }
  }

  /** The cells that begin at each of the places; none where there is too much to try. */
  private List<List<Cell>> cellsFrom(Ways[] places, int columnsLeft) {
    List<List<Cell>> cells = new ArrayList<>();
    long tried = 0;
    for (int start = 0; start < places.length; start++) {
      boolean isPlace = places[start] != null;
      tried += isPlace ? tried(start, columnsLeft) : 0;
      if (tried > MOST_TRIED) {
        return List.of();
      }
      cells.add(isPlace ? cellsFrom(start, columnsLeft) : List.of());
    }
    return cells;
  }

  private List<Cell> cellsFrom(int start, int columnsLeft) {
    return columnsLeft == 0 ? lastFrom(start) : innerFrom(start, columnsLeft);
  }

  /** Characters of the cells that are tried from there. */
  private long tried(int start, int columnsLeft) {
    int longest = (int) Math.min(text.length(), (long) start + form.maxLength());
    if (columnsLeft == 0) {
      return longest == text.length() ? longest - start : 0;
    }
    long tried = 0;
    for (int end = start + 1; end <= longest; end++) {
      tried += canEnd(end, columnsLeft) ? end - start : 0;
    }
    return tried;
  }

  private List<Cell> lastFrom(int start) {
    boolean fits = text.length() - start <= form.maxLength();
    return fits ? cell(start, text.length()).stream().toList() : List.of();
  }

  private List<Cell> innerFrom(int start, int columnsLeft) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : read.computeIfAbsent(start, this::readFrom)) {
      if (canEnd(cell.end(), columnsLeft)) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private List<Cell> readFrom(int start) {
    List<Cell> cells = new ArrayList<>();
    int longest = (int) Math.min(text.length() - 1L, (long) start + form.maxLength());
    for (int end = start + 1; end <= longest; end++) {
      if (afterJoint(end) >= 0) {
        cell(start, end).ifPresent(cells::add);
      }
    }
    return cells;
  }

  private Optional<Cell> cell(int start, int end) {
    steps.add(Cost.Kind.CELLS, end - start);
    String cell = text.substring(start, end);
    if (question.marks().contains(cell)) {
      return Optional.of(new Cell(start, end, cell, List.of()));
    }
    List<CellPart> parts = form.read(cell);
    return parts.isEmpty() || !isPossible(parts)
        ? Optional.empty()
        : Optional.of(new Cell(start, end, cell, parts));
  }

  /** True if a cell may end there and leave a text that so many cells can fill. */
  private boolean canEnd(int end, int columnsLeft) {
    int next = afterJoint(end);
    return next >= 0
        && next < text.length()
        && text.length() - next <= (long) columnsLeft * (form.maxLength() + 1);
  }

  /** Behind the last cell stands nothing: a joint there would be text that no cell holds. */
  private int afterCell(int end, int columnsLeft) {
    return columnsLeft == 0 ? end : afterJoint(end);
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
