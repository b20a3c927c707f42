package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.CellType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell holds, a form answers, soon, and points into the cell. */
class CellFormsTotalityTest {
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "9",
          "12",
          "000",
          ",",
          ".",
          "$",
          "£",
          "%",
          " ",
          "\u00a0",
          "\n",
          "\t",
          "-",
          "−",
          "–",
          "—",
          "+",
          "k",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "&",
          "/",
          "'",
          "’",
          "\"",
          "\\",
          "\0",
          "\u0301",
          "\u200d",
          "\uFEFF",
          "\uD83D",
          "\uDE00",
          "\uD83D\uDE00",
          "é",
          "İ",
          "ß",
          "٣",
          "²",
          "Male",
          "Male, ",
          "CA",
          ", CA",
          "Between ",
          " And ",
          "January ",
          "2025",
          "-01-08",
          "|");

  private static final List<String> NASTY =
      List.of(
          "1,",
          "a",
          "A",
          "$1,111",
          "(",
          ")",
          "()",
          "Male, 1% ",
          "A, ",
          ", ",
          " ",
          "-",
          "e\u0301",
          "1",
          "1%",
          "\uD83D",
          "\uDE00",
          "\n",
          "a1",
          "1.1",
          "$1 - ",
          "Between ",
          "a,",
          "January 1");

  static Stream<CellForm> forms() {
    return Arrays.stream(CellType.values())
        .map(type -> Forms.attribute(type, "", 2, "states"))
        .flatMap(CellFormsTotalityTest::forms);
  }

  private static Stream<CellForm> forms(Attribute attribute) {
    return CellForms.all(attribute, Forms.CATALOGUE).stream();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 42, 20260105, -7})
  void answersAnyText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      String cell = text(random, random.nextInt(14));
      forms().forEach(form -> check(form, cell));
    }
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static void check(CellForm form, String cell) {
    List<CellPart> parts = form.read(cell);
    assertThat(parts.isEmpty() || cell.length() <= form.maxLength()).as(cell).isTrue();
    int before = 0;
    for (CellPart part : parts) {
      assertThat(part.start()).as(cell).isGreaterThanOrEqualTo(before);
      assertThat(part.end())
          .as(cell)
          .isGreaterThan(part.start())
          .isLessThanOrEqualTo(cell.length());
      assertThat(part.number() == null).as(cell).isNotEqualTo(part.text() == null);
      before = part.end();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void answersLongTextsSoon(CellForm form) {
    List<String> cells = new ArrayList<>();
    for (String piece : NASTY) {
      String endless = piece.repeat(100_000 / piece.length() + 1);
      cells.add(endless);
      // the longest that it looks at, whole and with an end that spoils it
      String longest = endless.substring(0, Math.min(endless.length(), form.maxLength()));
      cells.add(longest);
      cells.add(longest.substring(1) + "!");
      cells.add("$1" + longest.substring(2));
      cells.add(longest.substring(2) + "%");
    }

    assertTimeout(Duration.ofMinutes(5), () -> cells.forEach(cell -> check(form, cell)));
  }
}
