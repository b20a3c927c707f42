package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables among lines of which nothing is known. */
class OpenTableFinderTest {
  private static final OpenTableFinder FINDER =
      new OpenTableFinder(
          OpenWeights.in(ConfigFolder.load(Path.of("config")).catalogue().weights()));

  private static final List<String> NAMED = List.of("Guitar", "Ukulele");
  private static final String WEIGHT = "Weight 3.2 kg 0.6 kg";
  private static final String LENGTH = "Length 101 cm 53 cm";
  private static final String PRICE = "Price $250 $80";
  private static final String STRINGS = "Strings 6 4";

  /** How the columns are called and how that was found, and below it row by row the pieces. */
  private static List<String> tables(List<String> named, String... lines) {
    List<SourceText> run = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      run.add(SourceText.verbatim(line, at));
      at += line.length() + 1;
    }
    List<String> shown = new ArrayList<>();
    for (OpenTable table : FINDER.find(run, named)) {
      shown.add(table.method() + " " + table.columns() + ": " + pieces(table.names(), " | "));
      table.rows().forEach(row -> shown.add(shown(row)));
    }
    return shown;
  }

  private static String shown(OpenTableRow row) {
    return pieces(row.best(), row.outcome() == Outcome.READ ? " | " : " ? ");
  }

  private static String pieces(List<Slice> pieces, String between) {
    return pieces.stream().map(Slice::text).collect(Collectors.joining(between));
  }

  // --- rows built alike -----------------------------------------------------------------------

  @Test
  void knowsATableByRowsOfNumbersBelowAHeader() {
    assertThat(tables(List.of(), "Guitar Ukulele", WEIGHT, LENGTH, PRICE, STRINGS))
        .containsExactly(
            "shape 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80",
            "Strings | 6 | 4");
  }

  @Test
  void leavesOutOfTheNamesWhatStandsAboveTheLabels() {
    assertThat(tables(List.of(), "Feature Guitar Ukulele", WEIGHT, LENGTH, PRICE, STRINGS))
        .startsWith("shape 2: Guitar | Ukulele", "Weight | 3.2 kg | 0.6 kg")
        .hasSize(5);
  }

  @Test
  void knowsTheNamesOfTheTitleInPlural() {
    assertThat(
            tables(List.of("Tenor Watch", "Box"), "Feature Tenor Watches Boxes", WEIGHT, STRINGS))
        .containsExactly(
            "title 2: Tenor Watches | Boxes", "Weight | 3.2 kg | 0.6 kg", "Strings | 6 | 4");
  }

  @Test
  void takesNoTitleForTheHeaderOfAList() {
    String[] contents = {"Guitar vs Tenor Ukulele", "Contents", "1 Looks", "2 Sound", "3 Price"};

    assertThat(tables(List.of("Guitar", "Tenor Ukulele"), contents)).isEmpty();
  }

  @Test
  void countsThreeColumnsWhereTheRowsHaveThreeCells() {
    assertThat(
            tables(
                List.of(),
                "Alpha Beta Gamma",
                "Weight 3.2 kg 0.6 kg 1.1 kg",
                "Length 101 cm 53 cm 77 cm",
                "Price $250 $80 $90",
                "Strings 6 4 5"))
        .containsExactly(
            "shape 3: Alpha | Beta | Gamma",
            "Weight | 3.2 kg | 0.6 kg | 1.1 kg",
            "Length | 101 cm | 53 cm | 77 cm",
            "Price | $250 | $80 | $90",
            "Strings | 6 | 4 | 5");
  }

  @Test
  void leavesOutSerialNumbersBeforeLabels() {
    assertThat(
            tables(
                NAMED,
                "S.No.FeatureGuitarUkulele",
                "1.Weight3.2 kg0.6 kg",
                "2.Length101 cm53 cm",
                "3.Price$250$80",
                "4.BodyWoodMetal"))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80",
            "Body | Wood | Metal");
    assertThat(
            tables(
                NAMED,
                "S.No.FeatureGuitarUkulele",
                "1.Weight3.2 kg0.6 kg",
                "3.Length101 cm53 cm",
                "4.Price$250$80"))
        .contains("Weight | 3.2 kg | 0.6 kg", "Length | 101 cm | 53 cm", "Price | $250 | $80");
    assertThat(
            tables(NAMED, "No. Feature Guitar Ukulele", "1 " + WEIGHT, "2 " + LENGTH, "3 " + PRICE))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80");
  }

  @Test
  void endsNoNumberedRowsAtASentence() {
    assertThat(
            tables(
                NAMED,
                "# Feature Guitar Ukulele",
                "1 " + WEIGHT,
                "2 " + LENGTH,
                "3 Sound Loud; it fills rooms of every size well. Soft and small in most rooms.",
                "4 " + PRICE))
        .endsWith("Price | $250 | $80");
  }

  @Test
  void keepsNumbersThatAreALabelsOwn() {
    assertThat(
            tables(
                NAMED,
                "Feature Guitar Ukulele",
                "1 Year growth 3.1% 4.2%",
                "2 Year growth 5.1% 6.2%",
                "3 Year growth 7.1% 8.2%"))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "1 Year growth | 3.1% | 4.2%",
            "2 Year growth | 5.1% | 6.2%",
            "3 Year growth | 7.1% | 8.2%");
  }

  @Test
  void takesInRowsOfWordsAboveAndBelowTheNumbers() {
    assertThat(
            tables(
                List.of(),
                "Guitar Ukulele",
                "Body Wood Metal",
                WEIGHT,
                LENGTH,
                PRICE,
                "Neck Maple Nylon",
                "Case Black Red"))
        .containsExactly(
            "shape 2: Guitar | Ukulele",
            "Body | Wood | Metal",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80",
            "Neck | Maple | Nylon",
            "Case | Black | Red");
  }

  @Test
  void leavesARowOfManyWordsBetweenTheOthersOpen() {
    assertThat(
            tables(
                List.of(),
                "Guitar Ukulele",
                WEIGHT,
                "And this one is a sentence that says much more of them both",
                LENGTH,
                PRICE))
        .containsExactly(
            "shape 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "And this ? one is a sentence that ? says much more of them both",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80");
  }

  @Test
  void namesNoColumnsWhereNothingTellsHowToCutTheHeader() {
    assertThat(tables(List.of(), "A header of a table", WEIGHT, LENGTH, PRICE))
        .containsExactly(
            "none 2: ",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80");
  }

  @Test
  void beginsAnotherTableBelowALineThatIsNoRow() {
    assertThat(
            tables(
                List.of(),
                "Guitar Ukulele",
                WEIGHT,
                LENGTH,
                PRICE,
                "* a remark",
                "Banjo Lute",
                "Width 20 cm 12 cm",
                "Case $3 $4",
                "Wood 2 kg 1 kg"))
        .containsExactly(
            "shape 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80",
            "shape 2: Banjo | Lute",
            "Width | 20 cm | 12 cm",
            "Case | $3 | $4",
            "Wood | 2 kg | 1 kg");
  }

  @Test
  void findsNoTableBelowASentenceOrAmountsOrNothing() {
    assertThat(tables(List.of(), "They compare like this:", WEIGHT, LENGTH, PRICE)).isEmpty();
    assertThat(tables(List.of(), "Price of each: $5 $6", WEIGHT, LENGTH, STRINGS)).isEmpty();
    assertThat(tables(List.of(), WEIGHT, LENGTH, PRICE, STRINGS)).isEmpty();
  }

  @Test
  void findsNoTableInTooFewRowsOfNumbers() {
    assertThat(tables(List.of(), "Guitar Ukulele", WEIGHT, LENGTH)).isEmpty();
    assertThat(tables(List.of(), "Guitar Ukulele", WEIGHT, LENGTH, "Body Wood Metal")).isEmpty();
    assertThat(
            tables(
                List.of(),
                "Guitar Ukulele",
                "Sound is warm with one and bright with another",
                "Body Wood Metal",
                "Neck Maple Nylon",
                "Top Spruce Cedar",
                "Case Black Red",
                "Feel Soft Hard",
                "Tone Deep High",
                "Look Old New",
                WEIGHT,
                LENGTH,
                PRICE))
        .isEmpty();
  }

  // --- the names of the title -----------------------------------------------------------------

  @Test
  void keepsAColumnBehindTheNamesThatSaysSomethingOfTheOthers() {
    assertThat(
            tables(
                NAMED,
                "Feature Guitar Ukulele Difference",
                "Weight 3.2 kg 0.6 kg 2.6 kg",
                "Length 101 cm 53 cm 48 cm",
                "Price $250 $80 $170"))
        .containsExactly(
            "title 3: Guitar | Ukulele | Difference",
            "Weight | 3.2 kg | 0.6 kg | 2.6 kg",
            "Length | 101 cm | 53 cm | 48 cm",
            "Price | $250 | $80 | $170");
  }

  @Test
  void keepsARowOfSentencesThatNothingDecidesBelowOthersThatWereRead() {
    assertThat(
            tables(
                NAMED,
                "Factor Guitar Ukulele",
                "Sound Rings long and deep. Sounds short and bright.",
                "Strings Steel, nylon or both. Nylon, fluorocarbon or gut.",
                "Players Soloist or small band. Beginner or island choir."))
        .hasSize(4);
  }

  @Test
  void knowsATableByTheNamesOfTheTitleInItsHeader() {
    List<String> rows =
        List.of("Body | Wood | Metal", "Weight | 3.2 kg | 0.6 kg", "Strings | 6 | 4");

    assertThat(tables(NAMED, "Feature Guitar Ukulele", "Body Wood Metal", WEIGHT, STRINGS))
        .startsWith("title 2: Guitar | Ukulele")
        .endsWith(rows.toArray(String[]::new))
        .hasSize(4);
    assertThat(tables(NAMED, "GUITARS Ukuleles", "Body Wood Metal", WEIGHT, STRINGS))
        .startsWith("title 2: GUITARS | Ukuleles")
        .hasSize(4);
    assertThat(
            tables(
                List.of("Guitars", "Ukuleles"),
                "Guitar Ukulele",
                "Body Wood Metal",
                WEIGHT,
                STRINGS))
        .startsWith("title 2: Guitar | Ukulele")
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Guitar (2);Guitar (4);KindGuitar (2)Guitar (4)",
        "Guitar;Ukulele;Sr. No. Guitar Ukulele",
        "Guitar;Ukulele;Sr.No.GuitarUkulele"
      })
  void beginsNoNameWithASignThatEndsWhatStandsBeforeIt(String one, String other, String header) {
    assertThat(tables(List.of(one, other), header, "Weight3.2 kg0.6 kg", "Price$250$80"))
        .first()
        .isEqualTo("title 2: " + one + " | " + other);
  }

  @Test
  void takesTheNameOfOneSubjectForNoHeader() {
    assertThat(tables(List.of("Guitar", "eUke"), "eUke", WEIGHT, LENGTH, PRICE, STRINGS)).isEmpty();
  }

  @Test
  void leavesARowOpenThatRanTogetherBelowTheNames() {
    assertThat(tables(NAMED, "GuitarUkulele", "BodyWoodMetal", "Weight3.2 kg0.6 kg", "Strings64"))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Body | Wood | Metal",
            "Weight | 3.2 kg | 0.6 kg",
            "Strings ? 6 ? 4");
  }

  @Test
  void endsWhereProseBegins() {
    assertThat(
            tables(
                NAMED,
                "Guitar Ukulele",
                WEIGHT,
                LENGTH,
                "Some would say that a big guitar is the better one of them both.",
                PRICE))
        .containsExactly(
            "title 2: Guitar | Ukulele", "Weight | 3.2 kg | 0.6 kg", "Length | 101 cm | 53 cm");
  }

  @Test
  void endsAtASentenceThatLooksAsIfItHadCells() {
    assertThat(
            tables(
                NAMED,
                "Guitar Ukulele",
                WEIGHT,
                LENGTH,
                "Take either. What counts in the end, is Your own ear."))
        .containsExactly(
            "title 2: Guitar | Ukulele", "Weight | 3.2 kg | 0.6 kg", "Length | 101 cm | 53 cm");
  }

  @Test
  void keepsARowThatEndsWithAFullStop() {
    assertThat(
            tables(
                NAMED,
                "Guitar Ukulele",
                WEIGHT,
                "Price $12.50 $13.",
                "Price of a good case to go $12.50 $13."))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Weight | 3.2 kg | 0.6 kg",
            "Price | $12.50 | $13.",
            "Price of a good case to go | $12.50 | $13.");
  }

  @Test
  void takesNoTitleForAHeader() {
    assertThat(
            tables(
                NAMED, "How do they compare then, the Guitar Ukulele", "Body Wood Metal", WEIGHT))
        .isEmpty();
  }

  @Test
  void findsNoTableBelowTheNamesWhereMostLinesHaveNoCells() {
    assertThat(tables(NAMED, "Guitar Ukulele", "Body", "Neck", "Sound")).isEmpty();
    assertThat(tables(NAMED, "Guitar Ukulele", WEIGHT, "Neck", "Top", "Case", PRICE)).isEmpty();
  }

  @Test
  void knowsNoTableByTheNameOfOneSubject() {
    assertThat(tables(List.of("Guitar"), "Guitar", "Body Wood", "Case Black")).isEmpty();
  }

  // --- lists of things ------------------------------------------------------------------------

  @Test
  void readsAListOfThingsByTheTypesOfItsColumns() {
    assertThat(
            tables(
                List.of(),
                "StateAverage SalaryJobsChange",
                "Michigan$69,0201,200+3%",
                "Ohio$61,300900-4%",
                "North Carolina$70,1003,400+12%",
                "Iowa$55,000310-1%"))
        .containsExactly(
            "shape 3: Average Salary | Jobs | Change",
            "Michigan | $69,020 | 1,200 | +3%",
            "Ohio | $61,300 | 900 | -4%",
            "North Carolina | $70,100 | 3,400 | +12%",
            "Iowa | $55,000 | 310 | -1%");
  }

  @Test
  void readsColumnsThatRanTogetherByWhatIsComputedOfThem() {
    assertThat(
            tables(
                List.of(),
                "StateHomeJobs PlannedJobs NowGrowthScore",
                "Ohio$139,50015820134118%1.32",
                "Utah$129,90034073096010%1.34",
                "Iowa$209,50011095904823%1.22",
                "Maine$139,900697622212%1.20"))
        .isNotEmpty();
  }

  @Test
  void leavesLabelsOpenThatTakeInAColumnBeforeTheNames() {
    assertThat(
            tables(
                NAMED,
                "Feature Year Guitar Ukulele",
                "Weight 2021 3.2 kg 0.6 kg",
                "Price 2022 $250 $80"))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Weight 2021 ? 3.2 kg ? 0.6 kg",
            "Price 2022 ? $250 ? $80");
  }

  @Test
  void keepsHeadingsAndShortRowsOfAComparison() {
    assertThat(
            tables(NAMED, "Feature Guitar Ukulele", "Body", WEIGHT, LENGTH, PRICE, "Invented 1938"))
        .containsExactly(
            "title 2: Guitar | Ukulele",
            "Body",
            "Weight | 3.2 kg | 0.6 kg",
            "Length | 101 cm | 53 cm",
            "Price | $250 | $80",
            "Invented ? 1938");
  }

  @Test
  void readsASignOfNumberAboveNumberedRowsAsTheNameOfAColumn() {
    assertThat(
            tables(
                List.of(),
                "#RiverLengthMouth",
                "1Elbe1,094 kmNorth Sea",
                "2Oder866 kmBaltic Sea",
                "3Weser452 kmNorth Sea",
                "4Ems371 kmNorth Sea"))
        .containsExactly(
            "shape 3: River | Length | Mouth",
            "1 ? Elbe ? 1,094 km ? North Sea",
            "2 ? Oder ? 866 km ? Baltic Sea",
            "3 ? Weser ? 452 km ? North Sea",
            "4 ? Ems ? 371 km ? North Sea");
  }

  @Test
  void leavesOutAColumnOfRanksThatIsEmptyAllTheWayDown() {
    List<String> names = List.of("Michigan", "Ohio", "Texas");
    List<String> figures = List.of("1,200 $69,020", "900 $61,300", "3,400 $70,100");

    assertThat(
            tables(
                List.of(),
                "Rank State Jobs Salary",
                names.get(0) + " " + figures.get(0),
                names.get(1) + " " + figures.get(1),
                names.get(2) + " " + figures.get(2)))
        .containsExactly(
            "shape 3: State | Jobs | Salary",
            "Michigan | 1,200 | $69,020",
            "Ohio | 900 | $61,300",
            "Texas | 3,400 | $70,100");
    assertThat(
            tables(
                List.of(),
                "Rank State Jobs Salary",
                "1 " + names.get(0) + " " + figures.get(0),
                "2 " + names.get(1) + " " + figures.get(1),
                "3 " + names.get(2) + " " + figures.get(2)))
        .containsExactly(
            "shape 3: State | Jobs | Salary",
            "1 | Michigan | 1,200 | $69,020",
            "2 | Ohio | 900 | $61,300",
            "3 | Texas | 3,400 | $70,100");
  }

  @Test
  void findsTheNamesOfATitleInAnotherOrder() {
    assertThat(tables(NAMED, "Feature Ukulele Guitar", WEIGHT, LENGTH, PRICE))
        .startsWith("title 2: Ukulele | Guitar", "Weight | 3.2 kg | 0.6 kg");
  }

  @Test
  void cutsSentencesThatHaveRunTogetherWhereEachBegins() {
    assertThat(
            tables(
                List.of("Otter", "i9"),
                "Points of ComparisonOtteri9",
                "HomeIt lives in lakes and slow rivers all year.It is built in a hall of a town.",
                "FoodIt eats fish, crabs and now and then a frog.It takes 45 watts.",
                "CareIt needs a pond, and a good deal of room.i9 needs a fan that never stops."))
        .startsWith(
            "title 2: Otter | i9",
            "Home | It lives in lakes and slow rivers all year. | It is built in a hall of a town.",
            "Food | It eats fish, crabs and now and then a frog. | It takes 45 watts.")
        .noneMatch(row -> row.contains("| 9 needs"));
  }

  @Test
  void leavesOpenWhetherASmallLetterBeforeCapitalsEndsTheLabel() {
    assertThat(
            tables(
                NAMED,
                "FeatureGuitarUkulele",
                "Weight3.2 kg0.6 kg",
                "Length101 cm53 cm",
                "Price$250$80",
                "Tuning systemiOT 13Clip 10"))
        .contains("Weight | 3.2 kg | 0.6 kg", "Tuning systemi ? OT 13 ? Clip 10");
  }
}
