package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class WarcFileReaderTest {
  private static final Instant DATE = Instant.parse(Warcs.DATE);

  private static final byte[] PAGE = Inputs.utf8("<p>page</p>");

  private static final String HTML = "Content-Type: text/html";

  @TempDir Path base;

  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void readsTheThreeKindsOfPages() {
    byte[] info = Warcs.info();
    byte[] response = Warcs.html("https://x.org/1", "<p>1", "WARC-Truncated: length");
    byte[] resource =
        Warcs.record("resource", "<https://x.org/2>", "text/plain", Inputs.utf8("2\r\n"));
    byte[] conversion = Warcs.wet("https://x.org/3", "caf\u00e9");
    inputs.warc(info, response, resource, conversion);

    long second = (long) info.length + response.length;
    assertThat(inputs.read("a.warc"))
        .containsExactly(
            page("https://x.org/1", "<p>1", "text/html", info.length, "length"),
            page("https://x.org/2", "2\r\n", "text/plain", second, null),
            page("https://x.org/3", "caf\u00e9", "text/plain", second + resource.length, null));
  }

  private static RawItem page(
      String url,
      String text,
      String mediaType,
      long offset,
      @org.jspecify.annotations.Nullable String truncated) {
    String sha256 = Sha256.hex(Inputs.utf8(text));
    CaptureRef ref =
        new CaptureRef("here", url, url, DATE, sha256, mediaType, "a.warc", offset, truncated);
    return new RawItem.Page(new Capture(ref, text, List.of()));
  }

  @Test
  void readsWhatJwarcWrites() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer =
        new WarcWriter(java.nio.channels.Channels.newChannel(out), WarcCompression.GZIP)) {
      for (String name : new String[] {"a", "b"}) {
        HttpResponse http =
            new HttpResponse.Builder(200, "OK")
                .body(MediaType.HTML_UTF8, Inputs.utf8(name))
                .build();
        writer.write(
            new WarcResponse.Builder(URI.create("https://x.org/" + name))
                .date(DATE)
                .body(http)
                .build());
      }
    }
    inputs.write("a.warc.gz", out.toByteArray());

    assertThat(inputs.read("a.warc.gz")).extracting(Inputs::textOrReason).containsExactly("a", "b");
  }

  @Test
  void tellsTheMemberThatHoldsARecord() {
    byte[] first = Inputs.gzip(Warcs.wet("u:1", "one"));
    byte[] second = Inputs.gzip(Warcs.wet("u:2", "two"));
    inputs.write("a.wet.gz", Inputs.join(first, second));

    assertThat(inputs.read("a.wet.gz"))
        .extracting(item -> Inputs.page(item).ref().rawOffset())
        .containsExactly(0L, (long) first.length);
  }

  @Test
  void tellsThePlaceInTheUnpackedFileWhereOneMemberHoldsAll() {
    byte[] first = Warcs.wet("u:1", "one");
    inputs.write("a.wet.gz", Inputs.gzip(Inputs.join(first, Warcs.wet("u:2", "two"))));

    assertThat(inputs.read("a.wet.gz"))
        .extracting(item -> Inputs.page(item).ref().rawOffset())
        .containsExactly(0L, (long) first.length);
  }

  @Test
  void handsOnNoRecordThatIsNoPage() {
    byte[] moved = Warcs.http(301, PAGE, HTML);
    byte[] image = Warcs.http(200, Inputs.bytes(0x89, 'P', 'N', 'G'), "Content-Type: image/png");
    byte[] untyped = Warcs.http(200, Inputs.bytes(0x89, 'P', 'N', 'G'));
    inputs.warc(
        Warcs.info(),
        Warcs.response("u:1", moved),
        Warcs.response("u:2", image),
        Warcs.response("u:3", untyped),
        Warcs.record("response", "dns:x.org", "text/dns", Inputs.utf8("x.org. A 1.2.3.4")),
        Warcs.record("request", "u:4", "application/http; msgtype=request", PAGE),
        Warcs.record("revisit", "u:5", "application/http; msgtype=response", moved),
        Warcs.record("metadata", "u:6", "application/warc-fields", PAGE),
        Warcs.record("resource", "u:7", "text/css", PAGE));

    assertThat(inputs.read("a.warc")).isEmpty();
  }

  @Test
  void tellsAPageWithoutATypeByItsContent() {
    inputs.warc(
        Warcs.response("u:1", Warcs.http(200, Inputs.utf8("<html><p>x"))),
        Warcs.response("u:2", Warcs.http(200, Inputs.utf8("words"))));

    assertThat(inputs.read("a.warc"))
        .extracting(item -> Inputs.page(item).ref().mediaType())
        .containsExactly("text/html", "text/plain");
  }

  @Test
  void believesTheCharsetOfTheHeader() {
    byte[] body = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    inputs.warc(Warcs.response("u:1", Warcs.http(200, body, HTML + ";charset=ISO-8859-1")));

    assertThat(inputs.page("a.warc").text()).isEqualTo("caf\u00e9");
  }

  @Test
  void refusesARecordThatIsNoPageThoughItSaysSo() {
    inputs.warc(
        Warcs.response("u:1", Inputs.utf8("no http")),
        Warcs.response("u:2", Warcs.http(200, new byte[0], HTML)),
        Warcs.response("u:3", Warcs.http(200, Inputs.utf8("%PDF-1.4"), HTML)),
        Warcs.wet("u:4", "last"));

    List<RawItem> items = inputs.read("a.warc");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("bad_http", "empty_file", "binary_file", "last");
    assertThat(Inputs.refusal(items.get(0)))
        .isEqualTo(
            new Quarantined(
                "a.warc#1",
                "bad_http",
                "a.warc: record 1 at byte 0: not an HTTP response: expected a status line such as"
                    + " \"HTTP/1.1 200 OK\" and fields, found \"no http\"; fetch the page again",
                "no http",
                null));
  }

  @Test
  void refusesRecordsThatAreTooLarge() {
    inputs.limit(100);
    byte[] bomb = Inputs.gzip(new byte[1_000_000]);
    inputs.warc(
        Warcs.wet("u:1", "x".repeat(101)),
        Warcs.html("u:2", "x".repeat(70_000)),
        Warcs.html("u:3", "x".repeat(101)),
        Warcs.response("u:4", Warcs.http(200, bomb, HTML, "Content-Encoding: gzip")),
        Warcs.wet("u:5", "y".repeat(100)));

    List<RawItem> items = inputs.read("a.warc");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("too_large", "too_large", "too_large", "too_large", "y".repeat(100));
    assertThat(Inputs.refusal(items.get(0)).message())
        .isEqualTo(
            "a.warc: record 1 at byte 0: too large: expected at most 100 bytes, found 101 bytes;"
                + " cut it into single pages or remove it");
    assertThat(Inputs.refusal(items.get(3)).message())
        .endsWith(
            "too large: expected at most 100 bytes, found more once unpacked;"
                + " cut it into single pages or remove it");
  }

  @Test
  void refusesAFileThatIsNoWarc() {
    inputs.write("a.warc", "hello").write("b.warc", "").write("c.wet", "\r\n\r\n");

    assertThat(inputs.read("a.warc", "b.warc", "c.wet"))
        .extracting(Inputs::textOrReason)
        .containsExactly("bad_warc", "empty_file", "empty_file");
  }

  @ParameterizedTest(name = "{0} between records")
  @ValueSource(strings = {"", "\r\n", "\n", "\n\n\n", "\r\n\r\n\r\n\r\n"})
  void readsWhateverLineEndsLieBetweenRecords(String between) {
    byte[] gap = Inputs.utf8(between);
    inputs.warc(Warcs.wet("u:1", "one"), gap, Warcs.wet("u:2", "two"), gap);

    assertThat(inputs.read("a.warc"))
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "two");
  }

  @Test
  void readsHeadersAsOldProgramsWroteThem() {
    inputs.write(
        "a.dat",
        """
        WARC/0.18
        warc-type:Conversion
        WARC-Target-URI: https://x.org/a
         ?b=c
        no colon
        Content-Type: text/plain
        Content-Type: image/png
        Content-Length: 3

        one

        """);

    Capture capture = inputs.page("a.dat");

    assertThat(capture.text()).isEqualTo("one");
    assertThat(capture.ref().url()).isEqualTo("https://x.org/a ?b=c");
    assertThat(capture.ref().capturedAt()).isNull();
  }

  @Test
  void notesADateThatIsNone() {
    byte[] bytes = Warcs.wet("u:1", "one");
    String text = new String(bytes, StandardCharsets.UTF_8).replace(Warcs.DATE, "long ago");
    inputs.write("a.warc", text);

    assertThat(inputs.page("a.warc").notes())
        .containsExactly(
            "WARC-Date: expected an instant such as 2024-05-01T10:30:00Z, a day such as 2024-05-01"
                + " or 14 digits, found \"long ago\"; the time is read as unknown");
  }

  @Test
  void namesARecordWithoutUrlByItsNumber() {
    String text = new String(Warcs.wet("", "one"), StandardCharsets.UTF_8);
    inputs.write("a.warc", text);

    assertThat(inputs.page("a.warc").ref().page()).isEqualTo("a.warc#1");
    assertThat(inputs.page("a.warc").ref().url()).isNull();
  }
}
