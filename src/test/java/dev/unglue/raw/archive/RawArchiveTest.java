package dev.unglue.raw.archive;

import static dev.unglue.raw.read.Exchanges.FETCHED;
import static dev.unglue.raw.read.Exchanges.RUN;
import static dev.unglue.raw.read.Exchanges.exchange;
import static dev.unglue.raw.read.Exchanges.page;
import static dev.unglue.raw.read.Exchanges.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.page.Exchange;
import dev.unglue.raw.read.Inputs;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.read.StrictWarc;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

class RawArchiveTest {
  private static final Map<String, String> SOFTWARE =
      Map.of("software", "unglue/9.9 (https://example.org/)");
  private static final Map<String, String> METADATA = Map.of("robots", "allowed");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path raw;

  private List<HeldCapture> write(Instant run, boolean finish, Exchange... exchanges) {
    List<HeldCapture> held = new ArrayList<>();
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", run, SOFTWARE)) {
      for (Exchange exchange : exchanges) {
        held.add(archive.append(exchange, METADATA));
      }
      if (finish) {
        archive.finish();
      }
    }
    return held;
  }

  private Path first() {
    return raw.resolve("site/site-20260131T023000Z.warc.gz");
  }

  private Path second() {
    return raw.resolve("site/site-20260201T023000Z.warc.gz");
  }

  private static Exchange next(String url, int status, String fields, String body) {
    return exchange(url, status, fields, utf8(body), FETCHED.plus(DAY), null);
  }

  @Test
  void writesInfoRequestMetadataAndResponseAsTheStandardAsks() {
    HeldCapture held = write(RUN, true, page("https://site.test/a", "<p>A</p>")).get(0);

    StrictWarc warc = StrictWarc.check(first());
    assertThat(warc.breaches()).isEmpty();
    assertThat(warc.records())
        .extracting(StrictWarc.Rec::type)
        .containsExactly("warcinfo", "request", "metadata", "response");
    assertThat(warc.records().get(0).text())
        .isEqualTo(
            """
            software: unglue/9.9 (https://example.org/)\r
            format: WARC File Format 1.1\r
            conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r
            isPartOf: site\r
            """);
    assertThat(warc.records().get(1).text())
        .isEqualTo("GET /a HTTP/1.1\r\nHost: site.test\r\n\r\n");
    assertThat(warc.records().get(2).text()).isEqualTo("robots: allowed\r\n");
    StrictWarc.Rec response = warc.records().get(3);
    assertThat(response.text())
        .isEqualTo("HTTP/1.1 200 Whatever\r\nContent-Type: text/html\r\n\r\n<p>A</p>");
    assertThat(response.get("WARC-Date")).isEqualTo("2026-01-31T02:30:07.250Z");
    assertThat(response.get("WARC-IP-Address")).isEqualTo("192.0.2.7");
    assertThat(response.offset()).isEqualTo(held.offset());
    assertThat(response.get("WARC-Record-ID")).isEqualTo("<" + held.recordId() + ">");
  }

  @Test
  void anotherReaderReadsItBack() throws IOException {
    byte[] packed = Inputs.gzip(utf8("<p>packed</p>"));
    write(
        RUN,
        true,
        page("https://site.test/a", "<p>A</p>"),
        exchange(
            "https://site.test/z",
            200,
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
            packed,
            FETCHED,
            null));
    write(RUN.plus(DAY), true, next("https://site.test/a", 304, "ETag: \"1\"\r\n", ""));

    List<String> seen = new ArrayList<>();
    for (Path file : List.of(first(), second())) {
      try (WarcReader reader = new WarcReader(file)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcResponse response) {
            byte[] body = response.http().body().stream().readAllBytes();
            assertThat(response.payloadDigest().orElseThrow().hex()).isEqualTo(Sha256.hex(body));
            seen.add(response.target() + " " + response.http().status() + " " + body.length);
          } else if (record instanceof WarcRevisit revisit) {
            assertThat(revisit.profile()).isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1);
            seen.add(revisit.target() + " since " + revisit.refersToDate().orElseThrow());
          }
        }
      }
    }
    assertThat(seen)
        .containsExactly(
            "https://site.test/a 200 8",
            "https://site.test/z 200 " + packed.length,
            "https://site.test/a since 2026-01-31T02:30:07.250Z");
  }

  @Test
  void whatWasWrittenIsReadAsPages() {
    write(
        RUN,
        true,
        page("https://site.test/a", "<p>A</p>"),
        exchange("https://site.test/old", 301, "Location: /a\r\n", new byte[0], FETCHED, null));
    List<RawItem> items = new Inputs(raw).read("site/*.warc.gz");

    assertThat(items).hasSize(1);
    assertThat(Inputs.page(items.get(0)).text()).isEqualTo("<p>A</p>");
    assertThat(Inputs.page(items.get(0)).ref().capturedAt()).isEqualTo(FETCHED);
    assertThat(Inputs.page(items.get(0)).ref().url()).isEqualTo("https://site.test/a");
  }

  @Test
  void aPageThatIsNotModifiedRefersToItsNewestCopy() {
    write(RUN, true, page("https://site.test/a", "<p>A</p>"));
    HeldCapture held = write(RUN.plus(DAY), true, next("https://site.test/a", 304, "", "")).get(0);

    assertThat(held.isRevisit()).isTrue();
    StrictWarc warc = StrictWarc.check(first(), second());
    assertThat(warc.breaches()).isEmpty();
    StrictWarc.Rec revisit = warc.ofType("revisit").get(0);
    assertThat(revisit.get("WARC-Profile"))
        .isEqualTo("http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    assertThat(revisit.get("WARC-Refers-To"))
        .isEqualTo(warc.ofType("response").get(0).get("WARC-Record-ID"));
    assertThat(revisit.get("WARC-Refers-To-Target-URI")).isEqualTo("https://site.test/a");
    assertThat(revisit.get("WARC-Refers-To-Date")).isEqualTo("2026-01-31T02:30:07.250Z");
    assertThat(revisit.text()).isEqualTo("HTTP/1.1 304 Whatever\r\n\r\n");
  }

  @Test
  void aPageWithTheSameBytesIsNotKeptTwice() {
    write(RUN, true, page("https://site.test/a", "<p>A</p>"));
    write(
        RUN.plus(DAY),
        true,
        next("https://site.test/a", 200, "Content-Type: text/html\r\n", "<p>A</p>"));

    StrictWarc warc = StrictWarc.check(first(), second());
    assertThat(warc.breaches()).isEmpty();
    assertThat(warc.ofType("response")).hasSize(1);
    StrictWarc.Rec revisit = warc.ofType("revisit").get(0);
    assertThat(revisit.get("WARC-Profile"))
        .isEqualTo("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
    assertThat(revisit.get("WARC-Payload-Digest")).isEqualTo(StrictWarc.digest(utf8("<p>A</p>")));
    assertThat(revisit.text())
        .isEqualTo("HTTP/1.1 200 Whatever\r\nContent-Type: text/html\r\n\r\n");
  }

  @Test
  void anErrorPageOrACutPageIsNeverWhatALaterPageRefersTo() {
    write(
        RUN,
        true,
        exchange("https://site.test/a", 503, "", utf8("down"), FETCHED, null),
        exchange("https://site.test/b", 200, "", utf8("half"), FETCHED, "length"));
    write(
        RUN.plus(DAY),
        true,
        next("https://site.test/a", 503, "", "down"),
        next("https://site.test/b", 200, "", "half"),
        next("https://site.test/c", 304, "", ""));

    StrictWarc warc = StrictWarc.check(first(), second());
    assertThat(warc.breaches()).isEmpty();
    assertThat(warc.ofType("revisit")).isEmpty();
    assertThat(warc.ofType("response"))
        .extracting(rec -> rec.get("WARC-Truncated"))
        .containsExactly("", "length", "", "", "");
  }

  @Test
  void theFieldThatTellsOfChunksIsRenamedForTheBodyHasNone() {
    write(
        RUN,
        true,
        exchange(
            "https://site.test/a",
            200,
            "transfer-encoding: chunked\r\nContent-Type: text/html\r\n",
            utf8("<p>A</p>"),
            FETCHED,
            null));

    assertThat(StrictWarc.check(first()).ofType("response").get(0).text())
        .isEqualTo(
            "HTTP/1.1 200 Whatever\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n"
                + "Content-Type: text/html\r\n\r\n<p>A</p>");
    assertThat(new Inputs(raw).page("site/*.warc.gz").text()).isEqualTo("<p>A</p>");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    Exchange[] pages = {
      page("https://site.test/a", "<p>A</p>"),
      page("https://site.test/b", "<p>B</p>"),
      page("https://site.test/a", "<p>another</p>")
    };
    write(RUN, true, pages);
    byte[] once = Files.readAllBytes(first());
    Files.delete(first());
    write(RUN, true, pages);

    assertThat(Files.readAllBytes(first())).isEqualTo(once);
    assertThat(StrictWarc.check(first()).breaches()).isEmpty();
  }

  @Test
  void anArchiveThatWasNotFinishedGoesOnUnderItsOwnTime() {
    write(RUN, false, page("https://site.test/a", "<p>A</p>"));
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN.plus(DAY), SOFTWARE)) {
      assertThat(archive.path()).isEqualTo(first());
      assertThat(archive.notes()).isEmpty();
      assertThat(archive.held())
          .singleElement()
          .satisfies(
              capture -> {
                assertThat(capture.url()).isEqualTo("https://site.test/a");
                assertThat(capture.status()).isEqualTo(200);
                assertThat(capture.metadata()).isEqualTo(METADATA);
              });
      archive.append(page("https://site.test/b", "<p>B</p>"), Map.of());
      archive.finish();
    }
    assertThat(StrictWarc.check(first()).breaches()).isEmpty();
    assertThat(StrictWarc.check(first()).ofType("response")).hasSize(2);
    write(RUN.plus(DAY), true);
    assertThat(second()).exists();
  }

  @Test
  void whatIsHeldIsToldTheSameByWriterAndReader() {
    List<HeldCapture> written =
        write(
            RUN,
            false,
            exchange(
                "https://site.test/a",
                200,
                "Content-Type: text/html\r\n"
                    + "ETag: \"1\"\r\n"
                    + "Last-Modified: Sat, 31 Jan 2026 00:00:00 GMT\r\n",
                utf8("<p>A</p>"),
                FETCHED,
                null),
            next("https://site.test/a", 304, "", ""),
            exchange("https://site.test/b", 200, "", utf8("half"), FETCHED, "time"));
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN, SOFTWARE)) {
      assertThat(archive.held()).isEqualTo(written);
      assertThat(archive.newest("https://site.test/a")).contains(written.get(0));
      assertThat(archive.newest("https://site.test/b")).isEmpty();
    }
  }

  @Test
  void aPageThatWasNotFinishedIsCutOffWhereverItBreaks() throws IOException {
    write(RUN, false, page("https://site.test/a", "<p>A</p>"));
    byte[] before = Files.readAllBytes(first());
    write(RUN, false, page("https://site.test/b", "<p>B</p>"));
    byte[] after = Files.readAllBytes(first());

    for (int length = before.length + 1; length < after.length; length += 13) {
      Files.write(first(), Arrays.copyOf(after, length));
      try (RawStore store = RawStore.open(raw);
          RawArchive archive = store.archive("site", RUN, SOFTWARE)) {
        assertThat(archive.held()).hasSize(1);
        assertThat(archive.notes())
            .singleElement()
            .asString()
            .startsWith(
                "site-20260131T023000Z.warc.gz: %d bytes after byte %d were no whole page and were cut off ("
                    .formatted(length - before.length, before.length));
      }
      assertThat(Files.readAllBytes(first())).isEqualTo(before);
    }
    try (var files = Files.list(raw.resolve("site"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void whatIsDamagedIsKeptAsideBeforeItIsCutOff() throws IOException {
    write(RUN, false, page("https://site.test/a", "<p>A</p>"));
    long whole = Files.size(first());
    Files.write(first(), utf8("garbage, no gzip"), StandardOpenOption.APPEND);
    byte[] damaged = Files.readAllBytes(first());
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN, SOFTWARE)) {
      assertThat(archive.notes())
          .containsExactly(
              ("site-20260131T023000Z.warc.gz: 16 bytes after byte %1$d were no whole page and were"
                      + " cut off (the gzip is damaged: expected sound gzip data, found other data at"
                      + " byte %1$d), the file as it was is kept as"
                      + " site-20260131T023000Z.warc.gz.damaged-%1$d")
                  .formatted(whole));
      archive.append(page("https://site.test/b", "<p>B</p>"), METADATA);
    }
    assertThat(StrictWarc.check(first()).breaches()).isEmpty();
    assertThat(raw.resolve("site/site-20260131T023000Z.warc.gz.damaged-" + whole))
        .hasBinaryContent(damaged);
  }

  @Test
  void manyThreadsWriteWholePages() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN, SOFTWARE)) {
      List<Future<HeldCapture>> written =
          IntStream.range(0, 400)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> archive.append(page("https://site.test/" + i, "p" + i), METADATA)))
              .toList();
      for (Future<HeldCapture> page : written) {
        page.get();
      }
    } finally {
      threads.shutdown();
    }
    StrictWarc warc = StrictWarc.check(first());
    assertThat(warc.breaches()).isEmpty();
    assertThat(warc.ofType("response")).hasSize(400);
  }

  @Test
  void oneProcessWritesAtATimeAndOneArchiveASource() {
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN, SOFTWARE)) {
      assertThatThrownBy(() -> RawStore.open(raw))
          .isInstanceOf(RawStoreLockedException.class)
          .hasMessageStartingWith(
              "the raw store is in use: another fetch or import holds the lock (pid ")
          .hasMessageEndingWith(") at " + raw.resolve("lock") + "; wait until it is done");
      assertThatThrownBy(() -> store.archive("site", RUN, SOFTWARE))
          .isInstanceOf(RawStoreLockedException.class)
          .hasMessage(
              "the archive is in use: expected one writer a source, found another at "
                  + archive.path()
                  + "; wait until it is done");
      store.archive("other", RUN, SOFTWARE).close();
    }
    RawStore.open(raw).close();
  }

  @Test
  void aSourceCannotLeadOutOfTheStore() {
    try (RawStore store = RawStore.open(raw)) {
      assertThatThrownBy(() -> store.archive("../site", RUN, SOFTWARE))
          .isInstanceOf(RawStoreException.class)
          .hasMessage(
              "cannot make a folder for the source: expected a name of letters, digits, \".\","
                  + " \"_\" and \"-\", found \"../site\"");
    }
  }
}
