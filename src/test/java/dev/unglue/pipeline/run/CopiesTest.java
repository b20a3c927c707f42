package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that lie under several addresses are one witness. */
class CopiesTest {
  private static final String AT = "2026-01-05T02:30:00Z";
  private static final String LATER = "2026-01-06T02:30:00Z";
  private static final String SUPPORT =
      "SELECT subject, value_num, support, dissent, resolution FROM v_fact"
          + " WHERE attribute = 'yearly_salary_usd' ORDER BY subject";

  @TempDir Path folder;

  private Work work;
  private StringBuilder lines;

  @BeforeEach
  void begin() {
    work = new Work(folder);
    lines = new StringBuilder();
  }

  private void page(String url, String salary, String... more) {
    around(url, AT, "", salary, more);
  }

  private void around(String url, String at, String navigation, String salary, String... more) {
    String rows = String.join("\n", more);
    lines.append(
        Work.json(
            url,
            at,
            """
            Teller vs head teller
            %s
            | | Teller | Head Teller |
            |---|---|---|
            | Yearly salary | %s | $43,251 |
            %s
            """
                .formatted(navigation, salary, rows)));
  }

  private static final String[] FULL = {
    "| Job satisfaction | 3 | 4 |",
    "| Average age | 42 | 46 |",
    "| Number of jobs | 22,478 | 7,596 |"
  };

  private List<String> facts() {
    work.write("pages.jsonl", lines.toString());
    work.run("2026-02-01T00:00:00Z", "pages.jsonl");
    return work.published(SUPPORT);
  }

  @Test
  void theSameBytesUnderSeveralAddressesAreOneWitness() {
    page("https://a.test/teller-vs-head-teller", "$34,920");
    page("https://a.test/teller-vs-head-teller?from=mail", "$34,920");
    page("https://mirror.test/teller-vs-head-teller", "$34,920");
    assertThat(facts()).containsExactly("Head Teller|43251|1|0|agreed", "Teller|34920|1|0|agreed");
  }

  @Test
  void anAddressIsOneWhateverTellsWhereItsReaderCameFrom() {
    page("https://a.test/x?page=2", "$34,920");
    page("https://a.test/x?utm_source=mail&page=2&gclid=7#top", "$34,920", FULL);
    page("https://a.test/x?page=2&fbclid=abc", "$30,000", FULL);
    page("https://a.test/x?page=3", "$34,920", FULL[0]);
    assertThat(facts())
        .containsExactly("Head Teller|43251|2|0|agreed", "Teller|34920|2|1|majority");
  }

  @Test
  void pagesThatSayAllTheSameAreOneWitnessWhateverStandsAround() {
    around("https://a.test/teller-vs-head-teller", AT, "Home", "$34,920", FULL);
    around("https://a.test/print/teller-vs-head-teller", AT, "Print this page", "$34,920", FULL);
    around("https://other.test/teller-vs-head-teller", AT, "Another", "$34,920", FULL[1]);
    assertThat(facts()).containsExactly("Head Teller|43251|2|0|agreed", "Teller|34920|2|0|agreed");
  }

  /** The first line of such a page is its title: what it says is the same, not how. */
  @Test
  void pagesThatSayAllTheSameAreOneWitnessInWhateverLayout() {
    around("https://a.test/teller-vs-head-teller", AT, "Home", "$34,920", FULL);
    print("https://a.test/print/teller-vs-head-teller", "3");
    print("https://other.test/teller-vs-head-teller", "2");
    assertThat(facts()).containsExactly("Head Teller|43251|2|0|agreed", "Teller|34920|2|0|agreed");
    assertThat(work.stored("SELECT layout, count(*) FROM capture GROUP BY 1"))
        .containsExactly("html|2", "markdown|1");
  }

  private void print(String url, String satisfaction) {
    String text =
        Work.page(
            Dialect.HTML,
            "Teller",
            "Head Teller",
            "Yearly salary ; $34,920 ; $43,251",
            "Job satisfaction ; %s ; 4".formatted(satisfaction),
            "Average age ; 42 ; 46",
            "Number of jobs ; 22,478 ; 7,596");
    lines.append(Work.json(url, AT, text).replace("\"text\"", "\"html\""));
  }

  @Test
  void copiesAreOneWitnessAgainstTheOthers() {
    for (int i = 0; i < 5; i++) {
      around("https://mirror%d.test/".formatted(i), AT, "Mirror " + i, "$34,920", FULL);
    }
    page("https://b.test/", "$35,000", FULL[0]);
    page("https://c.test/", "$35,000", FULL[1]);
    assertThat(facts())
        .containsExactly("Head Teller|43251|3|0|agreed", "Teller|35000|2|1|majority");
  }

  @Test
  void aCopyThatLagsBehindIsStillACopy() {
    around("https://a.test/", AT, "", "$34,920", FULL);
    around("https://mirror.test/", AT, "Mirror", "$34,920", FULL);
    around("https://a.test/", LATER, "", "$36,000", FULL);
    assertThat(facts()).containsExactly("Head Teller|43251|1|0|agreed", "Teller|36000|1|1|latest");
  }

  @Test
  void pagesThatSayLittleMayAgreeByThemselves() {
    around("https://a.test/", AT, "One", "$34,920");
    around("https://b.test/", AT, "Two", "$34,920");
    assertThat(facts()).containsExactly("Head Teller|43251|2|0|agreed", "Teller|34920|2|0|agreed");
  }

  private void html(String url, String canonical, String salary, String other) {
    lines.append(
        """
        {"url":"%s","captured_at":"%s","html":"<html><head><title>Teller vs head teller</title><link rel='canonical' href='%s'></head><body><table><tr><th></th><th>Teller</th><th>Head Teller</th></tr><tr><td>Yearly salary</td><td>%s</td><td>$43,251</td></tr><tr><td>Average age</td><td>%s</td><td>46</td></tr></table></body></html>"}
        """
            .formatted(url, AT, canonical, salary, other));
  }

  @Test
  void theAddressThatAPageCallsItsOwnIsBelievedWithinItsSite() {
    html("https://a.test/x", "https://a.test/x", "$34,920", "40");
    html("https://www.a.test/x?sort=up", "https://a.test/x", "$34,920", "41");
    html("https://a.test/print/7", "/x", "$34,920", "42");
    html("https://b.test/y", "https://a.test/x", "$34,920", "43");
    html("https://c.test/z", "//a.test/x", "$34,920", "44");
    assertThat(facts()).containsExactly("Head Teller|43251|3|0|agreed", "Teller|34920|3|0|agreed");
    assertThat(work.stored("SELECT canonical FROM capture ORDER BY page LIMIT 2"))
        .containsExactly("/x", "https://a.test/x");
  }
}
