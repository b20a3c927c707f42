package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.RandomText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineShapeTest {
  /** What the loops say, as expressions: slower, and plainer. */
  private static final Pattern TYPED =
      Pattern.compile(
          "[$£€]?\\p{Nd}[\\p{Nd}.,]*|(?<![\\p{L}\\p{Nd}])(?:Yes|None|No)(?![\\p{L}\\p{Nd}])"
              + "|(?<=\\p{L})(?:Yes|No)(?!\\p{Ll})");

  private static final Pattern SEAM =
      Pattern.compile(
          "\\p{Ll}{2}(?:\\p{Lu}|\\d)|[)%](?:\\p{L}|\\d)|[\\p{L}\\p{Nd}][$£€]|\\d\\p{Lu}\\p{Ll}");

  static Stream<String> lines() {
    return RandomText.of(
        3_000,
        9,
        List.of(
            "a", "B", "word", "Word", "5", "1,204", "3.5", "$", "€", "%", ")", "Yes", "No", "None",
            "Nobody", " ", " ", ".", ",", "é", "٤", "-"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void findsWhatTheExpressionsFind(String text) {
    SourceText line = SourceText.verbatim(text, 3);
    Matcher typed = TYPED.matcher(text);
    int matches = 0;
    boolean isLong = false;
    while (typed.find()) {
      isLong |= matches == 0 && typed.group().length() > 3;
      matches++;
    }
    assertThat(LineShape.mayBeTyped(line, Join.SPACED)).isEqualTo(matches > 1);
    assertThat(LineShape.mayBeTyped(line, Join.GLUED)).isEqualTo(matches > 1 || isLong);
    boolean glued = SEAM.matcher(text).find();
    assertThat(LineShape.join(List.of(line))).isEqualTo(glued ? Join.GLUED : Join.SPACED);
  }

  @Test
  void takesNoLongLineForARow() {
    SourceText line = SourceText.verbatim("5 6 " + "a".repeat(400), 0);

    assertThat(LineShape.mayBeTyped(line, Join.SPACED)).isFalse();
  }
}
