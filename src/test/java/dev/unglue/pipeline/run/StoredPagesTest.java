package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.config.AlertSettings;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.cron.CatchUp;
import dev.unglue.model.page.Exchange;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over what the raw store holds of a site; nothing here could ask a network. */
class StoredPagesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T02:30:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T02:30:00Z");

  @TempDir private Path folder;

  private void archive(Instant at, boolean finish, String url, String page) {
    try (RawStore store = RawStore.open(folder.resolve("raw"));
        RawArchive archive = store.archive("site", at, Map.of("software", "test"))) {
      archive.append(exchange(at, url, page), Map.of());
      if (finish) {
        archive.finish();
      }
    }
  }

  private static Exchange exchange(Instant at, String url, String page) {
    return new Exchange(
        url,
        "GET / HTTP/1.1\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
        200,
        page.getBytes(StandardCharsets.UTF_8),
        at,
        "192.0.2.7",
        null);
  }

  private static String tellers(String salary) {
    return Work.page(
        Dialect.HTML, "Teller", "Head Teller", "Yearly salary ; $" + salary + " ; $43,251");
  }

  private RunSummary run(String toolVersion, Instant since) {
    return MainJob.run(
        new JobRequest(
            settings(),
            List.of("site"),
            List.of(),
            folder,
            folder.resolve("out"),
            folder.resolve("raw"),
            Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC),
            2,
            toolVersion,
            since,
            RunTrigger.manual()),
        Progress.SILENT);
  }

  private static Settings settings() {
    Settings given = TestCatalogue.settings();
    Source site =
        new Source(
            "site",
            true,
            "",
            new Source.Urls(List.of("https://site.test/a")),
            null,
            ZoneOffset.UTC,
            Source.Fetch.usual(),
            Source.Links.none(),
            CatchUp.ONCE);
    return new Settings(
        given.origin(),
        given.catalogue(),
        given.statements(),
        given.rules(),
        given.expectations(),
        Map.of("site", site),
        given.gate(),
        given.fetch(),
        AlertSettings.NONE,
        given.decisions(),
        Map.of(),
        given.configSha256());
  }

  private List<String> published(String sql) {
    return new Work(folder).published(sql);
  }

  @Test
  void aRunReadsWhatIsStoredOfASite() {
    archive(MONDAY, true, "https://site.test/a", tellers("34,920"));
    archive(TUESDAY, true, "https://site.test/a", tellers("35,100"));

    assertThat(run("1", Instant.MIN).pages().read()).isEqualTo(2);
    assertThat(published("SELECT source, url, captured_at, raw_path, raw_offset > 0 FROM capture"))
        .containsExactly(
            "site|https://site.test/a|2026-01-05T02:30:00Z|raw/site/site-20260105T023000Z.warc.gz|1",
            "site|https://site.test/a|2026-01-06T02:30:00Z|raw/site/site-20260106T023000Z.warc.gz|1");
  }

  @Test
  void aNewParserReadsAgainOnlyWhatAnOlderOneHasRead() {
    archive(MONDAY, true, "https://site.test/a", tellers("34,920"));
    archive(TUESDAY, true, "https://site.test/b", tellers("35,100"));
    assertThat(run("1", Instant.MIN).pages().read()).isEqualTo(2);

    RunSummary recent = run("2", TUESDAY);
    assertThat(recent.pages().found()).isEqualTo(1);
    assertThat(recent.pages().read()).isEqualTo(1);
    RunSummary all = run("2", Instant.MIN);
    assertThat(all.pages().read()).isEqualTo(1);
    assertThat(all.pages().unchanged()).isEqualTo(1);
    RunSummary again = run("2", Instant.MIN);
    assertThat(again.pages().read()).isZero();
    assertThat(again.status()).isEqualTo("unchanged");
    assertThat(
            published(
                "SELECT url, substr(parser_version, 1, 2), parse_status = 'superseded' FROM capture"
                    + " ORDER BY 1, 2"))
        .containsExactly(
            "https://site.test/a|1+|1",
            "https://site.test/a|2+|0",
            "https://site.test/b|1+|1",
            "https://site.test/b|2+|0");
  }

  @Test
  void aPageThatCameAgainUnchangedIsNoNewPage() {
    archive(MONDAY, true, "https://site.test/a", tellers("34,920"));
    archive(TUESDAY, true, "https://site.test/a", tellers("34,920"));

    assertThat(run("1", Instant.MIN).pages().found()).isEqualTo(1);
  }

  @Test
  void anArchiveThatAFetchLeftUnfinishedIsReadUpToItsLastWholePage() throws IOException {
    archive(MONDAY, false, "https://site.test/a", tellers("34,920"));
    Path file = folder.resolve("raw/site/site-20260105T023000Z.warc.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 100), StandardOpenOption.APPEND);

    RunSummary summary = run("1", Instant.MIN);
    assertThat(summary.pages().read()).isEqualTo(1);
    assertThat(summary.pages().failed()).isZero();
  }

  @Test
  void aSiteOfWhichNothingIsStoredIsSaid() {
    RunSummary summary = run("1", Instant.MIN);

    assertThat(summary.status()).isEqualTo("unreachable");
    assertThat(summary.nights().get(0).reasons())
        .containsExactly(
            "1 page failed: source site: nothing is stored: expected archives in "
                + folder.resolve("raw/site")
                + ", found none; fetch it first");
    assertThat(folder.resolve("out/unglue.db")).doesNotExist();
  }
}
