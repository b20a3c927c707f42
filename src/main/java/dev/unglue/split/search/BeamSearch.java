package dev.unglue.split.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the likeliest ways to cut a row into a number of cells: column by column, from every place
 * where the cells so far may end. Only the likeliest ways to reach a place are carried on, so that
 * time and memory stay bounded however long and ambiguous the row is. The number of all ways is
 * counted exactly all the same.
 *
 * @param <C> a cell
 */
public final class BeamSearch<C> {
  private static final int LEAST_WIDTH = 2;

  private final Lattice<C> lattice;
  private final CellScorer<C> scorer;
  private final Beam beam;

  /**
   * A search.
   *
   * @param lattice the cells that there may be
   * @param scorer weighs them
   * @param beam how much is carried on
   */
  public BeamSearch(Lattice<C> lattice, CellScorer<C> scorer, Beam beam) {
    this.lattice = lattice;
    this.scorer = scorer;
    this.beam = beam;
  }

  /**
   * How much is carried on.
   *
   * @param width ways to reach one place
   * @param mostWeighed ways that are weighed for one column; where there are more cells to go on
   *     with fewer ways are carried on
   * @param most ways that are kept at the end of the row
   */
  public record Beam(int width, int mostWeighed, int most) {
    int width(long cells) {
      return (int) Math.max(LEAST_WIDTH, Math.min(width, mostWeighed / Math.max(1, cells)));
    }

    /** Ways that are weighed at most for a column in which so many cells can stand. */
    public long mostWeighed(long cells) {
      return Math.min(cells * width, Math.max(mostWeighed, cells * LEAST_WIDTH));
    }
  }

  /**
   * What was found.
   *
   * @param ways the likeliest, in the order of their cuts as long as none was dropped
   * @param all number of all ways (at most {@link Long#MAX_VALUE})
   * @param tried ways that were carried on by a cell
   * @param <C> a cell
   */
  public record Found<C>(List<Way<C>> ways, long all, long tried) {
    /** Copies the ways. */
    public Found {
      ways = List.copyOf(ways);
    }
  }

  /** The ways to cut the row into so many cells, 1 or more. */
  public Found<C> find(int columns) {
    return find(columns, false).get(columns - 1);
  }

  /**
   * The same for one cell, for two and so on up to so many: the ways to a place are the same
   * whatever follows, so that they are looked for but once. As long as no width depends on the
   * number of cells that there are, each is found as if it were looked for by itself.
   */
  public List<Found<C>> findEach(int columns) {
    return find(columns, true);
  }

  private List<Found<C>> find(int columns, boolean each) {
    List<Found<C>> found = new ArrayList<>();
    Place<C>[] places = places();
    places[0] = Place.first();
    long tried = 0;
    for (int column = 0; column < columns; column++) {
      int after = columns - column - 1;
      List<Way.Step<C>> steps = steps(places, column, each && after > 0 ? Lattice.ANY : after);
      int width = beam.width(steps.size());
      Place<C>[] reached = places();
      for (Way.Step<C> step : steps) {
        Place<C> to = reached[step.next];
        if (to == null) {
          to = new Place<>(step.next == lattice.end() ? beam.most : beam.width);
          reached[step.next] = to;
        }
        tried += to.extend(places[step.start], width, step);
      }
      places = reached;
      Place<C> end = places[lattice.end()];
      found.add(
          end == null ? new Found<>(List.of(), 0, tried) : new Found<>(end.ways, end.all, tried));
    }
    return found;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of a generic class
  private Place<C>[] places() {
    return new Place[lattice.end() + 1];
  }

  /** The cells of a column, in the order of their places. */
  private List<Way.Step<C>> steps(Place<C>[] places, int column, int after) {
    List<Way.Step<C>> steps = new ArrayList<>();
    for (int place = 0; place < lattice.end(); place++) {
      if (places[place] != null) {
        int start = place;
        lattice.from(
            start,
            after,
            (cell, next) -> steps.add(new Way.Step<>(scorer, column, cell, start, next)));
      }
    }
    return steps;
  }

  /** The ways to reach one place: all of them, or from some number on the likeliest, best first. */
  private static final class Place<C> {
    private final int most;
    private final List<Way<C>> ways = new ArrayList<>();
    private boolean ranked;
    private long all;

    Place(int most) {
      this.most = most;
    }

    /** Where a row begins. */
    static <C> Place<C> first() {
      Place<C> first = new Place<>(0);
      first.all = 1;
      return first;
    }

    /** Adds the ways to a place, each longer by a cell; returns how many there were. */
    int extend(Place<C> from, int width, Way.Step<C> step) {
      all = Long.MAX_VALUE - all < from.all ? Long.MAX_VALUE : all + from.all;
      if (from.most == 0) {
        add(null, step);
        return 1;
      }
      List<Way<C>> before = from.best(width);
      for (int i = 0; i < before.size(); i++) {
        add(before.get(i), step);
      }
      return before.size();
    }

    /** The likeliest ways; they are weighed only where there are too many. */
    private List<Way<C>> best(int number) {
      if (ways.size() <= number) {
        return ways;
      }
      rank();
      return ways.subList(0, number);
    }

    private void add(@Nullable Way<C> before, Way.Step<C> step) {
      if (ways.size() < most) {
        ways.add(new Way<>(before, step));
        return;
      }
      rank();
      if (step.weightBehind(before) > ways.get(most - 1).weight()) {
        ways.remove(most - 1);
        insert(new Way<>(before, step));
      }
    }

    private void rank() {
      if (!ranked) {
        ways.sort(Comparator.comparingDouble((Way<C> way) -> way.weight()).reversed());
        ranked = true;
      }
    }

    /** Behind those that weigh as much, as a stable sort would. */
    private void insert(Way<C> way) {
      int at = ways.size();
      while (at > 0 && ways.get(at - 1).weight() < way.weight()) {
        at--;
      }
      ways.add(at, way);
    }
  }
}
