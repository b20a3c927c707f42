package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.pipeline.request.JobException;
import dev.unglue.serve.SiteClient.Answer;
import dev.unglue.serve.http.SiteAccess;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what is refused. */
class SiteGuardTest {
  @TempDir Path folder;

  private Site site;

  @BeforeEach
  void start() {
    site = Sites.start(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SiteClient client() {
    return new SiteClient(site);
  }

  @Test
  void saysWhereNothingIsPublishedYet() {
    Answer answer = client().get("/");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .contains("<h1>Nothing is published yet</h1>")
        .contains(
            "nothing is published yet: expected unglue.db, found none; run unglue run, and load this page again");
  }

  @Test
  void answersWithAStrictPolicy() {
    Answer answer = client().get("/assets/site.css");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/css; charset=utf-8");
    assertThat(answer.header("content-security-policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
    assertThat(client().get("/").header("cache-control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1", "localhost:1", ""})
  void refusesAHostThatIsNotItsOwn(String host) {
    Answer answer = client().with("Host", host).get("/");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("<h1>Not this address</h1>");
  }

  @Test
  void knowsTheNamesOfThisMachine() {
    int port = URI.create(site.address()).getPort();

    assertThat(client().with("Host", "localhost:" + port).get("/assets/site.js").status())
        .isEqualTo(200);
    assertThat(client().with("Host", "[::1]:" + port).get("/assets/site.js").status())
        .isEqualTo(200);
  }

  @Test
  void refusesFormsOfOtherSitesAndOldOnes() {
    String good = "form_token=" + Sites.FORM_TOKEN;

    Answer elsewhere = client().with("Origin", "http://evil.example").post("/decide", good);
    Answer nowhere = client().with("Origin", "null").post("/decide", good);
    Answer old = client().post("/decide", "form_token=another");
    Answer none = client().post("/decide", "a=b");

    assertThat(elsewhere.status()).isEqualTo(403);
    assertThat(elsewhere.body()).contains("<h1>A form from elsewhere</h1>");
    assertThat(nowhere.status()).isEqualTo(403);
    assertThat(old.status()).isEqualTo(403);
    assertThat(old.body()).contains("<h1>An old form</h1>");
    assertThat(none.status()).isEqualTo(403);
  }

  @Test
  void boundsWhatMayBeAsked() {
    assertThat(client().ask("PUT", "/", "").status()).isEqualTo(405);
    assertThat(client().ask("TRACE", "/", "").status()).isEqualTo(405);
    assertThat(client().get("/subjects?q=" + "x".repeat(9000)).status()).isEqualTo(414);
    assertThat(client().post("/decide", "a=" + "x".repeat(300_000)).status()).isEqualTo(413);
    assertThat(client().with("Content-Type", "text/plain").post("/decide", "a=b").status())
        .isEqualTo(415);
    assertThat(client().get("/subjects?q=%zz").status()).isEqualTo(400);
    assertThat(client().get("/nowhere").status()).isEqualTo(404);
    assertThat(client().get("/assets/../Site.class").status()).isEqualTo(404);
  }

  @Test
  void givesToHeadWhatGetWouldHave() {
    Answer head = client().ask("HEAD", "/assets/site.css", "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length"))
        .isEqualTo(client().get("/assets/site.css").header("content-length"));
  }

  @Test
  void letsInOnlyWhoKnowsTheToken() {
    SiteAccess access =
        new SiteAccess("127.0.0.1", 0, "a word that few know", Sites.FORM_TOKEN, false);
    try (Site closed = Sites.start(folder, access)) {
      Answer without = new SiteClient(closed).get("/assets/site.css");
      Answer wrong = new SiteClient(closed).get("/?token=a+word+that+all+know");
      Answer with = new SiteClient(closed).get("/?token=a+word+that+few+know");
      String cookie = with.header("set-cookie").split(";")[0];

      assertThat(without.status()).isEqualTo(401);
      assertThat(without.body())
          .contains("<h1>A token is needed</h1>")
          .contains("open this address with ?token=... at its end once");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(with.status()).isEqualTo(303);
      assertThat(with.header("location")).isEqualTo("/");
      assertThat(with.header("set-cookie")).endsWith("; Path=/; HttpOnly; SameSite=Strict");
      assertThat(new SiteClient(closed).with("Cookie", cookie).get("/assets/site.css").status())
          .isEqualTo(200);
    }
  }

  @Test
  void keepsNothingWhereItIsForReadingOnly() {
    SiteAccess access = new SiteAccess("127.0.0.1", 0, "", Sites.FORM_TOKEN, true);
    try (Site quiet = Sites.start(folder, access)) {
      Answer answer = new SiteClient(quiet).post("/decide", "form_token=" + Sites.FORM_TOKEN);

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("<h1>Only for reading</h1>");
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    int port = URI.create(site.address()).getPort();
    SiteAccess access = new SiteAccess("127.0.0.1", port, "", Sites.FORM_TOKEN, false);

    assertThatThrownBy(() -> Sites.start(folder, access))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "cannot listen: expected a free port of this machine, found 127.0.0.1:%d (Address already in use); give another one with --port, or 0 for any"
                .formatted(port));
  }
}
