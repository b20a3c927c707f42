package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.statement.Enumeration.Reading;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumerationTest {
  private static final Words WORDS = dev.unglue.extract.statement.Reading.FORMS.words();

  private static Reading read(String text, Set<String> own, Set<String> all) {
    SubjectMentions nobody = new SubjectMentions(List.of());
    MaskedText masked = MaskedText.of(SourceText.verbatim(text, 0), nobody);
    return new Enumeration(WORDS)
        .read(masked, 0, masked.text().length(), new Enumeration.Listed(own, all));
  }

  private static String shown(Reading reading) {
    String tails =
        reading.tails().stream().map(EnumerationTest::shown).collect(Collectors.joining(" | "));
    return shown(reading.sure()) + (tails.isEmpty() ? "" : " | " + tails);
  }

  private static String shown(List<SourceText> items) {
    return items.stream().map(SourceText::text).collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "radios (e.g., VHF, UHF), maps and knots>radios (e.g., VHF, UHF); maps; knots",
        "ovens, safety (fire, first aid and gas), and dough>ovens; safety (fire, first aid and"
            + " gas); dough",
        "keys [a, b and c] and {d, e}>keys [a, b and c]; {d, e}",
        "tools (saws [hand, band], drills), glue and paint>tools (saws [hand, band], drills); glue;"
            + " paint",
        "\"cut, dry and style\", colour and care>cut, dry and style; colour; care",
        "so-called \"hot, cold\" dishes and soups>so-called \"hot, cold\" dishes; soups",
        "\"food handling,\" \"CPR,\" and \"va.\">food handling; CPR; va",
        "\"food handling,\" care and \"va.\">food handling; care; va",
        "mixing, \"hand, foot\" care and soap>mixing; \"hand, foot\" care; soap",
        "mixing, “hand, foot” care and soap>mixing; “hand, foot” care; soap",
        "mixing, ‘hand, foot’ care and soap>mixing; ‘hand, foot’ care; soap",
        "guests' coats, mixing and nurse's soap>guests' coats; mixing; nurse's soap",
        "12\" pans, 8\" pans and lids>12\" pans; 8\" pans; lids",
        "saws (hand, drills and glue>saws (hand; drills; glue",
        "a) saws, b) drills and c) glue>a) saws; b) drills; c) glue",
        "saws (hand], drills) and glue>saws (hand], drills); glue",
        "1,000 words a day, C++ and .NET>1,000 words a day; C++; .NET",
        "food and drink, cash, or sales>food and drink; cash; sales",
        "saws, and drills, and glue and paint>saws; drills; glue and paint",
        "saws>saws",
        ", ,>~~",
        "and saws>and saws",
      })
  void endsNoItemWithinBracketsOrQuotes(String text, String items) {
    assertThat(shown(read(text, Set.of(), Set.of()))).isEqualTo(items);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "drilling, oil and gas>oil and gas>drilling; oil and gas",
        "testing, oil and gas and maps>oil and gas>testing; oil and gas; maps",
        "maps, research, development and testing>research, development and testing>maps; research,"
            + " development and testing",
        "research, development and testing, and maps>research, development and testing>research,"
            + " development and testing; maps",
        "saws and drills and glue>saws;drills;glue>saws; drills; glue",
        "saws and drills and glue>saws;drills and glue>saws; drills and glue",
        "drilling, oil and gas>oil;gas>drilling; oil; gas",
      })
  void takesTheListOfThePageAsEvidence(String text, String listed, String items) {
    assertThat(shown(read(text, Set.of(), Set.of(listed.split(";", -1))))).isEqualTo(items);
  }

  @Test
  void leavesOpenWhatTheListsDoNotDecide() {
    Set<String> both = Set.of("oil and gas", "oil", "gas");
    Set<String> overlapping = Set.of("health and safety", "safety and care");

    assertThat(shown(read("maps, oil and gas", Set.of(), both)))
        .isEqualTo("maps | oil; gas | oil and gas");
    assertThat(shown(read("health and safety and care", Set.of(), Set.of())))
        .isEqualTo(" | health; safety and care | health and safety; care");
    assertThat(shown(read("health and safety and care", Set.of(), overlapping)))
        .isEqualTo(" | health and safety; care | health; safety and care");
  }

  @Test
  void believesTheListOfTheSubjectMoreThanThoseOfOthers() {
    Set<String> all = Set.of("health and safety", "care", "health", "safety and care");

    assertThat(shown(read("health and safety and care", Set.of("health", "safety and care"), all)))
        .isEqualTo("health; safety and care");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Oil and gas, 12.5%|Oil and gas",
        "Oil and gas (12%)|Oil and gas",
        "Oil and gas: 7%|Oil and gas",
        "Oil and gas - 7%|Oil and gas",
        "Oil and gas: how wells are drilled|Oil and gas",
        "Oil and gas 2016|Oil and gas 2016",
      })
  void takesTheNameOfAnItemWithoutItsShare(String item, String name) {
    assertThat(Values.withoutShare(item)).isEqualTo(name);
  }

  @Test
  void takesNoLongTextForAnItem() {
    assertThat(shown(read("saws, " + "x".repeat(81) + " and glue", Set.of(), Set.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", ")", "\"", "\",", " and ", ", ", "(a, ", "a and \"", "[{(", ",\" "})
  void staysLinearInWhateverStandsThere(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Enclosures.in(text, 0, text.length()));
    String enumeration = piece.repeat(600 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> read(enumeration, Set.of(), Set.of("a and a")));
  }

  private static Stream<String> mixtures() {
    List<String> parts =
        List.of("x", "y z", ", ", " and ", ",", "(", ")", "\"", "[", "]", " or ", "1,000");
    Random random = new Random(3);
    return IntStream.range(0, 300)
        .mapToObj(
            i ->
                IntStream.range(0, 12)
                    .mapToObj(at -> parts.get(random.nextInt(parts.size())))
                    .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void losesNoLetterOfAnyMixture(String text) {
    Reading reading = read(text, Set.of("x"), Set.of("x", "x and y z"));
    for (List<SourceText> tail :
        reading.tails().isEmpty() ? List.of(List.<SourceText>of()) : reading.tails()) {
      String items = shown(reading.sure()) + shown(tail);
      assertThat(letters(items)).isEqualTo(letters(text));
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^xyz0-9]", "");
  }
}
