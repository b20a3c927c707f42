package dev.unglue.split.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unglue.split.search.BeamSearch.Beam;
import dev.unglue.split.search.BeamSearch.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one search, beside a slow twin that tries every way. */
class BeamSearchTest {
  private static final Beam ALL = new Beam(1_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Cells of a random row: some of the parts between two places are none. */
  private static final class RandomRow implements Lattice<String>, CellScorer<String> {
    private final int places;
    private final long seed;

    RandomRow(int places, long seed) {
      this.places = places;
      this.seed = seed;
    }

    @Override
    public int end() {
      return places;
    }

    @Override
    public void from(int start, int after, Cells<String> cells) {
      int most = after == ANY ? places : places - after;
      for (int to = after == 0 ? places : start + 1; to <= most; to++) {
        if (new Random(seed * 31 + start * 100L + to).nextInt(4) > 0) {
          cells.found(start + "-" + to, to);
        }
      }
    }

    @Override
    public double cell(int column, String cell, int next) {
      return new Random(seed + cell.hashCode() * 7L + column + next).nextInt(-9, 10);
    }

    @Override
    public double pair(int column, String left, String right) {
      return new Random(seed + left.hashCode() * 13L + right.hashCode()).nextInt(-9, 10);
    }

    double weight(List<String> cells) {
      double weight = 0;
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        weight += cell(i, cell, Integer.parseInt(cell.substring(cell.indexOf('-') + 1)));
        weight += i == 0 ? 0 : pair(i, cells.get(i - 1), cell);
      }
      return weight;
    }
  }

  private static void ways(
      RandomRow row, int start, int columns, List<String> before, List<List<String>> all) {
    row.from(
        start,
        columns - 1,
        (cell, next) -> {
          List<String> cells = new ArrayList<>(before);
          cells.add(cell);
          if (columns == 1) {
            all.add(cells);
          } else {
            ways(row, next, columns - 1, cells, all);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsEveryWayThatItsSlowTwinFinds(long seed) {
    for (int columns = 1; columns <= 5; columns++) {
      RandomRow row = new RandomRow(9, seed);
      List<List<String>> all = new ArrayList<>();
      ways(row, 0, columns, List.of(), all);

      Found<String> found = new BeamSearch<>(row, row, ALL).find(columns);

      assertThat(found.ways()).extracting(Way::cells).containsExactlyInAnyOrderElementsOf(all);
      assertThat(found.all()).isEqualTo(all.size());
      for (Way<String> way : found.ways()) {
        assertThat(way.size()).isEqualTo(columns);
        assertThat(way.weight()).isCloseTo(row.weight(way.cells()), within(1e-9));
        assertThat(cells(way.places())).isEqualTo(way.cells());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsEachNumberOfCellsAsIfItWereLookedForByItself(long seed) {
    RandomRow row = new RandomRow(14, seed);
    BeamSearch<String> search = new BeamSearch<>(row, row, new Beam(3, Integer.MAX_VALUE, 3));

    List<Found<String>> each = search.findEach(6);

    for (int columns = 1; columns <= 6; columns++) {
      Found<String> alone = search.find(columns);
      Found<String> found = each.get(columns - 1);
      assertThat(found.all()).isEqualTo(alone.all());
      assertThat(found.ways())
          .extracting(way -> way.cells() + " " + way.weight())
          .isEqualTo(alone.ways().stream().map(way -> way.cells() + " " + way.weight()).toList());
    }
  }

  private static List<String> cells(int[] places) {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i < places.length; i++) {
      cells.add(places[i - 1] + "-" + places[i]);
    }
    return cells;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTheLikeliestBestFirst(long seed) {
    RandomRow row = new RandomRow(12, seed);
    List<List<String>> all = new ArrayList<>();
    ways(row, 0, 2, List.of(), all);
    all.sort(Comparator.comparingDouble(row::weight).reversed());

    Found<String> found = new BeamSearch<>(row, row, new Beam(100, 1_000, 3)).find(2);

    assertThat(found.ways()).extracting(Way::cells).isEqualTo(all.subList(0, 3));
    assertThat(found.all()).isEqualTo(all.size());
  }

  @Test
  void carriesFewerWaysOnWhereThereAreMoreCells() {
    Beam beam = new Beam(24, 2_000, 24);

    assertThat(List.of(beam.width(0), beam.width(50), beam.width(200), beam.width(5_000)))
        .isEqualTo(List.of(24, 24, 10, 2));
    assertThat(List.of(beam.mostWeighed(50), beam.mostWeighed(200), beam.mostWeighed(5_000)))
        .isEqualTo(List.of(1_200L, 2_000L, 10_000L));
  }

  @Test
  void countsAllWaysThoughItDropsMost() {
    Lattice<Integer> row =
        new Lattice<>() {
          @Override
          public int end() {
            return 60;
          }

          @Override
          public void from(int start, int after, Cells<Integer> cells) {
            for (int to = after == 0 ? 60 : start + 1; to <= 60 - after; to++) {
              cells.found(to - start, to);
            }
          }
        };
    CellScorer<Integer> even =
        new CellScorer<>() {
          @Override
          public double cell(int column, Integer cell, int next) {
            return 0;
          }

          @Override
          public double pair(int column, Integer left, Integer right) {
            return -Math.abs(left - right);
          }
        };
    BeamSearch<Integer> search = new BeamSearch<>(row, even, new Beam(8, 1_000_000, 8));

    Found<Integer> four = search.find(4);

    assertThat(four.all()).isEqualTo(32_509); // 59 places, three of them chosen
    assertThat(four.ways().get(0).cells()).isEqualTo(List.of(15, 15, 15, 15));
    assertThat(search.find(30).all()).isEqualTo(59_132_290_782_430_712L); // 29 of 59
    assertThat(search.find(61)).isEqualTo(new Found<>(List.of(), 0, 0));
  }

  @Test
  void countsNoFurtherThanALongGoes() {
    Lattice<Integer> twice =
        new Lattice<>() {
          @Override
          public int end() {
            return 70;
          }

          @Override
          public void from(int start, int after, Cells<Integer> cells) {
            cells.found(1, start + 1);
            cells.found(2, start + 1);
          }
        };
    CellScorer<Integer> silent =
        new CellScorer<>() {
          @Override
          public double cell(int column, Integer cell, int next) {
            return -cell;
          }

          @Override
          public double pair(int column, Integer left, Integer right) {
            return 0;
          }
        };

    Found<Integer> found = new BeamSearch<>(twice, silent, new Beam(2, 100, 1)).find(70);

    assertThat(found.all()).isEqualTo(Long.MAX_VALUE);
    assertThat(found.ways()).singleElement().extracting(Way::weight).isEqualTo(-70.0);
  }

  @Test
  void makesProbabilitiesOfWeights() {
    double[] weights = {2, 2 - StrictMath.log(3), Double.NEGATIVE_INFINITY};

    assertThat(Probabilities.of(3, i -> weights[i], 0))
        .containsExactly(new double[] {0.75, 0.25, 0}, within(1e-12));
    assertThat(Probabilities.of(1, i -> weights[i], 1)).containsExactly(0.5);
  }
}
