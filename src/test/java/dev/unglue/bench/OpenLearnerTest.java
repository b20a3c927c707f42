package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The learned weights of open tables; {@link BenchMainTest} holds the file to what is learned. */
class OpenLearnerTest {
  private static final Map<String, Double> LEARNED = weights("config");

  private static Map<String, Double> weights(String folder) {
    Map<String, Double> weights =
        new TreeMap<>(ConfigFolder.load(Path.of(folder)).catalogue().weights());
    weights.keySet().removeIf(key -> !key.startsWith(Catalogue.OPEN));
    return weights;
  }

  @Test
  void decidesThreeRowsOfFourOfTablesThatItHasNotSeenAndNoneWrong() {
    Score score = new OpenLearner(KnownTable.bundled(), new Random(1)).heldOut(0.98);

    assertThat(score.wrong()).isZero();
    assertThat(score.right() * 4).isGreaterThan(score.all() * 3);
  }

  @Test
  void learnsFromTablesOfManyKinds() {
    assertThat(KnownTable.bundled()).hasSizeGreaterThan(100);
    assertThat(KnownTable.bundled())
        .allSatisfy(
            table -> {
              assertThat(table.columns()).isBetween(2, 5);
              assertThat(table.rows())
                  .allSatisfy(row -> assertThat(row.size()).isIn(1, table.header().size()));
            });
  }

  @Test
  void believesThatCellsOfOneRowAreBuiltAlike() {
    assertThat(LEARNED)
        .hasEntrySatisfying("open.pair.equal", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying(
            "open.pair.same_type_and_unit", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying("open.pair.lengths_apart", weight -> assertThat(weight).isNegative())
        .hasEntrySatisfying("open.glue.within_year", weight -> assertThat(weight).isNegative());
  }

  @Test
  void servesTheOtherFieldAsWell() {
    assertThat(weights("config/examples/phones")).isEqualTo(LEARNED);
  }
}
