package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private Inputs warc(byte[]... records) {
    return inputs.write("a.warc", Inputs.join(records));
  }

  @Test
  void readsTheThreeKindsOfPages() {
    byte[] info = Warcs.info();
    byte[] response = Warcs.html("https://x.org/1", "<p>1", "WARC-Truncated: length");
    byte[] resource =
        Warcs.record("resource", "<https://x.org/2>", "text/plain", Inputs.utf8("2\r\n"));
    byte[] conversion = Warcs.wet("https://x.org/3", "caf\u00e9");
    warc(info, response, resource, conversion);

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
    warc(
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
    warc(
        Warcs.response("u:1", Warcs.http(200, Inputs.utf8("<html><p>x"))),
        Warcs.response("u:2", Warcs.http(200, Inputs.utf8("words"))));

    assertThat(inputs.read("a.warc"))
        .extracting(item -> Inputs.page(item).ref().mediaType())
        .containsExactly("text/html", "text/plain");
  }

  @Test
  void believesTheCharsetOfTheHeader() {
    byte[] body = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    warc(Warcs.response("u:1", Warcs.http(200, body, HTML + ";charset=ISO-8859-1")));

    assertThat(inputs.page("a.warc").text()).isEqualTo("caf\u00e9");
  }

  @Test
  void undoesChunks() {
    byte[] body = Inputs.utf8("3;x=y\r\n<p>\r\nA\r\npage</p>..\r\n0\r\nTrailer: x\r\n\r\n");
    warc(Warcs.response("u:1", Warcs.http(200, body, HTML, "Transfer-Encoding: chunked")));

    Capture capture = inputs.page("a.warc");

    assertThat(capture.text()).isEqualTo("<p>page</p>..");
    assertThat(capture.notes()).isEmpty();
    assertThat(capture.ref().rawSha256()).isEqualTo(Sha256.hex(Inputs.utf8("<p>page</p>..")));
  }

  @Test
  void readsABodyWhoseChunksWereUndoneBefore() {
    warc(Warcs.response("u:1", Warcs.http(200, PAGE, HTML, "Transfer-Encoding: chunked")));

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
    warc(
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
    warc(
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
    warc(
        Warcs.response(
            "u:1", Warcs.http(200, PAGE, HTML, "Content-Encoding: gzip", "Content-Length: 5")));

    assertThat(inputs.page("a.warc").text()).isEqualTo("<p>page</p>");
    assertThat(inputs.page("a.warc").ref().truncated()).isNull();
  }

  @Test
  void marksAPageThatIsNotWhole() {
    byte[] packed = Inputs.gzip(Inputs.utf8("<p>one two three four five"));
    warc(
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
    warc(first, second, third, Warcs.wet("u:4", "last"));
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

  @Test
  void refusesARecordThatIsNoPageThoughItSaysSo() {
    warc(
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
    warc(
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
  void findsTheNextRecordAfterADamagedPlace() {
    byte[] first = Warcs.wet("u:1", "one");
    warc(
        first,
        Inputs.utf8("stray words\r\nand more\r\n"),
        Warcs.wet("u:2", "two"),
        Inputs.utf8("WARC/1.0\r\nContent-Length: -5\r\n\r\n"),
        Warcs.wet("u:3", "three"),
        Inputs.utf8("WARC/1.0\r\nWARC-Type: resource\r\n\r\n"),
        Warcs.wet("u:4", "four"));

    List<RawItem> items = inputs.read("a.warc");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "bad_warc", "two", "bad_warc", "three", "bad_warc", "four");
    assertThat(Inputs.refusal(items.get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc#2",
                "bad_warc",
                "a.warc: record 2 at byte "
                    + first.length
                    + ": no WARC record: expected \"WARC/1.1\" and a header with a Content-Length,"
                    + " found \"stray words\"; what comes after it was read from the next record"
                    + " on",
                "stray words",
                null));
    assertThat(Inputs.refusal(items.get(3)).message()).contains("found \"WARC/1.0\";");
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
    warc(Warcs.wet("u:1", "one"), gap, Warcs.wet("u:2", "two"), gap);

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

  @ParameterizedTest(name = "gzip {0}")
  @CsvSource({"false,warc_cut", "true,gzip_cut"})
  void handsOnAllThatIsWholeAtEveryCutOfTheLastRecord(boolean gzip, String reason) {
    byte[] first = Warcs.html("u:1", "<p>first");
    byte[] last = Warcs.html("u:2", "<p>last, which is cut");
    byte[] packedFirst = gzip ? Inputs.gzip(first) : first;
    byte[] all = Inputs.join(packedFirst, gzip ? Inputs.gzip(last) : last);
    for (int length = packedFirst.length + 1; length < all.length; length++) {
      inputs.write("a.warc", Arrays.copyOf(all, length));

      List<RawItem> items = inputs.read("a.warc");

      List<String> found = items.stream().map(Inputs::textOrReason).toList();
      boolean onlyTheEndIsMissing = length >= all.length - (gzip ? 20 : 4);
      assertThat(found)
          .as("cut at %d of %d", length, all.length)
          .isIn(
              List.of("<p>first", reason),
              onlyTheEndIsMissing ? List.of("<p>first", "<p>last, which is cut") : List.of(),
              onlyTheEndIsMissing && gzip
                  ? List.of("<p>first", "<p>last, which is cut", reason)
                  : List.of());
    }
  }

  @Test
  void saysWhereAWarcIsCut() {
    byte[] first = Warcs.wet("u:1", "one");
    byte[] second = Warcs.wet("u:2", "two words");
    byte[] all = Inputs.join(first, second);
    String place = "a.warc: record 2 at byte " + first.length + ": ";
    String advice = "; the records before it were read, fetch the file again";

    inputs.write("a.warc", Arrays.copyOf(all, all.length - 9));
    assertThat(Inputs.refusal(inputs.read("a.warc").get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc#2",
                "warc_cut",
                place + "cut: expected 9 bytes, found 4" + advice,
                "",
                null));

    inputs.write("a.warc", Arrays.copyOf(all, first.length + 20));
    assertThat(Inputs.refusal(inputs.read("a.warc").get(1)).message())
        .isEqualTo(
            place + "cut: expected the end of its header, found the end of the file" + advice);

    byte[] packed = Inputs.gzip(all);
    inputs.write("a.warc", Arrays.copyOf(packed, 20));
    assertThat(inputs.refusal("a.warc").message())
        .isEqualTo(
            "a.warc: record 1: the gzip is cut: expected the end of the gzip, found the end of the"
                + " file after byte 20"
                + advice);
  }

  @Test
  void saysThatARecordIsCutWhichIsNoPage() {
    byte[] request = Warcs.record("request", "u:1", "application/http", PAGE);
    warc(Warcs.wet("u:1", "one"), Arrays.copyOf(request, request.length - 10));

    assertThat(inputs.read("a.warc"))
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "warc_cut");
  }

  @Test
  void aDamagedMemberCostsItsOwnRecordsOnly() {
    byte[] first = Inputs.gzip(Warcs.html("u:1", "<p>first"));
    byte[] second = Inputs.gzip(Warcs.html("u:2", "<p>second"));
    byte[] all = Inputs.join(first, second, Inputs.gzip(Warcs.html("u:3", "<p>third")));
    for (int at = first.length; at < first.length + second.length; at++) {
      byte[] damaged = all.clone();
      damaged[at] ^= 0x10;
      inputs.write("a.warc.gz", damaged);

      List<String> found =
          inputs.read("a.warc.gz").stream().map(Inputs::textOrReason).sorted().toList();

      assertThat(found)
          .as("byte %d", at)
          .isIn(
              List.of("<p>first", "<p>second", "<p>third"), // a byte that says nothing
              List.of("<p>first", "<p>third", "bad_gzip"));
    }
  }

  @Test
  void saysWhichRecordADamagedMemberHolds() {
    byte[] first = Inputs.gzip(Warcs.html("u:1", "<p>first"));
    byte[] second = Inputs.gzip(Warcs.html("u:2", "<p>second"));
    second[second.length - 6] ^= 1; // its checksum
    byte[] third = Inputs.gzip(Warcs.html("u:3", "<p>third"));
    inputs.write("a.warc.gz", Inputs.join(first, second, third));

    assertThat(Inputs.refusal(inputs.read("a.warc.gz").get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc.gz#2",
                "bad_gzip",
                "a.warc.gz: record 2 at byte "
                    + first.length
                    + ": the gzip is damaged: expected sound gzip data, found a checksum that does"
                    + " not match at byte "
                    + (first.length + second.length - 8)
                    + "; what comes after it was read from the next member on, fetch the file again",
                "",
                null));
  }

  /** Long members are not kept to look for the next one among their bytes. */
  @Test
  void findsTheMemberAfterALongOneThatIsDamaged() {
    byte[] noise = new byte[6_000_000];
    new Random(7).nextBytes(noise);
    byte[] first = Inputs.gzip(Warcs.record("metadata", "u:1", "x/y", noise));
    first[first.length / 2] ^= 0x10;
    inputs.write("a.warc.gz", Inputs.join(first, Inputs.gzip(Warcs.html("u:2", "<p>second"))));

    assertThat(inputs.read("a.warc.gz"))
        .extracting(Inputs::textOrReason)
        .containsExactly("bad_gzip", "<p>second");
  }
}
