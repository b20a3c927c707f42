package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "plain  caf\u00e9|plain  caf\u00e9",
        "a\u001b[31mb|a [31mb",
        "a\u009b31mb|a 31mb",
        "a\u0085\u0007b|a b",
        "a\u2028b|a b",
        "exe\u202efdp.txt\u2069|exefdp.txt",
        "at https://ann:secret@site.test/a?b=c@d|at https://***@site.test/a?b=c@d",
        "ftp://ann@site.test|ftp://***@site.test",
        "mail ann@site.test, see https://site.test/@ann|mail ann@site.test, see"
            + " https://site.test/@ann",
      })
  void showsTextAsOneHarmlessLine(String text, String line) {
    assertThat(TerminalText.line(text)).isEqualTo(line);
  }
}
