package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {
  private static final CellForm SHARE = Forms.of(CellType.SHARE);
  private static final CellForm CITY = Forms.of(CellType.CITY);
  private static final CellForm NAME = Forms.of(CellType.NAME);
  private static final CellForm TEXT = Forms.of(CellType.TEXT);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "Bachelor's Degree, 48%; Bachelor's Degree; 48; 48%",
        "Arts, Letters, and Sciences, 12.5%; Arts, Letters, and Sciences; 12.5; 12.5%",
        "High School Diploma,48 %; High School Diploma; 48; 48 %",
        "High School Diploma , 0.25%; High School Diploma; 0.25; 0.25%",
        "Grade 12, 48%; Grade 12; 48; 48%",
        "Bachelor's Degree (48%); Bachelor's Degree; 48; 48%",
        "3, 4, 5%; 3, 4; 5; 5%",
        "X, 0%; X; 0; 0%",
      })
  void readsAShare(String cell, String name, String number, String percent) {
    assertThat(Forms.read(SHARE, cell))
        .isEqualTo("name=%s \"%s\"; percent=%s \"%s\"", name, name, number, percent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "48%",
        ", 48%",
        " , 48%",
        "Bachelor's Degree 48%",
        "Bachelor's Degree,",
        "Bachelor's Degree, -48%",
        "Bachelor's Degree, 48",
        "Bachelor's Degree, 048%",
        // a decimal comma is not the comma between name and share
        "Bachelor's Degree, 4,8%",
        "Bachelor's Degree, 4.8.1%",
        "Bachelor's Degree, 48% ",
      })
  void refusesWhatIsNoShare(String cell) {
    assertThat(SHARE.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Coeur d'Alene, ID",
        "Washington, DC",
        "St. Louis, MO",
        "Winston-Salem, NC",
        "Cañon City, CO",
        "O’Fallon, MO",
        "Truth or Consequences, NM",
        "Boise,ID",
      })
  void readsACity(String cell) {
    assertThat(Forms.read(CITY, cell)).isEqualTo("whole=%s \"%s\"", cell, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "Springfield",
        "Springfield IL",
        "Springfield, XX",
        "Springfield, il",
        "Springfield, ILL",
        "Springfield, IL ",
        "springfield, IL",
        "-Springfield, IL",
        ", IL",
        "Portland, Multnomah, OR",
        "Salinas, CAVirginia Beach, VA",
        "Area 51, NV",
      })
  void refusesWhatIsNoCity(String cell) {
    assertThat(CITY.read(cell)).isEmpty();
  }

  @Test
  void knowsNoCityWithoutTheListOfCodes() {
    Attribute city = Forms.attribute(CellType.CITY, "", 0, null);

    assertThat(CellForms.of(city, Forms.EMPTY).read("Boise, ID")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "West Virginia,true",
    "Virginia,true",
    "new york,true",
    "Virginias,false",
    "West  Virginia,false",
    "Ontario,false",
    "'',false",
    "' ',false",
    "'Virginia ',false",
    "-,false"
  })
  void readsAChoiceOfAClosedList(String cell, boolean known) {
    Attribute state = Forms.attribute(CellType.CHOICE, "", 0, "states");

    assertThat(Forms.read(CellForms.of(state, Forms.CATALOGUE), cell))
        .isEqualTo(known ? "whole=%s \"%s\"".formatted(cell, cell) : "");
  }

  @Test
  void knowsNoChoiceWithoutAList() {
    Attribute state = Forms.attribute(CellType.CHOICE, "", 0, null);

    assertThat(CellForms.of(state, Forms.CATALOGUE).read("Virginia")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Citi",
        "3M",
        "AT&T",
        "eBay",
        "Yum! Brands (USA)",
        "Yahoo!",
        "(ISC)2",
        "Smith, Jones & Co.",
        "Hewlett-Packard",
        "École Polytechnique",
        "E\u0301cole",
        "株式会社",
        "a",
        "Emoji \uD83D\uDE00",
        "\uD83D\uDE00 Inc.",
        ".NET Foundation",
        "Procter & Gamble, Inc",
        "[x",
        "50%",
      })
  void readsAName(String cell) {
    assertThat(Forms.read(NAME, cell)).isEqualTo("whole=%s \"%s\"", cell, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        " Citi",
        "Citi ",
        "\u00a0Citi",
        "Citi\u00a0",
        "Citi\n",
        "-Citi",
        "Citi-",
        "–Citi",
        "Citi—",
        "Citi,",
        ", Citi",
        "Citi &",
        "& Citi",
        "/Citi",
        "Citi/",
        "Citi (USA",
        "Citi) USA",
        "Citi )USA(",
        ")",
        "Citi [",
        "] Citi",
        "’s Citi",
        "% Citi",
        ".",
        ". Citi",
        "\u0301cole",
        "\u0903a",
        "\u20dda",
        "\uDE00 Inc.",
        "Emoji \uD83D",
      })
  void refusesWhatIsNoWholeName(String cell) {
    assertThat(NAME.read(cell)).isEmpty();
  }

  @Test
  void takesLongTextsButNoLongNames() {
    String sentence = "x".repeat(161);

    assertThat(NAME.read(sentence)).isEmpty();
    assertThat(NAME.read(sentence.substring(1))).hasSize(1);
    assertThat(Forms.read(TEXT, sentence)).isEqualTo("whole=%s \"%s\"", sentence, sentence);
    assertThat(NAME.isFree()).isTrue();
    assertThat(SHARE.isFree()).isFalse();
  }

  @Test
  void leavesCellsOfAnUnknownLabelWithoutALimit() {
    assertThat(Attributes.generic())
        .extracting(Attribute::id)
        .containsExactly("money", "percent", "share", "count", "decimal", "name");
    assertThat(Attributes.generic()).allMatch(attribute -> attribute.hardRange().isEmpty());
    assertThat(Attributes.text("header").type()).isEqualTo(CellType.NAME);
  }
}
