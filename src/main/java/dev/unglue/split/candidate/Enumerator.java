package dev.unglue.split.candidate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Whitespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
 * text is. The number of all readings is counted exactly all the same.
 *
 * @param question what is asked of the row
 * @param form the form of its cells
 */
public record Enumerator(Question question, CellForm form) {
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

  /**
   * The readings and how many there are in all.
   *
   * @param readings the likeliest, in the order of their cuts
   * @param all number of all well-formed readings (at most {@link Long#MAX_VALUE})
   */
  public record Listing(List<List<Cell>> readings, long all) {}

  private record Place(List<List<Cell>> ways, long all) {}

  /** Every reading of the text as {@code columns} cells; none where there are too many to try. */
  public Listing list(int columns, ToDoubleFunction<List<Cell>> weigh) {
    if (text().length() > (long) columns * (form.maxLength() + 1)) {
      return new Listing(List.of(), 0);
    }
    Map<Integer, Place> places = Map.of(0, new Place(List.of(List.of()), 1));
    for (int column = 1; column <= columns; column++) {
      places = step(places, columns - column, weigh);
    }
    Place end = places.getOrDefault(text().length(), new Place(List.of(), 0));
    return new Listing(end.ways(), end.all());
  }

  private Map<Integer, Place> step(
      Map<Integer, Place> from, int columnsLeft, ToDoubleFunction<List<Cell>> weigh) {
    Map<Integer, List<Cell>> cells = cellsFrom(from.keySet(), columnsLeft);
    int beam = beam(cells.values().stream().mapToInt(List::size).sum());
    Map<Integer, List<List<Cell>>> ways = new TreeMap<>();
    Map<Integer, Long> counts = new HashMap<>();
    cells.forEach(
        (start, all) -> {
          Place place = from.getOrDefault(start, new Place(List.of(), 0));
          List<List<Cell>> before = best(place.ways(), beam, weigh);
          for (Cell cell : all) {
            int next = afterCell(cell.end(), columnsLeft);
            counts.merge(next, place.all(), Enumerator::sum);
            extend(ways.computeIfAbsent(next, n -> new ArrayList<>()), before, cell);
          }
        });
    Map<Integer, Place> places = new TreeMap<>();
    // At the end of the text nothing is dropped: each way there is a whole reading.
    int kept = columnsLeft == 0 ? Integer.MAX_VALUE : BEAM;
    ways.forEach(
        (at, all) ->
            places.put(at, new Place(best(all, kept, weigh), counts.getOrDefault(at, 0L))));
    return places;
  }

  private String text() {
    return question.text().text();
  }

  private static int beam(int cells) {
    return Math.max(LEAST_BEAM, Math.min(BEAM, MOST_WEIGHED / Math.max(1, cells)));
  }

  /** Ways that are weighed at most for a column in which so many cells can stand. */
  public static long mostWeighed(long cells) {
    return Math.min(cells * BEAM, Math.max(MOST_WEIGHED, cells * LEAST_BEAM));
  }

  private static void extend(List<List<Cell>> ways, List<List<Cell>> before, Cell cell) {
    for (List<Cell> way : before) {
      List<Cell> cells = new ArrayList<>(way);
      cells.add(cell);
      ways.add(List.copyOf(cells));
    }
  }

  /** The likeliest ways; they are weighed only where there are too many. */
  private static List<List<Cell>> best(
      List<List<Cell>> ways, int most, ToDoubleFunction<List<Cell>> weigh) {
    if (ways.size() <= most) {
      return ways;
    }
    return ways.stream()
        .map(way -> new WeighedReading(way, weigh.applyAsDouble(way)))
        .sorted(Comparator.comparingDouble(WeighedReading::weight).reversed())
        .limit(most)
        .map(WeighedReading::cells)
        .toList();
  }

  private static long sum(long a, long b) {
    return Long.MAX_VALUE - a < b ? Long.MAX_VALUE : a + b;
  }

  /** The cells that begin at each of the places; none where there is too much to try. */
  private Map<Integer, List<Cell>> cellsFrom(Set<Integer> starts, int columnsLeft) {
    Map<Integer, List<Cell>> cells = new TreeMap<>();
    long tried = 0;
    for (int start : starts) {
      List<Cell> found = new ArrayList<>();
      int longest = (int) Math.min(text().length(), (long) start + form.maxLength());
      int shortest = columnsLeft == 0 ? text().length() : start + 1;
      for (int end = shortest; end <= longest; end++) {
        if (canEnd(afterCell(end, columnsLeft), columnsLeft)) {
          tried += end - start;
          if (tried > MOST_TRIED) {
            return Map.of();
          }
          cell(start, end).ifPresent(found::add);
        }
      }
      cells.put(start, found);
    }
    return cells;
  }

  private Optional<Cell> cell(int start, int end) {
    String cell = text().substring(start, end);
    if (question.marks().contains(cell)) {
      return Optional.of(new Cell(start, end, cell, List.of()));
    }
    List<CellPart> parts = form.read(cell);
    return parts.isEmpty() || !isPossible(parts)
        ? Optional.empty()
        : Optional.of(new Cell(start, end, cell, parts));
  }

  private boolean canEnd(int next, int columnsLeft) {
    return next >= 0
        && (columnsLeft == 0
            ? next == text().length()
            : text().length() - next <= (long) columnsLeft * (form.maxLength() + 1)
                && next < text().length());
  }

  /** Behind the last cell stands nothing: a joint there would be text that no cell holds. */
  private int afterCell(int end, int columnsLeft) {
    return columnsLeft == 0 ? end : afterJoint(end);
  }

  /** Where the next cell begins after one that ends at {@code end}; -1 if none can end there. */
  private int afterJoint(int end) {
    if (end == text().length()) {
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
    while (next < text().length() && Whitespace.mayBreak(text().charAt(next))) {
      next++;
    }
    return next == end ? -1 : next;
  }

  private int pipeFrom(int end) {
    int pipe = Math.max(end, blanksFrom(end));
    if (pipe >= text().length() || text().charAt(pipe) != '|') {
      return -1;
    }
    return Math.max(pipe + 1, blanksFrom(pipe + 1));
  }

  private boolean isPossible(List<CellPart> parts) {
    return question.attributes().stream()
        .allMatch(attribute -> parts.stream().allMatch(part -> isPossible(attribute, part)));
  }

  private static boolean isPossible(Attribute attribute, CellPart part) {
    BigDecimal number = part.number();
    return part.part() != attribute.part() || number == null || attribute.allows(number);
  }
}
