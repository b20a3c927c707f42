package dev.unglue.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.candidate.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the length of a row, it gets an answer, soon and in little memory. */
class EndlessRowsTest {
  private static final List<String> PIECES =
      List.of("7", "aB", "-", "$1", "1,111", "a, 1%", "Male, 1% ", "a ", "a|", "(", "\ud83d");

  @ParameterizedTest
  @EnumSource(
      value = Join.class,
      names = {"GLUED", "SPACED", "PIPED"})
  void answersARowOfAMegabyte(Join join) {
    for (String attribute : Questions.ONE_OF_EACH_TYPE) {
      for (String piece : PIECES) {
        assertThat(answer(attribute, join, 2, piece, 1_000_000))
            .as(attribute + " " + piece)
            .startsWith("impossible: ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Join.class,
      names = {"GLUED", "SPACED", "PIPED"})
  void answersTheLongestRowsThatItLooksAt(Join join) {
    for (String attribute : Questions.ONE_OF_EACH_TYPE) {
      for (String piece : PIECES) {
        assertThat(answer(attribute, join, 2, piece, 320)).isNotEmpty();
      }
    }
    for (String attribute : List.of("job_count", "common_degree", "best_paying_company")) {
      assertThat(answer(attribute, join, 8, "7", 640)).isNotEmpty();
      for (String piece : List.of("aB", "a, 1%", "a |")) {
        assertThat(answer(attribute, join, 8, piece, 320)).isNotEmpty();
      }
    }
    // a text has no longest length to speak of
    assertThat(answer("description", join, 2, "a ", 150_000)).startsWith("impossible: ");
  }

  private static String answer(String attribute, Join join, int columns, String piece, int length) {
    String text = piece.repeat(length / piece.length()).strip();
    Question question = Questions.of(attribute, join, columns, text);
    return assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> Questions.told(Splitter.standard(Shapes.LEARNED).split(question)));
  }
}
