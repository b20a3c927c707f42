package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a part of a row. */
class PieceScannerTest {
  private static CellPiece scan(String text) {
    return PieceScanner.scan(text, 0, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "-, MARK",
    "—, MARK",
    "——, OTHER",
    "--, MARK",
    "N/A, MARK",
    "*****, OTHER",
    "Yes, CHOICE",
    "Nominated, CHOICE",
    "5, DIGIT",
    "42, TWO_DIGITS",
    "420, THREE_DIGITS",
    "4200, INTEGER",
    "1987, YEAR",
    "07, ZEROS",
    "12 34, BROKEN",
    "'1,200', GROUPED",
    "'1,200,300', GROUPED",
    "'1,200.50', GROUPED",
    "'1,20', BROKEN",
    "'1234,200', BROKEN",
    "'1982, 1990', NUMBERS",
    "'13, 1948', BROKEN",
    "4.5, DECIMAL",
    "4., ORDINAL",
    "-3, SIGNED",
    "+0.5, SIGNED",
    "—3, OTHER",
    "3rd, ORDINAL",
    "11th, ORDINAL",
    "20th, ORDINAL",
    "21st, ORDINAL",
    "13rd, BROKEN",
    "01st, BROKEN",
    "5km, UNIT",
    "05km, OTHER",
    "5 km, UNIT",
    "5 Km, UNIT",
    "5 KM, UNIT",
    "5 kg3, BROKEN",
    "5kg31, BROKEN",
    "5 m2, UNIT",
    "5 cm3, UNIT",
    "5 cm4, BROKEN",
    "5 USB3, UNIT",
    "5 chips3, UNIT",
    "5 km in all, NUMBER_WORDS",
    "'1,20 km', BROKEN",
    "7%, PERCENT",
    "-7.5%, PERCENT",
    "5-10%, RANGE",
    "19.9%-29%, RANGE",
    "900-4%, BROKEN",
    "3+2%, BROKEN",
    "38% 21, BROKEN",
    "4.5 7.5, BROKEN",
    "1987–, RANGE",
    "900-, BROKEN",
    "'0,295', BROKEN",
    "$4.50, MONEY",
    "$4.5, OTHER",
    "$4.5 million, MONEY",
    "'$1,200.50', MONEY",
    "$1200, BARE_MONEY",
    "$4 5, OTHER",
    "95 €, MONEY",
    "3 100 €, MONEY",
    "31 75 €, BROKEN",
    "€, BROKEN",
    "-$4, MONEY",
    "'$1,20', BROKEN",
    "4:30, TIME",
    "27–0, SCORE",
    "1996–97, YEARS",
    "1996–1997, YEARS",
    "1996–9, RANGE",
    "1000–2000, RANGE",
    "1-2-3, RANGE",
    "1/2, RANGE",
    "March 3, DATE",
    "3 March 1999, DATE",
    "'March 3, 1999', DATE",
    "March 3–5 1999, DATE",
    "March 3–5, DATE",
    "1 March 3, NUMBER_WORDS",
    "March, MONTH",
    "W 27–0, WORDS_NUMBER",
    "'\"Big Day\"', QUOTED",
    "USA, CAPITALS",
    "Ann Smith, NAME",
    "Ann's Isle, NAME",
    "House of Ann, NAME",
    "'Bonn, Rhine', NAME_COMMA",
    "Big old boat, PHRASE",
    "small boat, SMALL",
    "It is a boat., SENTENCE",
    "日本, OTHER_SCRIPT",
    "Bonn-, OTHER",
    "-Bonn, OTHER",
    "'Bonn,', BROKEN",
    "(Bonn, BROKEN",
    "Bonn), BROKEN",
    "*5, OTHER"
  })
  void knowsItsForm(String text, PieceForm form) {
    assertThat(scan(text).form()).isEqualTo(form);
  }

  @Test
  void sharesItsShapeWithWhatHasTheSameUnit() {
    assertThat(scan("3,239.5 lb").shape())
        .isEqualTo(scan("940 lb").shape())
        .isNotEqualTo(scan("940 kg").shape());
    assertThat(scan("3,239.5 lb").digits()).isEqualTo(5);
    assertThat(scan("Big Boat").shape()).isEqualTo(scan("Old House").shape());
    assertThat(scan("日本").shape()).isNotEqualTo(scan("中国").shape());
  }

  @Test
  void countsCapitalsWithinAndCommas() {
    assertThat(scan("Big old Boat").capitals()).isEqualTo(1);
    assertThat(scan("Big old boat, Keel").capitals()).isZero();
    assertThat(scan("Big Boat").capitals()).isEqualTo(-1);
    assertThat(scan("5 Boats").capitals()).isEqualTo(-1);
    assertThat(scan("Tea, coffee, 1,200 boats").commas()).isEqualTo(2);
    assertThat(scan("Big Boat").isTelling()).isFalse();
    assertThat(scan("Yes").isTelling()).isTrue();
    assertThat(scan("Big old boat").isTelling()).isTrue();
  }

  @Test
  void measuresNumbersByDigitsAndTextByWords() {
    assertThat(scan("1234.5").size()).isEqualTo(14);
    assertThat(scan("27–10").size()).isEqualTo(22);
    assertThat(scan("Big old boat").size()).isEqualTo(3);
    assertThat(scan("a ".repeat(30) + "b").size()).isEqualTo(12);
  }

  @Test
  void knowsTheNumberOfAnInteger() {
    assertThat(scan("420").value()).isEqualTo(420);
    assertThat(scan("4.5").value()).isEqualTo(-1);
    assertThat(scan("1234567890").value()).isEqualTo(-1);
    assertThat(scan("1234567890th").form()).isEqualTo(PieceForm.OTHER);
  }

  @Test
  void sharesItsPatternWithWhatIsWrittenAlike() {
    assertThat(scan("9,834 km²").pattern())
        .isEqualTo(scan("1,000 km²").pattern())
        .isNotEqualTo(scan("1,000 km").pattern());
    assertThat(scan("W 27–0").pattern()).isEqualTo(scan("L 3–10").pattern());
    assertThat(scan("Ann Smith").pattern()).isEqualTo(scan("Bob Van Dyke").pattern());
  }

  @Test
  void sharesItsFirstAndLastWords() {
    assertThat(scan("Big Boat").first()).isEqualTo(scan("big House").first());
    assertThat(scan("Big Boat").last()).isEqualTo(scan("Old boat").last());
    assertThat(scan("5km").last()).isEqualTo(scan("17km").last());
    assertThat(scan("17").last()).isZero();
    assertThat(scan("Big").first()).isEqualTo(scan("Big").whole());
  }

  @Test
  void doesNotEndWithTheSignOfTheNumberBehindIt() {
    assertThat(PieceScanner.scan("Drift-$4$5", 0, 6).form()).isEqualTo(PieceForm.BROKEN);
    assertThat(PieceScanner.scan("Drift-45", 0, 6).form()).isEqualTo(PieceForm.BROKEN);
    assertThat(PieceScanner.scan("Drift-Sand", 0, 6).form()).isEqualTo(PieceForm.OTHER);
  }

  @Test
  void endsNoCellWithTwoNumbers() {
    String row = "Eggs laid per month 4.5 7.25";

    assertThat(PieceScanner.scan(row, 14, row.length()).form()).isEqualTo(PieceForm.BROKEN);
    assertThat(PieceScanner.scan(row, 0, row.length()).form()).isEqualTo(PieceForm.WORDS_NUMBER);
  }

  @Test
  void looksAtNoMoreThanItsPart() {
    assertThat(PieceScanner.scan("Big5,000kg", 3, 8).form()).isEqualTo(PieceForm.GROUPED);
    assertThat(PieceScanner.scan("A-B".repeat(40), 0, 120).form()).isEqualTo(PieceForm.NAME);
  }
}
