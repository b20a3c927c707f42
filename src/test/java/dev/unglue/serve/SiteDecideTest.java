package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.serve.SiteClient.Answer;
import dev.unglue.serve.http.Params;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers that a browser sends. */
class SiteDecideTest {
  private static final int PAGES = 4;
  private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"([0-9a-f]{16})\"");
  private static final Pattern NEXT = Pattern.compile("name=\"next\" value=\"([0-9a-f]{16})\"");

  @TempDir Path folder;

  private RealRun run;
  private Site site;

  @BeforeEach
  void start() {
    run = OpenRows.run(folder, PAGES);
    site = Sites.start(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SiteClient client() {
    return new SiteClient(site);
  }

  private static String found(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    assertThat(matcher.find()).as(body).isTrue();
    return matcher.group(1);
  }

  private static String form(String row, String next, String answer, String more) {
    return "form_token="
        + Sites.FORM_TOKEN
        + "&row="
        + row
        + "&next="
        + next
        + "&who=Ann+Lee&why=seen+on+the+site&answer="
        + answer
        + more;
  }

  private String decisions() {
    try {
      Path file = folder.resolve("config/decisions.csv");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void asksRowByRowWithThePageBesideIt() {
    Answer page = client().get("/decide");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("1 of 4", "<mark class=\"open flagged\"", "Most common college")
        .contains("Settles 2 cells of this content; for the subjects, up to 2 on 1 page.")
        .contains("data-key=\"1\"><kbd>1</kbd>");
    assertThat(client().get("/decide.csv").body().lines()).hasSize(1 + PAGES);
    assertThat(client().get("/").body()).contains("<b>4</b> rows wait for a word");
  }

  @Test
  void keepsAnAnswerAndTheNextRunHeedsIt() {
    String body = client().get("/decide").body();
    String row = found(ROW, body);
    String next = found(NEXT, body);

    Answer kept = client().post("/decide", form(row, next, "1", ""));

    assertThat(kept.status()).isEqualTo(303);
    assertThat(kept.header("location")).isEqualTo("/decide?row=" + next);
    assertThat(kept.header("set-cookie"))
        .startsWith("decider=Ann+Lee%1Fseen+on+the+site%1Fcapture; Path=/; HttpOnly");
    assertThat(decisions())
        .contains(
            ",common_college,,Smith JonesBrown,,Smith Jones | Brown,capture,Ann Lee,2026-03-04T05:06:07Z,seen on the site\n");
    assertThat(client().get("/decide").body()).contains("1 of 3");
    assertThat(client().post("/decide", form(row, next, "1", "")).status()).isEqualTo(409);

    OpenRows.again(run);
    assertThat(client().get("/subject/baker-a").body()).contains("Smith Jones");
    assertThat(client().get("/decide").body()).contains("1 of 3");
  }

  @Test
  void keepsWhatIsTypedIfItIsAReadingOfTheRow() {
    String body = client().get("/decide").body();
    String row = found(ROW, body);
    String next = found(NEXT, body);

    Answer other = client().post("/decide", form(row, next, "e", "&cells=Harvard+%7C+Yale"));
    Answer one = client().post("/decide", form(row, next, "e", "&cells=Harvard"));
    assertThat(decisions()).isEmpty();
    Answer good =
        client()
            .post("/decide", form(row, next, "e", "&cells=Smith+Jones+%7C+Brown&scope=subject"));

    assertThat(other.status()).isEqualTo(200);
    assertThat(other.body())
        .contains("expected one of the possible readings of &quot;Smith JonesBrown&quot;");
    assertThat(one.status()).isEqualTo(422);
    assertThat(one.body())
        .contains(
            "expected 2 cells with | between them, found &quot;Harvard&quot;; nothing was kept");
    assertThat(good.status()).isEqualTo(303);
    assertThat(decisions()).contains(",Smith Jones | Brown,subject,Ann Lee,");
  }

  @Test
  void keepsNothingWithoutANameAndAReason() {
    String row = found(ROW, client().get("/decide").body());
    String form = "form_token=" + Sites.FORM_TOKEN + "&row=" + row + "&answer=1";

    Answer nobody = client().post("/decide", form + "&why=so");
    Answer noReason = client().post("/decide", form + "&who=Ann");

    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("found no name; go back and fill them in");
    assertThat(noReason.body()).contains("found no reason; go back and fill them in");
    assertThat(decisions()).isEmpty();
  }

  @Test
  void takesTheLastAnswerBack() {
    String body = client().get("/decide").body();
    String row = found(ROW, body);
    String cookie =
        client()
            .post("/decide", form(row, found(NEXT, body), "1", ""))
            .header("set-cookie")
            .split(";")[0];
    assertThat(client().with("Cookie", cookie).get("/decide").body())
        .contains(
            "take back “Smith Jones | Brown”", "value=\"Ann Lee\"", "value=\"seen on the site\"");

    Answer back =
        client()
            .with("Cookie", cookie)
            .post("/decide", "form_token=" + Sites.FORM_TOKEN + "&answer=u");

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("location")).isEqualTo("/decide?row=" + row);
    assertThat(decisions().lines()).hasSize(1);
    assertThat(client().get("/decide").body()).contains("1 of 4");
  }

  @Test
  void acceptsTheFlagOfARow() {
    String body = client().get("/decide").body();
    String flag = found(Pattern.compile("value=\"flag ([0-9a-f]{16})\""), body);

    Answer kept =
        client().post("/decide", form(found(ROW, body), found(NEXT, body), "flag+" + flag, ""));

    assertThat(kept.status()).isEqualTo(303);
    assertThat(decisions()).contains("flag,p/page-0.txt,,split_ambiguous,").contains(",Ann Lee,");
  }

  @Test
  void acceptsManyFlagsWithOneReason() {
    String page = client().get("/flags?rule=split_ambiguous").body();
    String who = "form_token=" + Sites.FORM_TOKEN + "&who=Ann&why=known";
    assertThat(page).contains("1–4 of 4", "<b>4</b>");

    Answer none = client().post("/flags?rule=split_ambiguous", who);
    Answer one =
        client()
            .post(
                "/flags?rule=split_ambiguous",
                who
                    + "&answer=marked&flag="
                    + found(Pattern.compile("name=\"flag\" value=\"([0-9a-f]{16})\""), page));
    assertThat(none.status()).isEqualTo(422);
    assertThat(one.status()).isEqualTo(303);
    assertThat(one.header("location")).isEqualTo("/flags?rule=split_ambiguous");
    assertThat(decisions().lines()).hasSize(2);
    assertThat(client().get("/flags?rule=split_ambiguous").body())
        .containsOnlyOnce("accepted, waits for the next run");

    client().post("/flags?rule=split_ambiguous", who + "&answer=all");
    assertThat(decisions().lines()).hasSize(1 + PAGES);
    OpenRows.again(run);
    assertThat(client().get("/flags?rule=split_ambiguous").body()).contains("No flag is found so");
    assertThat(client().get("/flags.csv?rule=split_ambiguous&state=silenced").body().lines())
        .hasSize(1 + PAGES);
  }

  @Test
  void losesNothingOfSeveralAtOnce() throws InterruptedException, ExecutionException {
    List<String> rows = new ArrayList<>();
    String row = found(ROW, client().get("/decide").body());
    for (int i = 0; i < PAGES; i++) {
      rows.add(row);
      row = found(NEXT, client().get("/decide?row=" + row).body());
    }
    ExecutorService people = Executors.newFixedThreadPool(PAGES);
    List<Future<Answer>> answers = new ArrayList<>();
    for (String each : rows) {
      answers.add(people.submit(() -> client().post("/decide", form(each, each, "1", ""))));
    }
    for (Future<Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(303);
    }
    people.shutdown();

    assertThat(decisions().lines()).hasSize(1 + PAGES);
    assertThat(client().get("/decide").body()).contains("No row waits for a word.");
  }

  @Test
  void showsWhatTheStoreRemembersWhereTheFileIsGone() throws IOException {
    for (int i = 0; i < PAGES; i++) {
      Files.delete(folder.resolve("p/page-" + i + ".txt"));
    }

    assertThat(client().get("/decide").body())
        .contains("The capture is no longer there", "<span>Smith Jones</span><span>Brown</span>");
    assertThat(client().get("/page?page=" + Params.encoded("p/page-0.txt")).body())
        .contains("The capture is no longer at <code>p/page-0.txt</code>");
    assertThat(client().get("/page?page=nowhere").status()).isEqualTo(404);
  }
}
