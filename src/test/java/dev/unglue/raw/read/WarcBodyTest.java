package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as servers send them: in chunks, packed, cut short. */
class WarcBodyTest {

  private static final byte[] PAGE = Inputs.utf8("<p>page</p>");

  private static final String HTML = "Content-Type: text/html";

  @TempDir Path base;

  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void undoesChunks() {
    byte[] body = Inputs.utf8("3;x=y\r\n<p>\r\nA\r\npage</p>..\r\n0\r\nTrailer: x\r\n\r\n");
    inputs.warc(Warcs.response("u:1", Warcs.http(200, body, HTML, "Transfer-Encoding: chunked")));

    Capture capture = inputs.page("a.warc");

    assertThat(capture.text()).isEqualTo("<p>page</p>..");
    assertThat(capture.notes()).isEmpty();
    assertThat(capture.ref().rawSha256()).isEqualTo(Sha256.hex(Inputs.utf8("<p>page</p>..")));
  }

  @Test
  void readsABodyWhoseChunksWereUndoneBefore() {
    inputs.warc(Warcs.response("u:1", Warcs.http(200, PAGE, HTML, "Transfer-Encoding: chunked")));

    assertThat(inputs.page("a.warc").text()).isEqualTo("<p>page</p>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3~<p>~zz~rest~0~~     | <p>     | the length of a chunk, found "zz" at byte 8
          3~<p>half~0~~         | <p>     | the end of a chunk of 3 bytes, found more
          3~<p>~9~half~0~~      | <p>half~0~ | the last chunk, found the end of the record
          3~<p>~9~half          | <p>half | the end of a chunk of 9 bytes, found the end of the record
          3~<p>                 | <p>     | the end of a chunk of 3 bytes, found the end of the record
          3~<p>~                | <p>     | the last chunk, found the end of the record
          3~<p>~0               | <p>     | the last chunk, found the end of the record
          FFFFFFF~<p>           | <p>     | the end of a chunk of 268435455 bytes, found the end of the record
          """)
  void saysThatAChunkIsBroken(String body, String text, String finding) {
    inputs.warc(
        Warcs.response(
            "u:1",
            Warcs.http(
                200, Inputs.utf8(body.replace("~", "\r\n")), HTML, "transfer-encoding: Chunked")));

    Capture capture = inputs.page("a.warc");

    assertThat(capture.text()).isEqualTo(text.replace("~", "\r\n"));
    assertThat(capture.notes()).containsExactly("cut short: expected " + finding);
    assertThat(capture.ref().truncated()).isEqualTo("unspecified");
  }

  @ParameterizedTest(name = "encoding {0}")
  @ValueSource(strings = {"gzip", "X-GZIP", "deflate", "raw deflate", "identity", "gzip, gzip", ""})
  void undoesTheContentEncoding(String encoding) {
    byte[] body = PAGE;
    for (String step : encoding.split(", ", -1)) {
      body = pack(step, body);
    }
    String name = encoding.replace("raw ", "");
    inputs.warc(
        Warcs.response(
            "u:1",
            Warcs.http(
                200, body, HTML, "Content-Encoding: " + name, "Content-Length: " + body.length)));

    Capture capture = inputs.page("a.warc");

    assertThat(capture.text()).isEqualTo("<p>page</p>");
    assertThat(capture.notes()).isEmpty();
  }

  private static byte[] pack(String encoding, byte[] body) {
    return switch (encoding) {
      case "gzip", "X-GZIP" -> Inputs.gzip(body);
      case "deflate" -> deflate(body, false);
      case "raw deflate" -> deflate(body, true);
      default -> body;
    };
  }

  private static byte[] deflate(byte[] body, boolean raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(9, raw))) {
      packed.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void readsABodyThatWasUnpackedBefore() {
    inputs.warc(
        Warcs.response(
            "u:1", Warcs.http(200, PAGE, HTML, "Content-Encoding: gzip", "Content-Length: 5")));

    assertThat(inputs.page("a.warc").text()).isEqualTo("<p>page</p>");
    assertThat(inputs.page("a.warc").ref().truncated()).isNull();
  }

  @Test
  void marksAPageThatIsNotWhole() {
    byte[] packed = Inputs.gzip(Inputs.utf8("<p>one two three four five"));
    inputs.warc(
        Warcs.response("u:1", Warcs.http(200, PAGE, HTML, "Content-Length: 500")),
        Warcs.response(
            "u:2",
            Warcs.http(200, Inputs.utf8("FF\r\n<p>half"), HTML, "Transfer-Encoding: chunked")),
        Warcs.response(
            "u:3",
            Warcs.http(
                200, Arrays.copyOf(packed, packed.length - 9), HTML, "Content-Encoding: gzip")),
        Warcs.html("u:4", "<p>first", "WARC-Segment-Number: 1"),
        Warcs.response(
            "u:5", Warcs.http(200, PAGE, HTML, "Content-Length: 500"), "WARC-Truncated: TIME"));

    List<RawItem> items = inputs.read("a.warc");

    String cut = "cut short: expected the end of the packed body, found the end of the record";
    String bytes = "cut short: expected the 500 bytes that the server announced, found 11";
    assertThat(items)
        .extracting(item -> Inputs.page(item).notes().get(0))
        .containsExactly(
            bytes,
            "cut short: expected the end of a chunk of 255 bytes, found the end of the record",
            cut,
            "cut short: expected a whole record, found the first of several segments",
            bytes);
    assertThat(items)
        .extracting(item -> Inputs.page(item).ref().truncated())
        .containsExactly("unspecified", "unspecified", "unspecified", "unspecified", "time");
    assertThat(Inputs.page(items.get(1)).text()).isEqualTo("<p>half");
    assertThat(Inputs.page(items.get(2)).text()).startsWith("<p>one");
  }

  @Test
  void refusesABodyThatCannotBeUnpacked() {
    byte[] damaged = Inputs.gzip(PAGE);
    damaged[damaged.length - 1] ^= 1;
    byte[] first = Warcs.response("u:1", Warcs.http(200, PAGE, HTML, "Content-Encoding: gzip, br"));
    byte[] second = Warcs.response("u:2", Warcs.http(200, damaged, HTML, "Content-Encoding: gzip"));
    byte[] third = Warcs.response("u:3", Warcs.http(200, PAGE, HTML, "Content-Encoding: deflate"));
    inputs.warc(first, second, third, Warcs.wet("u:4", "last"));
    long at = (long) first.length + second.length;

    List<RawItem> items = inputs.read("a.warc");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("unknown_encoding", "bad_encoding", "bad_encoding", "last");
    assertThat(Inputs.refusal(items.get(0)).message())
        .isEqualTo(
            "a.warc: record 1 at byte 0: packed in a way that is not known here: expected gzip or"
                + " deflate, found \"br\"; fetch the page without it");
    assertThat(Inputs.refusal(items.get(2)).message())
        .isEqualTo(
            "a.warc: record 3 at byte "
                + at
                + ": damaged: expected a body packed as its Content-Encoding says, found other"
                + " data; fetch the page again");
  }
}
