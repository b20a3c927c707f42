package dev.unglue.split.candidate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

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

  /** For each place the well-formed cells that begin there, whatever may follow them. */
  private final Map<Integer, List<Cell>> read = new HashMap<>();

  /**
   * What lists the readings of one question.
   *
   * @param question what is asked of the row
   * @param form the form of its cells
   */
  public Enumerator(Question question, CellForm form) {
    this.question = question;
    this.form = form;
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
  public Listing list(int columns, ToDoubleFunction<List<Cell>> weigh) {
    if (text.length() > (long) columns * (form.maxLength() + 1)) {
      return new Listing(List.of(), 0);
    }
    Map<Integer, Ways> places = Map.of(0, Ways.start(weigh));
    for (int column = 1; column <= columns; column++) {
      places = step(places, columns - column, weigh);
    }
    Ways end = places.getOrDefault(text.length(), new Ways(0, weigh));
    return new Listing(end.best(Integer.MAX_VALUE), end.all());
  }

  private Map<Integer, Ways> step(
      Map<Integer, Ways> from, int columnsLeft, ToDoubleFunction<List<Cell>> weigh) {
    Map<Integer, List<Cell>> cells = cellsFrom(from.keySet(), columnsLeft);
    int beam = beam(cells.values().stream().mapToInt(List::size).sum());
    // At the end of the text nothing is dropped: each way there is a whole reading.
    int kept = columnsLeft == 0 ? Integer.MAX_VALUE : BEAM;
    Map<Integer, Ways> places = new TreeMap<>();
    from.forEach(
        (start, place) -> {
          List<List<Cell>> before = place.best(beam);
          for (Cell cell : cells.getOrDefault(start, List.of())) {
            places
                .computeIfAbsent(afterCell(cell.end(), columnsLeft), at -> new Ways(kept, weigh))
                .extend(before, cell, place.all());
          }
        });
    return places;
  }

  private static int beam(int cells) {
    return Math.max(LEAST_BEAM, Math.min(BEAM, MOST_WEIGHED / Math.max(1, cells)));
  }

  /** Ways that are weighed at most for a column in which so many cells can stand. */
  public static long mostWeighed(long cells) {
    return Math.min(cells * BEAM, Math.max(MOST_WEIGHED, cells * LEAST_BEAM));
  }

  /** The ways to reach one place: all of them, or from some number on the likeliest, best first. */
  private static final class Ways {
    private final int most;
    private final ToDoubleFunction<List<Cell>> weigh;
    private final List<List<Cell>> ways = new ArrayList<>();
    private double[] weights = {};
    private long all;

    Ways(int most, ToDoubleFunction<List<Cell>> weigh) {
      this.most = most;
      this.weigh = weigh;
    }

    static Ways start(ToDoubleFunction<List<Cell>> weigh) {
      Ways start = new Ways(1, weigh);
      start.ways.add(List.of());
      start.all = 1;
      return start;
    }

    long all() {
      return all;
    }

    void extend(List<List<Cell>> before, Cell cell, long number) {
      all = Long.MAX_VALUE - all < number ? Long.MAX_VALUE : all + number;
      for (List<Cell> way : before) {
        Cell[] cells = way.toArray(new Cell[way.size() + 1]);
        cells[way.size()] = cell;
        add(Arrays.asList(cells));
      }
    }

    /** The likeliest ways; they are weighed only where there are too many. */
    List<List<Cell>> best(int number) {
      if (ways.size() > number && weights.length == 0) {
        rank();
      }
      return ways.size() > number ? ways.subList(0, number) : ways;
    }

    private void add(List<Cell> way) {
      if (ways.size() < most) {
        ways.add(way);
        return;
      }
      if (weights.length == 0) {
        rank();
      }
      double weight = weigh.applyAsDouble(way);
      if (weight > weights[most - 1]) {
        ways.remove(most - 1);
        insert(way, weight, most - 1);
      }
    }

    private void rank() {
      List<List<Cell>> unranked = List.copyOf(ways);
      weights = new double[unranked.size()];
      ways.clear();
      for (List<Cell> way : unranked) {
        insert(way, weigh.applyAsDouble(way), ways.size());
      }
    }

    /** Behind those that weigh as much, as a stable sort would. */
    private void insert(List<Cell> way, double weight, int size) {
      int at = size;
      while (at > 0 && weights[at - 1] < weight) {
        weights[at] = weights[at - 1];
        at--;
      }
      weights[at] = weight;
      ways.add(at, way);
    }
  }

  /** The cells that begin at each of the places; none where there is too much to try. */
  private Map<Integer, List<Cell>> cellsFrom(Set<Integer> starts, int columnsLeft) {
    Map<Integer, List<Cell>> cells = new HashMap<>();
    long tried = 0;
    for (int start : starts) {
      tried += tried(start, columnsLeft);
      if (tried > MOST_TRIED) {
        return Map.of();
      }
      cells.put(start, columnsLeft == 0 ? lastFrom(start) : innerFrom(start, columnsLeft));
    }
    return cells;
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
