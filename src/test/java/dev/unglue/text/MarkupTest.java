package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void showsWhatAReaderSees() {
    String piece = "Oak</a></td>\n<td style=\"x\">13</td>\n<td>5 &amp; 6";
    assertThat(Markup.shown(piece, "text/html")).isEqualTo("Oak 13 5 &amp; 6");
    assertThat(Markup.shown("a <b> c\n", "text/plain")).isEqualTo("a <b> c\n");
    assertThat(Markup.shown("a <br", "text/html")).isEqualTo("a");
    assertThat(Markup.shown("5 > 4", "text/html")).isEqualTo("5 > 4");
    assertThat(Markup.shown("2\" height=\"16\"></td><td>Oak", "text/html")).isEqualTo("2 Oak");
  }
}
