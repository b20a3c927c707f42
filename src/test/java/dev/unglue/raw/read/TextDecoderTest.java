package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.text.Sha256;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final String TEXT = "Caf\u00e9 \u2013 $43,251 \ud83d\ude00";

  @TempDir Path base;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UTF-8,EFBBBF",
    "UTF-16LE,FFFE",
    "UTF-16BE,FEFF",
    "UTF-32LE,FFFE0000",
    "UTF-32BE,0000FEFF",
  })
  void believesTheByteOrderMarkBeforeAllElse(String charset, String mark) {
    byte[] bytes =
        Inputs.join(
            java.util.HexFormat.of().parseHex(mark),
            ("<meta charset=windows-1252>" + TEXT).getBytes(Charset.forName(charset)));
    Inputs inputs = new Inputs(base).write("a.html", bytes).write("b.txt", bytes);
    inputs.write("a.html.meta.json", "{\"media_type\": \"text/html; charset=koi8-r\"}");

    for (String name : new String[] {"a.html", "b.txt"}) {
      Capture capture = inputs.page(name);

      assertThat(capture.text()).isEqualTo("<meta charset=windows-1252>" + TEXT);
      assertThat(capture.notes()).isEmpty();
      assertThat(capture.ref().rawSha256()).isEqualTo(Sha256.hex(bytes));
    }
  }

  @Test
  void tellsHtmlInUtf16ByItsText() {
    byte[] bytes =
        Inputs.join(Inputs.bytes(0xFF, 0xFE), "<table><tr>".getBytes(StandardCharsets.UTF_16LE));

    assertThat(new Inputs(base).write("a.txt", bytes).page("a.txt").ref().mediaType())
        .isEqualTo("text/html");
  }

  @Test
  void believesTheHeaderBeforeTheMeta() {
    byte[] bytes = "<meta charset='utf-8'>\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(decode(bytes, "text/html; Charset=\"windows-1252\"", true).text())
        .endsWith("\u00e9");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<meta charset=windows-1252>",
        "<META CHARSET = 'Windows-1252' />",
        "`<meta\n charset=\"cp1252\">`",
        "`<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">`",
        "`<meta content='text/html;charset=latin1' http-equiv='content-type'>`",
        "<!-- <meta charset=utf-8> --><meta charset=windows-1252>",
      })
  void believesTheMetaOfAnHtmlPage(String meta) {
    byte[] bytes = (meta + "\u0093caf\u00e9\u0094").getBytes(StandardCharsets.ISO_8859_1);

    TextDecoder.Decoded decoded = decode(bytes, "", true);

    assertThat(decoded.text()).isEqualTo(meta + "\u201ccaf\u00e9\u201d");
    assertThat(decoded.notes()).isEmpty();
  }

  @Test
  void doesNotLookForAMetaInTextOrFarDown() {
    String far = " ".repeat(4096) + "<meta charset=windows-1252>";

    assertThat(decode(Inputs.utf8("<meta charset=windows-1252>\u00e9"), "", false).text())
        .endsWith(">\u00e9");
    assertThat(decode(Inputs.utf8(far + "\u00e9"), "", true).text()).endsWith(">\u00e9");
  }

  @Test
  void readsUtf16OnlyWhereAHeaderOrAMarkSaysSo() {
    byte[] bytes = "caf\u00e9".getBytes(StandardCharsets.UTF_16LE);

    assertThat(decode(bytes, "text/plain; charset=utf-16", false).text()).isEqualTo("caf\u00e9");
    assertThat(decode(Inputs.utf8("<meta charset=utf-16>\u00e9"), "", true).text())
        .endsWith(">\u00e9");
  }

  @Test
  void notesACharsetThatNobodyKnows() {
    TextDecoder.Decoded decoded =
        decode(Inputs.utf8("<meta charset=klingon>\u00e9"), "text/html; charset=$%&", true);

    assertThat(decoded.text()).endsWith("\u00e9");
    assertThat(decoded.notes())
        .containsExactly(
            "unknown charset: expected a name such as utf-8, found \"$%&\" in Content-Type;"
                + " left out",
            "unknown charset: expected a name such as utf-8, found \"klingon\" in <meta>;"
                + " left out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain; charset=utf-8", ""})
  void readsBrokenBytesAsReplacementsAndCountsThem(String type) {
    byte[] bytes =
        Inputs.join(
            Inputs.utf8("caf\u00e9 \u2013\u2013\u2013\u2013 "),
            Inputs.bytes(0xE9, ' ', 0xFF, 'x', 0xE2, 0x82));

    TextDecoder.Decoded decoded = decode(bytes, type, false);

    assertThat(decoded.text()).isEqualTo("caf\u00e9 \u2013\u2013\u2013\u2013 \ufffd \ufffdx\ufffd");
    assertThat(decoded.notes())
        .containsExactly(
            "charset in doubt: not UTF-8: 4 broken bytes, the first at byte 19, read as U+FFFD");
  }

  @Test
  void readsWhatNobodyDeclaredAndIsNoUtf8AsBrowsersDo() {
    TextDecoder.Decoded decoded =
        decode(Inputs.bytes('L', 0x92, 'O', 'r', 0xE9, 'a', 'l'), "text/html", true);

    assertThat(decoded.text()).isEqualTo("L\u2019Or\u00e9al");
    assertThat(decoded.notes())
        .containsExactly(
            "charset in doubt: none is declared, and byte 1 is not UTF-8; read as windows-1252");
  }

  @Test
  void neverTakesEbcdicForAText() {
    byte[] ebcdic = "Teller vs Head Teller".getBytes(Charset.forName("IBM037"));

    assertThat(decode(ebcdic, "", false).notes())
        .containsExactly(
            "charset in doubt: none is declared, and byte 3 is not UTF-8; read as windows-1252");
    assertThat(decode(ebcdic, "text/plain; charset=ibm037", false))
        .isEqualTo(new TextDecoder.Decoded("Teller vs Head Teller", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iso-8859-1 | caf\u00e9           | windows-1252 is declared, and what came are bytes of UTF-8
          koi8-r     | \u2019             | KOI8-R is declared, and what came are bytes of UTF-8
          utf-16     | <p>no wide bytes    | UTF-16LE is declared, and what came are bytes without a NUL
          """)
  void saysThatTheBytesContradictWhatIsDeclared(String charset, String text, String doubt) {
    TextDecoder.Decoded decoded = decode(Inputs.utf8(text), "text/html; charset=" + charset, true);

    assertThat(decoded.notes()).containsExactly("charset in doubt: " + doubt);
  }

  @Test
  void notesASingleBrokenByteAndOneInAnotherCharset() {
    assertThat(decode(Inputs.bytes('a', 0xFF), "text/plain;charset=utf8", false).notes())
        .containsExactly("charset in doubt: not UTF-8: 1 broken byte, at byte 1, read as U+FFFD");
    assertThat(decode(Inputs.bytes('a', 0x81), "text/plain;charset=windows-1252", false).notes())
        .containsExactly(
            "charset in doubt: not windows-1252: 1 broken byte, at byte 1, read as U+FFFD");
  }

  @Test
  void readsBrokenBytesOfALongTextLikeTheJdk() {
    long seed = 42;
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[20_000];
      random.nextBytes(bytes);
      bytes[0] = 'a'; // no byte order mark

      assertThat(decode(bytes, "text/plain; charset=utf-8", false).text())
          .as("seed %d", seed)
          .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static TextDecoder.Decoded decode(byte[] bytes, String contentType, boolean html) {
    return TextDecoder.of(bytes, contentType, html).decode(bytes);
  }
}
