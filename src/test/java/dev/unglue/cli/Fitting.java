package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.option.WrappedText;
import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether messages fit a terminal. Every message that a test provokes comes by here. */
final class Fitting {
  private static final int SHORT = 20;

  private Fitting() {}

  /** Each of these lines fits a terminal once it is folded, and then says the same. */
  static void check(String messages) {
    for (String message : messages.lines().toList()) {
      List<String> folded = WrappedText.folded(message);
      assertThat(folded).allSatisfy(line -> fits(line));
      assertThat(words(folded.stream())).isEqualTo(words(Stream.of(message)));
    }
  }

  /** No line is too long but for a word that is, as an address may be, and a few words before. */
  static void fits(String line) {
    int length = CodePoints.length(line);
    String last = line.substring(line.lastIndexOf(' ') + 1);
    int before = length - CodePoints.length(last);
    boolean longWord = CodePoints.length(last) > WrappedText.WIDTH - SHORT;
    assertThat(length <= WrappedText.WIDTH || (longWord && before <= WrappedText.WIDTH))
        .as(line)
        .isTrue();
  }

  private static String words(Stream<String> lines) {
    return lines.map(line -> line.strip().replaceAll("\\s+", " ")).collect(Collectors.joining(" "));
  }
}
