package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Exchange;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCommandsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T02:30:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T02:30:00Z");
  private static final String URL = "https://site.test/teller-vs-head-teller-differences";
  private static final String PAGE =
      """
      <!doctype html><html><head><title>Teller vs head teller</title></head><body>
      <table><tr><th></th><th>Teller</th><th>Head Teller</th></tr>
      <tr><td>Yearly salary</td><td>$34,920</td><td>$43,251</td></tr></table>
      </body></html>
      """;

  @TempDir Path folder;

  private RealRun run(String... args) {
    return new RealRun(folder).execute(args);
  }

  private void archive(Instant at, int status, String fields, byte[] body) {
    try (RawStore store = RawStore.open(folder.resolve("raw"));
        RawArchive archive = store.archive("site", at, Map.of("software", "test"))) {
      archive.append(
          new Exchange(
              URL,
              "GET / HTTP/1.1\r\n",
              "HTTP/1.1 " + status + " Said\r\n" + fields,
              status,
              body,
              at,
              "192.0.2.7",
              null),
          Map.of());
      archive.finish();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(utf8(text));
    }
    return out.toByteArray();
  }

  private void twoDays() throws IOException {
    archive(MONDAY, 200, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip(PAGE));
    archive(TUESDAY, 304, "ETag: \"1\"\r\n", new byte[0]);
  }

  // --- list and show --------------------------------------------------------------------------

  @Test
  void listsEveryCaptureWithItsPlace() throws IOException {
    archive(MONDAY, 200, "Content-Type: text/html\r\n", utf8(PAGE));
    archive(TUESDAY, 304, "", new byte[0]);

    assertThat(run("raw", "list").out.replaceAll("\\d+\n", "N\n"))
        .isEqualTo(
            """
            source  url                                                  time                  type      status  size  path                                    offset
            site    https://site.test/teller-vs-head-teller-differences  2026-01-05T02:30:00Z  response  200     %d   raw/site/site-20260105T023000Z.warc.gz  N
            site    https://site.test/teller-vs-head-teller-differences  2026-01-06T02:30:00Z  revisit   304     0     raw/site/site-20260106T023000Z.warc.gz  N
            """
                .formatted(utf8(PAGE).length));
    assertThat(run("raw", "list", "--format", "csv", "--source", "site").out.lines().toList())
        .hasSize(3)
        .first()
        .isEqualTo("source,url,time,type,status,size,path,offset");
    assertThat(run("raw", "list", "--format", "json").out.lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "{\"source\":\"site\",\"url\":\"" + URL + "\",\"time\":\"2026-01-05T02:30:00Z\",")
        .contains("\"status\":200,\"size\":" + utf8(PAGE).length + ",");
    assertThat(run("raw", "list", "--source", "other").out.lines().toList()).hasSize(1);
  }

  @Test
  void showsAPageUnpackedAlsoThroughARevisit() throws IOException {
    twoDays();

    RealRun shown = run("raw", "show", URL);
    assertThat(shown.out).isEqualTo(PAGE);
    assertThat(shown.code).isZero();
    assertThat(run("raw", "show", "--headers", "--at", "2026-01-05T12:00:00Z", URL).out)
        .isEqualTo("HTTP/1.1 200 Said\nContent-Type: text/html\nContent-Encoding: gzip\n\n" + PAGE);
  }

  @Test
  void saysThatAPageIsNotStored() throws IOException {
    twoDays();

    RealRun early = run("raw", "show", "--at", "2026-01-05", URL);
    assertThat(early.code).isEqualTo(2);
    assertThat(early.err)
        .isEqualTo(
            "unglue: %s: expected a capture until 2026-01-05T00:00:00Z in %s, found none; unglue raw list shows what there is\n"
                .formatted(URL, folder.resolve("raw")));
  }

  // --- verify -----------------------------------------------------------------------------------

  @Test
  void findsNothingWrongWithWhatItWrote() throws IOException {
    twoDays();
    RealRun verified = run("raw", "verify");

    assertThat(verified.out).isEqualTo("2 archives, 6 records, 0 troubles\n");
    assertThat(verified.code).isZero();
  }

  @Test
  void saysEveryTroubleAndExitsWithThree() throws IOException {
    twoDays();
    Files.delete(folder.resolve("raw/site/site-20260105T023000Z.warc.gz"));
    Path cut = folder.resolve("raw/site/site-20260106T023000Z.warc.gz");
    byte[] whole = Files.readAllBytes(cut);
    Path other = folder.resolve("raw/site/by-hand.warc");
    Files.writeString(
        other,
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.test/\r\n"
            + "WARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:x:1>\r\n"
            + "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n");

    RealRun verified = run("raw", "verify");
    assertThat(verified.code).isEqualTo(3);
    assertThat(verified.out.lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "raw/site/by-hand.warc: record 1 at byte 0: WARC-Block-Digest: expected"
                            + " sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, found bytes of"
                            + " sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"),
            line ->
                assertThat(line)
                    .startsWith("raw/site/site-20260106T023000Z.warc.gz: record 3 at byte ")
                    .contains(": expected the record urn:uuid:")
                    .endsWith(" that it refers to, found none in the store"),
            line -> assertThat(line).isEqualTo("2 archives, 4 records, 2 troubles"));
    Files.write(cut, Arrays.copyOf(whole, whole.length - 3));
    assertThat(run("raw", "verify").out)
        .contains(
            "raw/site/site-20260106T023000Z.warc.gz: the gzip is cut: expected the end of"
                + " the gzip, found the end of the file after byte "
                + (whole.length - 3));
  }

  // --- import -----------------------------------------------------------------------------------

  @Test
  void importsPagesOfEveryFormOnceAndReadsThemAsBefore() throws IOException {
    twoDays();
    Files.move(folder.resolve("raw/site"), folder.resolve("theirs"));
    new RealRun(folder)
        .file("in/page.html", PAGE)
        .file(
            "in/page.html.meta.json",
            "{\"url\":\"https://b.test/x\",\"captured_at\":\"2026-01-01\"}")
        .file("in/plain.txt", "Teller vs head teller\n\nYearly salary$34,920$43,251\n")
        .file(
            "in/lines.jsonl",
            "{\"url\":\"https://c.test/\",\"text\":\"Teller vs head teller\\n\\nYearly salary$34,920$43,251\"}\n");

    RealRun first = run("raw", "import", "theirs", "in");
    assertThat(first.err).isEmpty();
    assertThat(first.out).isEqualTo("5 imported, 0 known already, 4 other records, 0 failed\n");
    assertThat(first.code).isZero();
    assertThat(run("--now", "2026-03-01T00:00:00Z", "raw", "import", "theirs", "in").out)
        .isEqualTo("0 imported, 5 known already, 4 other records, 0 failed\n");
    assertThat(run("raw", "verify").out).isEqualTo("1 archives, 6 records, 0 troubles\n");
    assertThat(run("raw", "show", URL).out).isEqualTo(PAGE);

    String parsed = run("parse", "--format", "json", "raw/import").out;
    String before =
        run("parse", "--format", "json", "in/lines.jsonl", "in/page.html", "in/plain.txt", "theirs")
            .out;
    assertThat(parsed.lines().map(RawCommandsTest::withoutName))
        .hasSize(4)
        .containsExactlyInAnyOrderElementsOf(
            before.lines().map(RawCommandsTest::withoutName).toList());
    run("run", "--input", "raw/import");
    assertThat(
            new RealRun(folder)
                .query(
                    "normalized/unglue.db", "SELECT url, captured_at FROM capture ORDER BY 1, 2"))
        .containsExactly(
            "|",
            "https://b.test/x|2026-01-01T00:00:00Z",
            "https://c.test/|",
            URL + "|2026-01-05T02:30:00Z");
  }

  /** A page without an address is called after its file, and messages name it. */
  private static String withoutName(String page) {
    return page.replaceAll("\"page\":\"[^\"]*\"", "").replaceAll("\"flags\":.*", "");
  }

  @Test
  void importSaysWhatItCannotRead() {
    new RealRun(folder).file("in/a.txt", "");
    RealRun imported = run("raw", "import", "in", "nothing");

    assertThat(imported.code).isEqualTo(3);
    assertThat(imported.out).isEqualTo("0 imported, 0 known already, 0 other records, 2 failed\n");
    assertThat(imported.err)
        .isEqualTo(
            """
            unglue: input "nothing": no such file or folder below %s; give a file, a folder or a glob such as raw/samples/**
            unglue: in/a.txt: empty: expected a page, found 0 bytes; fetch it again or remove it
            """
                .formatted(folder));
    assertThat(folder.resolve("raw/import")).doesNotExist();
  }

  @Test
  void importTakesNoRecordThatItsOwnDigestContradicts() {
    String record =
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.test/%d\r\n"
            + "WARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:x:%1$d>\r\n%s"
            + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n";
    String right = "WARC-Block-Digest: sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N\r\n";
    new RealRun(folder)
        .file(
            "in/theirs.warc",
            record.formatted(1, right)
                + record.formatted(2, right.replace("VL2", "AL2"))
                + record.formatted(3, "WARC-Block-Digest: blake3:00\r\n")
                + record.formatted(4, ""));
    RealRun imported = run("raw", "import", "in");

    assertThat(imported.out).isEqualTo("3 imported, 0 known already, 0 other records, 1 failed\n");
    assertThat(imported.code).isEqualTo(3);
    assertThat(imported.err)
        .isEqualTo(
            "unglue: in/theirs.warc: record 2: WARC-Block-Digest: expected"
                + " sha1:AL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N, found bytes of"
                + " sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d; the other records are imported\n");
    assertThat(run("raw", "list").out).contains("https://a.test/1").doesNotContain("a.test/2");
  }

  @Test
  void importWaitsForNobody() {
    new RealRun(folder).file("in/a.txt", "Teller vs head teller");
    try (RawStore store = RawStore.open(folder.resolve("raw"))) {
      RealRun imported = run("raw", "import", "in");

      assertThat(store).isNotNull();
      assertThat(imported.code).isEqualTo(5);
      assertThat(imported.err)
          .startsWith(
              "unglue: the raw store is in use: another fetch or import holds the lock (pid ")
          .endsWith(") at " + folder.resolve("raw/lock") + "; wait until it is done\n");
    }
  }

  // --- fixture ----------------------------------------------------------------------------------

  @Test
  void aFixtureIsReadAgainToTheSameResult() throws IOException {
    twoDays();
    RealRun made = run("raw", "fixture", URL);

    assertThat(made.err).isEmpty();
    assertThat(made.out)
        .isEqualTo(
            """
            fixtures/site-test-teller-vs-head-teller-differences-2026-01-06.html
            fixtures/site-test-teller-vs-head-teller-differences-2026-01-06.html.meta.json
            fixtures/site-test-teller-vs-head-teller-differences-2026-01-06.html.expected.json
            """);
    Path page =
        folder.resolve("fixtures/site-test-teller-vs-head-teller-differences-2026-01-06.html");
    assertThat(page).hasContent(PAGE);
    assertThat(Path.of(page + ".meta.json"))
        .hasContent(
            "{\"url\":\""
                + URL
                + "\",\"captured_at\":\"2026-01-06T02:30:00Z\",\"media_type\":\"text/html\"}");
    String expected = Files.readString(Path.of(page + ".expected.json"));
    assertThat(run("parse", "--format", "json", "fixtures").out).isEqualTo(expected);
    assertThat(expected).contains("\"value\":34920");
    assertThat(run("raw", "fixture", "--to", "cases", URL).out).startsWith("cases/site-test-");
  }

  @Test
  void aFixtureGoesToTheTestsOfAProject() throws IOException {
    twoDays();
    Files.createDirectories(folder.resolve("src/test/resources"));

    assertThat(run("raw", "fixture", URL).out).startsWith("src/test/resources/fixtures/site-test-");
  }
}
