package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.unglue.extract.text.Captures;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePageTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a cook has an average salary of ",
        "it takes 2-4 years to become a cook, a cook, ",
        "skills for a cook are a and b and c, ",
        "$1,234,567,",
        "cook ",
        "cook. Cook vs ",
        "a.B",
        "\"",
        "6-12-6-12-",
        "cook vs baker ",
        "\ue000\ue001\uf8ff ",
      })
  void readsALongLineOfOneKind(String piece) {
    assertReads(piece.repeat(100_000 / piece.length()));
  }

  @Test
  void readsALineOfAMillionCharacters() {
    assertReads("skills for a cook are $1,234, ".repeat(33_000));
  }

  private static void assertReads(String page) {
    Assertions.assertTimeout(PATIENCE, () -> Reading.of(page, "Cook", "Prep Cook"));
    Assertions.assertTimeout(
        PATIENCE,
        () ->
            new TitleReader(Reading.FORMS)
                .names(Captures.lines(Captures.plain(page)), Optional.of(page), Steps.NONE));
  }

  @Test
  void readsASentenceInTheMiddleOfAVeryLongLine() {
    String noise = "Nothing of note is said here at all. ".repeat(5_000);
    String page = noise + "It takes 2-4 years to become a cook. " + noise;
    PageStatements read = Reading.of(page, "Cook", "Baker");

    assertThat(Reading.shown(read))
        .containsExactly(
            "cook time_to_become_min_months = 24", "cook time_to_become_max_months = 48");
    assertThat(page.substring(read.mentions().get(0).raw().span().start())).startsWith("2-4 years");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "•",
        "• \n• \n- \n",
        "\u202e\u0627\u0644\u0637\u0628\u0627\u062e vs \u0627\u0644\u062e\u0628\u0627\u0632",
        "What does a cook do?",
        "Common cook skills\nCommon cook skills\nCommon cook skills",
        "Common cook skills\n- , 12%\n- 12%\n- %",
        "The companies that hire the most cooks are:\n- 8 cooks jobs\n- cooks jobs",
        "cook vs. cook",
        "\u0000\ud800 cook \udc00",
      })
  void findsNothingInAPageOfScraps(String page) {
    assertThat(Reading.of(page, "Cook", "Baker").mentions()).isEmpty();
    assertThat(Reading.of(page, "Cook").mentions()).isEmpty();
    assertThat(Reading.of(page).mentions()).isEmpty();
    assertThatCode(
            () ->
                new TitleReader(Reading.FORMS)
                    .names(Captures.lines(Captures.plain(page)), Optional.of(page), Steps.NONE))
        .doesNotThrowAnyException();
  }

  @Test
  void readsAnyMixtureOfKnownPartsAndProvesWhatItReads() {
    List<String> parts =
        List.of(
            "cook",
            "a prep cook",
            "cooks",
            " has an average salary of $30,000",
            ". ",
            ", ",
            "\n",
            "\n\n",
            "• ",
            "Common cook skills\n",
            "What does a cook do?\n",
            "Food, 12%",
            " and ",
            "it takes 6-12 months to become ",
            "becoming ",
            "skills for a cook are ",
            "they",
            " vs ",
            "| a | b |\n",
            "Updated January 8, 2025\n",
            "is higher than ",
            "8 cooks jobs",
            "\u00a0",
            "’",
            "“",
            "\ud83d\ude00",
            ".Cook vs. baker\n",
            "x".repeat(130) + ".\n");
    Random random = new Random(5);
    for (int page = 0; page < 300; page++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      assertProof(text.toString(), "Cook", "Prep Cook");
      assertProof(text.toString(), "Cook");
    }
  }

  /** What is read stands where it says; a hard blank in a gap of several is read as a plain one. */
  private static void assertProof(String page, String... subjects) {
    PageStatements read = Reading.of(page, subjects);
    assertThat(read).isEqualTo(Reading.of(page, subjects));
    for (Mention mention : read.mentions()) {
      Span place = mention.raw().span();
      String printed = page.substring(place.start(), place.end());
      assertThat(printed.replace('\u00a0', ' '))
          .isEqualTo(mention.raw().text().replace('\u00a0', ' '));
    }
  }
}
