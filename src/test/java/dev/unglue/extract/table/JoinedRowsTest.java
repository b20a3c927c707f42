package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of cells that pipes close, some on several lines. */
class JoinedRowsTest {
  private static List<String> find(String text) {
    return Tables.find(new PipeReader(Tables.LABELS), text);
  }

  private static final String BODY =
      "'Door' [made of steel][made of clay]\n'Shelf' [one][two]\n'Fuel' [wood][gas]\n";

  @Test
  void takesAsManyCellsAsTheRuleHas() {
    String told = "markdown kept\nheader 'Aspect' [Kiln A][Kiln B]\n" + BODY;

    assertThat(
            find(
                "Aspect |\nKiln A |\nKiln B |\n---|---|---|\nDoor |\nmade of steel |\nmade of clay |\n"
                    + "Shelf |\none |\ntwo |\nFuel |\nwood |\ngas |\nProse.\n"))
        .containsExactly("0..13 " + told);
    assertThat(
            find(
                "Aspect | Kiln A | Kiln B |\n---|---|---|\nDoor | made of steel |\nmade of clay |\n"
                    + "Shelf | one | two |\nFuel |\nwood | gas |\n"))
        .containsExactly("0..7 " + told);
    // rows that blank lines part
    assertThat(
            find(
                "Aspect |\nKiln A |\nKiln B |\n---|---|---|\n\nDoor | made of steel | made of clay |\n\n"
                    + "Shelf | one | two |\n\nFuel | wood | gas |\n"))
        .containsExactly("0..7 " + told);
  }

  @Test
  void takesAsManyCellsAsAPaddedHeader() {
    assertThat(
            find(
                "Kiln A | Kiln B | |\nDoor |\nmade of steel |\nmade of clay |\nShelf | one | two |\n"
                    + "Fuel | wood |\ngas |\n"))
        .containsExactly("0..7 pipe shifted\nheader '' [Kiln A][Kiln B]\n" + BODY);
  }

  @Test
  void takesAsManyCellsAsTheRowsThatStandOnOneLine() {
    assertThat(
            find(
                "Town |\nAlba\n|\nBorg |\nArea | 101 km2 | 90 km2 |\nFounded | 1215 | 870 |\n"
                    + "Mayor |\nOlm |\nPell |\n\nProse.\n"))
        .containsExactly(
            "0..9 pipe shifted\nheader 'Town' [Alba][Borg]\n'Area' [101 km2][90 km2]\n"
                + "'Founded' [1215][870]\n'Mayor' [Olm][Pell]\n");
  }

  @Test
  void countsCellsBelowACorner() {
    assertThat(
            find(
                "|\nKiln A |\nKiln B\n|\nDoor\n|\nmade of steel\n|\nmade of clay\n|\nShelf |\none |\n"
                    + "two |\nFuel |\nwood\n|\ngas |\n"))
        .containsExactly("0..17 pipe kept\nheader '' [Kiln A][Kiln B]\n" + BODY);
    assertThat(
            find(
                "S. No. |\nAspect |\nA |\nB |\n1. |\nDoor |\nsteel |\nclay |\n2. |\nShelf |\none |\n"
                    + "two |\n5. |\nFuel |\nwood |\ngas |\n"))
        .hasSize(1)
        .allMatch(table -> table.contains("'Shelf' [one][two]"))
        .allMatch(table -> table.contains("'Fuel' [wood][gas]"), "a number may be left out");
    String cut =
        "Parameter | A |\nB | C |\nDoor |\n1 m |\n2 m |\n3 m |\nFuel | wood | gas | oil |\n";
    assertThat(find(cut + "Price |\n3 $ | 4 $ | 5 $ |\n"))
        .containsExactly(
            "0..9 pipe shifted\nheader 'Parameter' [A][B][C]\n'Door' [1 m][2 m][3 m]\n"
                + "'Fuel' [wood][gas][oil]\n'Price' [3 $][4 $][5 $]\n");
    assertThat(find(cut + "Glaze | matt | shiny | none |\nPrice | 3 $ | 4 $ |\n"))
        .hasSize(1)
        .allMatch(table -> table.endsWith("'Price' [3 $][4 $]\n"), "the last row may be short");
  }

  @Test
  void findsLabelsBetweenTheCellsOfTwo() {
    assertThat(
            find(
                "Kiln A\n|\nVS\n|\nKiln B\n|\nmade of steel |\nDoor |\nmade of clay |\none |\nShelf |\n"
                    + "two |\nwood |\nFuel |\ngas |\n"))
        .containsExactly("0..15 pipe kept\nheader '' [Kiln A][Kiln B]\n" + BODY);
    assertThat(find("| A | VS | B |\n| steel | Door | clay |\n| one | Shelf | two |\n"))
        .containsExactly(
            "0..3 pipe kept\nheader '' [A][B]\n'Door' [steel][clay]\n'Shelf' [one][two]\n");
  }

  @Test
  void leavesRowsThatMayBeJoinedInAnotherWay() {
    String labelled = "Aspect |\nA |\nB |\nC |\n";
    String words = "x%d |\n".repeat(20);
    assertThat(find(labelled + words.formatted(IntStream.range(0, 20).boxed().toArray())))
        .as("four cells or three, eight rows or six")
        .isEmpty();
    assertThat(
            find(
                "Aspect |\nA |\nB |\nDoor |\nsteel |\nclay |\nShelf |\none |\nFuel |\nwood |\ngas |\n"))
        .as("a cell is missing")
        .isEmpty();
    assertThat(
            find(
                "Aspect |\nA |\nB |\n---|---|---|\nDoor |\nsteel |\nclay |\nIt is made of steel. |\n"
                    + "one |\ntwo |\nFuel |\nwood |\ngas |\n"))
        .as("a sentence is no label")
        .isEmpty();
    assertThat(
            find(
                "Aspect |\nA |\nB |\n---|---|---|\nDoor |\nsteel |\nclay |\nFuel |\nAverage age |\n42 |\n"
                    + "46 |\nx |\ny |\n"))
        .as("a label that is known stands in the place of a cell")
        .noneMatch(table -> table.contains("Door"));
    assertThat(
            find(
                "Aspect |\nA |\nB |\n---|---|---|\nDoor |\nsteel |\nclay |\nx |\ny |\nz |\n---|---|---|\n"))
        .isEmpty();
    assertThat(find("Home |\nNews\n|\nSport |\nJobs |\nHelp\n|\nMore |\n")).isEmpty();
    assertThat(find("|\nNews\n|\n")).isEmpty();
    assertThat(find("News\n|\n")).isEmpty();
  }

  @Test
  void takesATableOnOneLineApartWhereAllItsRowsAreWhole() {
    String rows = "Aspect | Kiln A | Kiln B | | Door | steel | clay | | Shelf | one | two |";
    String told =
        "markdown kept\nheader 'Aspect' [Kiln A][Kiln B]\n'Door' [steel][clay]\n'Shelf' [one][two]\n";

    assertThat(find("| " + rows + "\n")).containsExactly("0..1 " + told);
    assertThat(find("|\nThe answer: | " + rows + "\n|\n")).containsExactly("0..3 " + told);
    assertThat(find("| The answer: | " + rows + "\n")).noneMatch(table -> table.contains(told));
    assertThat(find("| " + rows.replace(" one |", " |") + "\n"))
        .noneMatch(table -> table.contains("'Door'"));
    assertThat(find("| " + rows.replace("steel | clay", "steel") + "\n"))
        .noneMatch(table -> table.contains("'Door'"));
    assertThat(find("| " + rows.replace("Aspect", "Kilns") + "\n"))
        .noneMatch(table -> table.contains("'Door'"));
    assertThat(find("| Aspect | A | B | | Door | steel | clay |\n"))
        .noneMatch(table -> table.contains("'Door'"));
  }

  static List<Long> seeds() {
    return IntStream.range(0, 60).mapToObj(seed -> seed * 7_919L).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsARowsCellsWhereverItsLinesBreakAndNoneWhereOneIsLost(long seed) {
    Random random = new Random(seed);
    int columns = 3 + random.nextInt(3);
    int rows = 4 + random.nextInt(6);
    StringBuilder page = new StringBuilder();
    List<String> told = new ArrayList<>();
    int lost = random.nextBoolean() ? 1 + random.nextInt(rows - 2) : -1;
    for (int row = 0; row < rows; row++) {
      StringBuilder read = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String label = row == 0 ? "Aspect" : "Label " + (char) ('A' + row);
        String cell = row == 0 ? "Kiln " + column : row + column + " kg of clay";
        String text = column == 0 ? label : cell;
        read.append(column == 0 ? "'" + text + "' " : "[" + text + "]");
        if (row != lost || column != 1) {
          boolean breaks = column == columns - 1 || random.nextInt(3) > 0;
          boolean begins = page.isEmpty() || page.charAt(page.length() - 1) == '\n';
          boolean alone = begins && breaks && random.nextInt(4) == 0;
          page.append(text).append(alone ? "\n|" : " |").append(breaks ? "\n" : " ");
        }
      }
      told.add(read.toString());
    }

    List<String> found = find(page.toString());

    if (lost < 0) {
      assertThat(found).hasSize(1).allMatch(table -> told.stream().allMatch(table::contains));
    } else {
      assertThat(
              String.join("", found)
                  .lines()
                  .filter(
                      row -> row.startsWith("'Label") && row.split("\\[", -1).length == columns))
          .as(page.toString())
          .isSubsetOf(told);
    }
  }
}
