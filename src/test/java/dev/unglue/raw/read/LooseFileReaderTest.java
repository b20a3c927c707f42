package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseFileReaderTest {
  @TempDir Path base;
  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void readsATextAsItIs() {
    inputs.write("p/a.txt", "one\r\ntwo\t3\r\n");

    assertThat(inputs.page("p"))
        .isEqualTo(
            new Capture(
                new CaptureRef(
                    "here",
                    "p/a.txt",
                    null,
                    null,
                    "adcd1a2eee4a7e18eb9234fc30214fdd2ac7b6577fbbfc1c5193d345c35cddf5",
                    "text/plain",
                    "p/a.txt",
                    0,
                    null),
                "one\r\ntwo\t3\r\n",
                java.util.List.of()));
  }

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource({
    "a.txt,Yearly salary,text/plain",
    "a.text,  <!DOCTYPE html><p>x,text/html",
    "a.txt,<html lang=en>,text/html",
    "a.txt,<!-- made by x --> <table><tr>,text/html",
    "a.txt,Teller or clerk: <table class=a><tr>,text/html",
    "a.txt,<b>bold</b> is no page,text/plain",
    "a.txt,a < b and b > a,text/plain",
    "a.md,| a | b |,text/markdown",
    "a.markdown,# Title <table>,text/markdown",
    "a.html,no tag at all,text/html",
    "a.HTM,no tag at all,text/html",
    "a.dat,plain words,text/plain",
    "a.dat,<div>x</div>,text/html",
    "a.json,[1],text/plain",
  })
  void tellsTheMediaType(String name, String text, String mediaType) {
    inputs.write(name, text);

    assertThat(inputs.page(name).ref().mediaType()).isEqualTo(mediaType);
  }

  @Test
  void unpacksByTheFirstBytesWhateverTheName() {
    byte[] packed = Inputs.join(Inputs.gzip(Inputs.utf8("one ")), Inputs.gzip(Inputs.utf8("two")));
    inputs.write("a.txt.gz", packed).write("b.txt", packed).write("c", packed);
    inputs.write("d.txt.gz", "not packed");

    assertThat(inputs.read("a.txt.gz", "b.txt", "c", "d.txt.gz"))
        .extracting(Inputs::textOrReason)
        .containsExactly("one two", "one two", "one two", "not packed");
    assertThat(inputs.page("c").ref().rawSha256()).isEqualTo(Sha256.hex(Inputs.utf8("one two")));
  }

  @Test
  void refusesHalfAGzipAtEveryCut() {
    byte[] packed = Inputs.gzip(Inputs.utf8("a page that is long enough to be cut"));
    for (int length = 2; length < packed.length; length++) {
      inputs.write("a.txt.gz", Arrays.copyOf(packed, length));

      Quarantined refusal = inputs.refusal("a.txt.gz");

      assertThat(refusal.reason()).isEqualTo("gzip_cut");
      assertThat(refusal.message())
          .isEqualTo(
              "a.txt.gz: the gzip is cut: expected the end of the gzip, found the end of the file"
                  + " after byte "
                  + length
                  + "; fetch the file again");
      assertThat("a page that is long enough to be cut").startsWith(refusal.rawText());
    }
  }

  @Test
  void refusesADamagedGzip() {
    byte[] packed = Inputs.gzip(Inputs.utf8("a page"));
    packed[packed.length - 1] ^= 1;
    inputs.write("a.txt.gz", packed);

    assertThat(inputs.refusal("a.txt.gz"))
        .isEqualTo(
            new Quarantined(
                "a.txt.gz",
                "bad_gzip",
                "a.txt.gz: the gzip is damaged: expected sound gzip data, found a checksum that"
                    + " does not match at byte "
                    + (packed.length - 8)
                    + "; fetch the file again",
                "a page",
                null));
  }

  @Test
  void refusesAnEmptyFile() {
    inputs
        .write("a.txt", "")
        .write("b.html", " \r\n\n")
        .write("c.txt.gz", Inputs.gzip(new byte[0]));
    inputs.write("d.txt", Inputs.bytes(0xEF, 0xBB, 0xBF));

    assertThat(inputs.read("a.txt", "b.html", "c.txt.gz", "d.txt"))
        .extracting(item -> Inputs.refusal(item).message())
        .containsExactly(
            "a.txt: empty: expected a page, found 0 bytes; fetch it again or remove it",
            "b.html: empty: expected a page, found 4 bytes of white space;"
                + " fetch it again or remove it",
            "c.txt.gz: empty: expected a page, found 0 bytes; fetch it again or remove it",
            "d.txt: empty: expected a page, found 3 bytes of white space;"
                + " fetch it again or remove it");
    assertThat(inputs.refusal("a.txt").reason()).isEqualTo("empty_file");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "%PDF-1.7,a PDF document",
    "\u0089PNG,a PNG image",
    "'PK\u0003\u0004',a ZIP archive",
    "'SQLite format 3\u0000',an SQLite database",
    "GIF89a,a GIF image",
  })
  void refusesABinaryFileByItsFirstBytes(String start, String found) {
    inputs.write("a.txt", (start + " and so on").getBytes(StandardCharsets.ISO_8859_1));

    Quarantined refusal = inputs.refusal("a.txt");

    assertThat(refusal.reason()).isEqualTo("binary_file");
    assertThat(refusal.message())
        .isEqualTo(
            "a.txt: not a text: expected HTML, Markdown or plain text, found "
                + found
                + "; give the page itself or remove it");
  }

  @Test
  void refusesABinaryFileByItsContent() {
    inputs.write("a.txt", "words\0more").write("b.txt", "ab\u0001cd\u0002efgh\u0003ij");
    inputs.write("c.txt", "one stray \u0001 control character does no harm");
    inputs.write("d.txt", "a NUL far behind" + " ".repeat(5000) + "\0");

    assertThat(inputs.read("a.txt", "b.txt", "c.txt"))
        .extracting(Inputs::textOrReason)
        .containsExactly(
            "binary_file", "binary_file", "one stray \u0001 control character does no harm");
    assertThat(inputs.refusal("a.txt"))
        .isEqualTo(
            new Quarantined(
                "a.txt",
                "binary_file",
                "a.txt: not a text: expected HTML, Markdown or plain text, found NUL bytes, the"
                    + " first at byte 5; give the page itself or remove it",
                "words.more",
                null));
    assertThat(inputs.refusal("b.txt").message())
        .contains("found 3 control characters in the first 13 bytes;");
    assertThat(inputs.page("d.txt").text()).endsWith("\0");
  }

  @Test
  void refusesWhatIsTooLargeAndTakesWhatJustFits() {
    inputs.limit(10).write("a.txt", "12345678901").write("b.txt", "1234567890");
    inputs.write("c.txt.gz", Inputs.gzip(Inputs.utf8("1".repeat(1000))));

    assertThat(inputs.read("a.txt", "b.txt", "c.txt.gz"))
        .extracting(Inputs::textOrReason)
        .containsExactly("too_large", "1234567890", "too_large");
    assertThat(inputs.refusal("a.txt"))
        .isEqualTo(
            new Quarantined(
                "a.txt",
                "too_large",
                "a.txt: too large: expected at most 10 bytes, found 11 bytes;"
                    + " cut it into single pages or remove it",
                "12345678901",
                null));
    assertThat(inputs.refusal("c.txt.gz").message())
        .isEqualTo(
            "c.txt.gz: too large: expected at most 10 bytes, found more once unpacked;"
                + " cut it into single pages or remove it");
  }

  @Test
  void refusesAnImpossibleLimit() {
    Assertions.assertThatThrownBy(() -> new RawLimits(0))
        .hasMessage("limit of a payload: expected 1 to 2147483583 bytes, found 0");
    assertThat(RawLimits.defaults()).isEqualTo(new RawLimits(16_777_216));
  }

  @Test
  void takesWhatIsSaidBesideTheFile() {
    inputs.write("a.txt", "page");
    inputs.write(
        "a.txt.meta.json",
        "{\"url\": \"https://x.org/a\", \"captured_at\": \"2024-05-01T10:30:00+02:00\","
            + " \"media_type\": \"text/html; charset=utf-8\", \"truncated\": \"length\"}");
    inputs.write("a.meta.json", "{\"url\": \"https://x.org/never\"}");

    Capture capture = inputs.page("a.txt");

    assertThat(capture.notes()).isEmpty();
    assertThat(capture.ref().page()).isEqualTo("https://x.org/a");
    assertThat(capture.ref().url()).isEqualTo("https://x.org/a");
    assertThat(capture.ref().capturedAt()).isEqualTo(Instant.parse("2024-05-01T08:30:00Z"));
    assertThat(capture.ref().mediaType()).isEqualTo("text/html");
    assertThat(capture.ref().truncated()).isEqualTo("length");
    assertThat(capture.ref().rawPath()).isEqualTo("a.txt");
  }

  @ParameterizedTest(name = "{1} belongs to {0}")
  @CsvSource({
    "a.txt,a.txt.meta.json",
    "a.txt,a.meta.json",
    "a.html.gz,a.html.gz.meta.json",
    "a.html.gz,a.html.meta.json",
    "a.html.gz,a.meta.json",
    "page,page.meta.json",
  })
  void findsTheSidecar(String name, String sidecar) {
    inputs.write(name, "page").write(sidecar, "{\"url\": \"u:1\"}");

    assertThat(inputs.page(name).ref().url()).isEqualTo("u:1");
  }

  @Test
  void leavesOutWhatIsWrongInASidecarAndKeepsThePage() {
    inputs.write("a.txt", "page");
    inputs.write(
        "a.txt.meta.json",
        "{\"URL\": \"x\", \"url\": 5, \"captured_at\": \"yesterday\","
            + " \"media_type\": \"image/png\", \"truncated\": \"bored\"}");

    Capture capture = inputs.page("a.txt");

    assertThat(capture.text()).isEqualTo("page");
    assertThat(capture.ref().capturedAt()).isNull();
    assertThat(capture.ref().mediaType()).isEqualTo("text/plain");
    assertThat(capture.notes())
        .containsExactly(
            "a.txt.meta.json: unknown key \"URL\": expected url, captured_at, media_type or"
                + " truncated; left out",
            "a.txt.meta.json: url: expected an address, found \"5\"; left out",
            "a.txt.meta.json: captured_at: expected an instant such as 2024-05-01T10:30:00Z, a day"
                + " such as 2024-05-01 or 14 digits, found \"yesterday\"; the time is read as"
                + " unknown",
            "a.txt.meta.json: media_type: expected text/html, text/markdown or text/plain, found"
                + " \"image/png\"; left out",
            "a.txt.meta.json: truncated: expected length, time, disconnect or unspecified, found"
                + " \"bored\"; left out");
  }

  @ParameterizedTest(name = "sidecar {0}")
  @CsvSource(
      delimiter = ';',
      value = {"[1]", "{broken", "''", "{} {}", "null"})
  void keepsThePageBesideASidecarThatIsNoObject(String sidecar) {
    inputs.write("a.txt", "page").write("a.txt.meta.json", sidecar);

    assertThat(inputs.page("a.txt").notes())
        .containsExactly(
            "a.txt.meta.json: expected one JSON object, found something else; left out");
  }

  @Test
  void keepsThePageBesideASidecarThatIsTooLarge() {
    inputs.write("a.txt", "page").write("a.txt.meta.json", " ".repeat(70_000));

    assertThat(inputs.page("a.txt").notes())
        .containsExactly("a.txt.meta.json: expected at most 65536 bytes, found more; left out");
  }

  @Test
  void neverTakesTheTimeOfTheFile() {
    inputs.write("a.html", "<p>2024");

    assertThat(inputs.page("a.html").ref().capturedAt()).isNull();
  }

  @Test
  void readsStandardInput() {
    byte[] page = Inputs.utf8("<html><body>x");
    RawLimits limits = new RawLimits(100);

    Capture capture = Inputs.page(standardInput(page, limits));

    assertThat(capture.ref())
        .isEqualTo(
            new CaptureRef("in", "-", null, null, Sha256.hex(page), "text/html", "-", 0, null));
    assertThat(Inputs.textOrReason(standardInput(Inputs.gzip(page), limits)))
        .isEqualTo("<html><body>x");
    assertThat(Inputs.refusal(standardInput(new byte[0], limits)).message())
        .isEqualTo("-: empty: expected a page, found 0 bytes; fetch it again or remove it");
    assertThat(Inputs.textOrReason(standardInput(new byte[101], limits))).isEqualTo("too_large");
  }

  @Test
  void handsOnTheFailureOfStandardInput() {
    InputStream failing =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            throw new UncheckedIOException(new IOException("gone"));
          }
        };

    Assertions.assertThatThrownBy(() -> RawInputs.ofText("in", failing, RawLimits.defaults()))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static RawItem standardInput(byte[] bytes, RawLimits limits) {
    return RawInputs.ofText("in", new ByteArrayInputStream(bytes), limits);
  }
}
