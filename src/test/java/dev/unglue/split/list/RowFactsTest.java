package dev.unglue.split.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at a line tells. */
class RowFactsTest {
  private static SourceText line(String text) {
    return SourceText.verbatim(text, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"* a", "• a", "# a", "> a", "| a", "- a", "a"})
  void seesLinesThatAreNoRows(String text) {
    assertThat(RowFacts.canBeRow(line(text))).isFalse();
  }

  @Test
  void seesLinesThatMayBeRows() {
    assertThat(RowFacts.canBeRow(line("-5 a"))).isTrue();
    assertThat(RowFacts.canBeRow(line("ab"))).isTrue();
    assertThat(RowFacts.canBeRow(line("a".repeat(1501)))).isFalse();
  }

  @Test
  void seesNumbersAndAmounts() {
    assertThat(RowFacts.isTyped(line("Boat 5 m"))).isTrue();
    assertThat(RowFacts.isTyped(line("Boat $$"))).isTrue();
    assertThat(RowFacts.isTyped(line("Boat"))).isFalse();
    assertThat(RowFacts.isTyped(line("5 " + "a".repeat(400)))).isFalse();
    assertThat(RowFacts.isTyped(line("This is a boat of 5 m and more."))).isFalse();
  }

  @Test
  void countsNumbers() {
    assertThat(Digits.runs("Boat 12 m, 3.5 m")).isEqualTo(3);
    assertThat(Digits.runs("Boat")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"They compare:", "A boat.", "Price $5", "Share 7%", "A, B,"})
  void seesLinesThatAreNoHeaders(String text) {
    assertThat(RowFacts.isHeader(line(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Boat Keel", "Height ft (m)", "Pick #", "Growth %", "Price $"})
  void seesHeaders(String text) {
    assertThat(RowFacts.isHeader(line(text))).isTrue();
  }

  @Test
  void seesSentencesOfSomeLength() {
    assertThat(RowFacts.isProse(line("This is a boat of five metres and more."))).isTrue();
    assertThat(RowFacts.isProse(line("This is a boat."))).isFalse();
    assertThat(RowFacts.isProse(line("This is a boat of five metres and more"))).isFalse();
    assertThat(RowFacts.isProse(line(""))).isFalse();
  }

  private static List<String> continued(String... lines) {
    return RowFacts.withContinuations(Arrays.stream(lines).map(RowFactsTest::line).toList())
        .stream()
        .map(SourceText::text)
        .toList();
  }

  @Test
  void joinsALineWithoutALabelToTheRowAbove() {
    assertThat(continued("Price", "$5 $6", "iPhone 5", "Keel long", "and deep"))
        .containsExactly("Price $5 $6", "iPhone 5", "Keel long and deep");
    assertThat(continued("$5 $6", "Price")).containsExactly("$5 $6", "Price");
    assertThat(continued("Boat", "all")).containsExactly("Boat all");
  }
}
