package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.text.Dashes;
import dev.unglue.text.RandomText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedCellTest {
  /** What the loops say, as an expression: slower, and plainer. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(\\p{L}[^\\d$£€|\\t]{0,59}?):? (["
              + Dashes.ALL
              + "+]?[$£€]?\\d[^|\\t]{0,59}|["
              + Dashes.ALL
              + "])");

  static Stream<String> lines() {
    return RandomText.of(
        4_000,
        8,
        List.of(
            "a",
            "Label",
            "word ",
            "5",
            "1,204",
            "$",
            "€",
            "-",
            "–",
            "+",
            ":",
            " ",
            " ",
            "|",
            "\t",
            "😀",
            "é",
            "x".repeat(29)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void standsWhereTheExpressionFindsIt(String line) {
    Matcher found = LABELLED.matcher(line);
    boolean fits = found.matches();
    int cell = RepeatedReader.cellStart(line);

    assertThat(cell).isEqualTo(fits ? found.start(2) : -1);
    if (fits) {
      assertThat(RepeatedReader.labelEnd(line, cell)).isEqualTo(found.end(1));
    }
  }
}
