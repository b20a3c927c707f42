package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.TableLesson.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learned weights of open tables, and how they are learned. */
class ListLearnerTest {
  private static final Map<String, Double> LEARNED = weights("config");

  private static Map<String, Double> weights(String folder) {
    Map<String, Double> weights =
        new TreeMap<>(ConfigFolder.load(Path.of(folder)).catalogue().weights());
    weights.keySet().removeIf(key -> !key.startsWith(Catalogue.OPEN));
    return weights;
  }

  @Test
  void learnsTheSameFromTheSameTables() {
    List<KnownTable> tables = KnownTable.bundled().subList(0, 24);

    ListLearner learner = new ListLearner(tables, 2);
    Map<String, Double> learned = learner.learn();

    assertThat(learned).isEqualTo(new ListLearner(tables, 2).learn());
    assertThat(learned)
        .containsKeys("open.compared.pair.unit", "open.columns.compared.glued.header");
    assertThat(learner.told()).hasSize(6);
    assertThat(learner.told().get(0)).startsWith("glued: ").endsWith(" of the table");
  }

  @Test
  void letsTheMostRowsStandOfWhichHardlyAnyIsWrong() {
    List<Verdict> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(new Verdict(List.of(2.2, 1.1, 3.1), i < 150));
      rows.add(new Verdict(List.of(4.2, 1.1, 3.1), true));
      rows.add(new Verdict(List.of(), false));
    }
    SureRows sure = new SureRows(Join.GLUED, rows);

    assertThat(sure.best()[0]).isEqualTo(4);
    assertThat(sure.told())
        .isEqualTo(
            "glued: 600 rows, best reading right 0.583; right 0.333, wrong 0.0000 at odds 4.0 of the row, 1.0 of the"
                + " columns, 3.0 of the table");
  }

  @Test
  void letsNoRowStandWhereAllAreWrong() {
    SureRows sure = new SureRows(Join.SPACED, List.of(new Verdict(List.of(9.0, 9.0, 9.0), false)));

    assertThat(sure.shares(sure.best()).right()).isZero();
  }

  @Test
  void readsTablesOfAFolder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("b.tsv"), "Boat\tKeel\nAnn\\n1\ta\\pb\n");
    Files.writeString(folder.resolve("c.txt"), "no table");

    assertThat(KnownTable.folder(folder))
        .containsExactly(
            new KnownTable(true, List.of("Boat", "Keel"), List.of(List.of("Ann 1", "a|b"))));
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
  void believesThatCellsOfOneColumnAreBuiltAlike() {
    assertThat(LEARNED)
        .hasEntrySatisfying("open.number.pattern", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying("open.text.form", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying("open.cut.together", weight -> assertThat(weight).isNegative());
  }

  @Test
  void believesThatCellsOfOneRowAreBuiltAlikeWhereThingsAreCompared() {
    assertThat(LEARNED)
        .hasEntrySatisfying("open.compared.pair.whole", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying("open.compared.pair.unit", weight -> assertThat(weight).isPositive())
        .hasEntrySatisfying("open.compared.pair.length", weight -> assertThat(weight).isNegative());
  }

  @Test
  void servesTheOtherFieldAsWell() {
    assertThat(weights("config/examples/phones")).isEqualTo(LEARNED);
  }
}
