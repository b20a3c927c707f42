package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at a line tells. */
class RowFactsTest {
  private static SourceText line(String text) {
    return SourceText.verbatim(text, 0);
  }

  @Test
  void seesNumbersAndAmounts() {
    assertThat(RowFacts.isTyped(line("Boat 5 m"))).isTrue();
    assertThat(RowFacts.isTyped(line("Boat $$"))).isTrue();
    assertThat(RowFacts.isTyped(line("Boat"))).isFalse();
    assertThat(RowFacts.isTyped(line("5 " + "a".repeat(400)))).isFalse();
    assertThat(RowFacts.isTyped(line("This is a boat of 5 m and more."))).isFalse();
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

  @ParameterizedTest
  @ValueSource(strings = {"Sails", "Hull and Keel", "The rigging:"})
  void seesWhatHeadsRows(String text) {
    assertThat(RowFacts.isHeading(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hullwoodsteel", "Sails setnightday", "Made ofwoodsteel"})
  void seesWordsThatMayBeCells(String text) {
    assertThat(RowFacts.isHeading(text)).isFalse();
  }

  @Test
  void seesSentencesOfSomeLength() {
    assertThat(RowFacts.isProse(line("This is a boat of five metres and more."))).isTrue();
    assertThat(RowFacts.isProse(line("This is a boat."))).isFalse();
    assertThat(RowFacts.isProse(line("This is a boat of five metres and more"))).isFalse();
    assertThat(RowFacts.isProse(line(""))).isFalse();
  }
}
