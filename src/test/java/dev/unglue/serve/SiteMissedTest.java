package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.serve.SiteClient.Answer;
import dev.unglue.serve.http.Params;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a page prints and nothing has read, stated in a browser. */
class SiteMissedTest {
  private static final String PAGE =
      "Miller vs Cooper\n\nMillerCooper\nYearly salary$30,120$41,205\n\nOne hears of $17.50 in the north, and of $21.00 or $21.00.\n";
  private static final String ADDRESS = "/page?page=" + Params.encoded("p/late.txt");
  private static final String SEEN =
      "SELECT subject, value_num, raw_text, method FROM v_observation WHERE attribute = 'hourly_rate_usd'";

  @TempDir Path folder;

  private RealRun run;
  private Site site;

  @BeforeEach
  void start() {
    run = new RealRun(folder).ownConfig().file("p/late.txt", PAGE);
    OpenRows.again(run);
    site = Sites.start(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SiteClient client() {
    return new SiteClient(site);
  }

  private Answer post(String more) {
    String sha = run.query("out/unglue.db", "SELECT raw_sha256 FROM capture").get(0);
    return client()
        .post(
            "/missed",
            "form_token=%s&page=%s&sha=%s&who=Ann+Lee&why=it+stands+there&attribute=hourly_rate_usd&%s"
                .formatted(Sites.FORM_TOKEN, Params.encoded("p/late.txt"), sha, more));
  }

  private String decisions() throws IOException {
    Path file = folder.resolve("config/decisions.csv");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void keepsWhatWasMarkedAndTheNextRunReadsItThere() throws IOException {
    int start = PAGE.indexOf("$17.50");
    String at = start + "-" + (start + 6);
    assertThat(client().get(ADDRESS).body())
        .contains("<option>Miller</option><option>Cooper</option>", "Hourly rate (USD/hour)");

    Answer kept = post("found=$17.50&at=" + at + "&subject=Cooper");

    assertThat(kept.status()).isEqualTo(303);
    assertThat(kept.header("location")).startsWith(ADDRESS).endsWith("&at=" + at);
    assertThat(decisions())
        .contains(
            ",,Cooper,hourly_rate_usd,,$17.50,,"
                + at
                + ",capture,Ann Lee,2026-03-04T05:06:07Z,it stands there\n");
    assertThat(client().get(ADDRESS).body())
        .contains("<mark data-span=\"" + at + "\" tabindex=\"-1\">$17.50</mark>")
        .contains("<span class=\"ln decided\">", "Stated by people", "Ann Lee: it stands there");
    assertThat(run.query("out/unglue.db", SEEN)).isEmpty();

    OpenRows.again(run);
    assertThat(run.query("out/unglue.db", SEEN)).containsExactly("Cooper|17.5|$17.50|decided");
    assertThat(client().get("/subject/cooper").body())
        .contains("17.5 <span class=\"unit\">USD/hour</span>");
  }

  @Test
  void findsWhatWasTypedWhereItStandsOnce() throws IOException {
    Answer twice = post("found=$21.00&subject=Cooper");
    Answer nowhere = post("found=$22.00&subject=Cooper");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.body())
        .contains(
            "expected a text that stands on the page once, found &quot;$21.00&quot; more often; mark it in the text, nothing was kept");
    assertThat(nowhere.body()).contains("found &quot;$22.00&quot; nowhere;");
    assertThat(decisions()).isEmpty();

    Answer once = post("found=+$17.50+&subject=Cooper&row=0123456789abcdef");
    assertThat(once.header("location")).isEqualTo("/decide?row=0123456789abcdef");
    assertThat(decisions()).contains(",$17.50,,");
  }

  @Test
  void refusesWhatIsNoValueOfTheAttribute() throws IOException {
    Answer form = post("found=north&subject=Cooper");
    Answer place = post("found=$17.50&at=3-9&subject=Cooper");
    Answer nobody = post("found=$17.50&subject=Welder");
    Answer nothing = post("found=$17.50");

    assertThat(form.status()).isEqualTo(422);
    assertThat(form.body())
        .contains(
            "expected a value of hourly_rate_usd for Cooper as its attribute is printed, found &quot;north&quot; at ")
        .contains(
            "of &quot;p/late.txt&quot;, which is about Miller, Cooper; nothing was kept, go back");
    assertThat(place.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("expected a value of hourly_rate_usd for Welder");
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(decisions()).isEmpty();
  }

  @Test
  void drawsTheHistoryOfAFact() {
    run.now = Instant.parse("2026-02-10T02:30:00Z");
    run.file("p/late.txt", PAGE.replace("$30,120", "$31,120"));
    OpenRows.again(run);

    assertThat(client().get("/subject/miller").body())
        .contains(
            "<svg class=\"spark\"", "aria-label=\"30120 from 2026-02-03, 31120 from 2026-02-10\"");
  }

  @Test
  void takesItBack() throws IOException {
    post("found=$17.50&subject=Cooper");
    Matcher key =
        Pattern.compile("name=\"key\" value=\"([0-9a-f]{16})\"")
            .matcher(client().get(ADDRESS).body());
    assertThat(key.find()).isTrue();

    Answer back = post("answer=back&key=" + key.group(1));

    assertThat(back.status()).isEqualTo(303);
    assertThat(decisions().lines()).hasSize(1);
    assertThat(client().get(ADDRESS).body()).doesNotContain("Stated by people");
  }

  @Test
  void keepsNothingWhereTheCaptureIsGone() throws IOException {
    Files.delete(folder.resolve("p/late.txt"));

    Answer typed = post("found=$17.50&subject=Cooper");
    Answer marked = post("found=$17.50&subject=Cooper&at=76-82");

    assertThat(typed.status()).isEqualTo(409);
    assertThat(typed.body())
        .contains(
            "expected the capture of &quot;p/late.txt&quot;, found none that can be read; nothing was kept");
    assertThat(marked.status()).isEqualTo(422);
    assertThat(marked.body())
        .contains(
            "expected a content that is stored and can be read, found none of &quot;p/late.txt&quot;");
    assertThat(decisions()).isEmpty();
  }
}
