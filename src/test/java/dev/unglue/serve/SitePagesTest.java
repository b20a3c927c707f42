package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.cli.Reports;
import dev.unglue.serve.SiteClient.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each address shows of a run over the bundled pages. */
class SitePagesTest {
  /** No page may weigh more, with all that it asks for. */
  private static final int MOST_BYTES = 200_000;

  @TempDir private static Path folder;

  private static RealRun run;
  private static Site site;

  @BeforeAll
  static void start() {
    run = Reports.samples(folder.resolve("samples"));
    site = Sites.start(run.folder);
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
  }

  private static Answer get(String address) {
    return new SiteClient(site).get(address);
  }

  @Test
  void givesAnOverview() {
    Answer page = get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("<b>8</b> subjects", "<b>206</b> facts", "<b class=\"error\">2</b> error")
        .contains("2026-02-03 04:05 UTC");
    assertThat(get("/overview.csv").body())
        .isEqualTo(
            """
            run,started_at,status,facts,value,missing,ambiguous,unparsed,fatal,error,warn,info,received,unchanged,gone,forbidden,failed
            1,2026-02-03T04:05:06Z,published,206,1180,36,3,,,2,1,21,16,0,0,0,0
            """);
  }

  @Test
  void findsSubjectsByTheBeginningsOfTheirWords() {
    assertThat(get("/subjects.csv?q=col&col=yearly_salary_usd").body())
        .isEqualTo(
            """
            subject,slug,kind,yearly_salary_usd
            Bill collector,bill-collector,occupation,
            "Collections, Customer Service",collections-customer-service,occupation,32870
            Debt collector,debt-collector,occupation,
            """);
    assertThat(get("/subjects.csv?q=deb+col&col=yearly_salary_usd").body())
        .startsWith("subject,slug,kind,yearly_salary_usd\nDebt collector,debt-collector,");
    assertThat(get("/subjects.csv?q=%25&col=yearly_salary_usd").body().lines()).hasSize(1);
    assertThat(get("/subjects?q=zzz").body()).contains("take all filters away");
  }

  @Test
  void sortsAndBoundsSubjectsByNumbers() {
    String asked =
        "/subjects.csv?col=yearly_salary_usd&sort=yearly_salary_usd&desc=1&min.yearly_salary_usd=34,920&max.yearly_salary_usd=42586";
    assertThat(get(asked).body())
        .isEqualTo(
            """
            subject,slug,kind,yearly_salary_usd
            Account Specialist,account-specialist,occupation,42586
            Loan Services Representative,loan-services-representative,occupation,38603
            Mortgage Service Specialist,mortgage-service-specialist,occupation,34920
            """);
    assertThat(get("/subjects?sort=nonsense&from=x").status()).isEqualTo(200);
    assertThat(get("/subjects?open=1").body()).contains(">Loss Mitigation Specialist</a>");
    assertThat(get("/subjects.json?flagged=1").body())
        .contains("\"slug\" : \"account-specialist\"");
  }

  @Test
  void offersTheNamesThatBeginSo() {
    assertThat(get("/names?left=debt").body().strip())
        .isEqualTo("<option value=\"Debt collector\"></option>");
  }

  @Test
  void findsSubjectsByWhatIsBelievedOfThem() {
    assertThat(get("/subjects.csv?q=virginia+beach&col=highest_paying_city").body())
        .contains(
            "Loss Mitigation Specialist,loss-mitigation-specialist,occupation,\"Virginia Beach, VA\"");
    assertThat(get("/subjects?q=%22%29+OR+%28").status()).isEqualTo(200);
    assertThat(get("/subjects.csv?q=ac&col=yearly_salary_usd").body().lines())
        .as("two letters begin names only: Account Specialist, Assistant account executive")
        .hasSize(3);
  }

  @Test
  void filtersFlags() {
    assertThat(get("/flags").body()).contains("1–24 of 24");
    assertThat(get("/flags?severity=warn").body()).contains("1–1 of 1", "cross_page_value");
    assertThat(get("/flags.csv?subject=account-specialist&rule=experience_months_as_years").body())
        .startsWith("rule,severity,state,page,subject,");
    assertThat(get("/flags?source=nowhere").body()).contains("No flag is found so");
    assertThat(get("/flags?since=2027-01-01").body()).contains("No flag is found so");
  }

  @Test
  void tellsAllOfASubject() {
    Answer page = get("/subject/account-specialist");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h1>Account Specialist</h1>", "42,586 <span class=\"unit\">USD/year</span>")
        .contains("/compare?left=account-specialist&amp;right=mortgage-service-specialist")
        .contains("experience_months_as_years");
    assertThat(get("/subject/account-specialist.csv").body())
        .startsWith(
            "subject,attribute,member,ordinal,value,unit,valid_from,resolution,support,dissent,page,raw_start,raw_end\n"
                + "Account Specialist,yearly_salary_usd,,0,42586,USD/year,");
    assertThat(get("/subject/debt-collectr").status()).isEqualTo(404);
    assertThat(get("/subject/debt-collectr").body())
        .contains(
            "expected the slug or the name of a subject, found &quot;debt-collectr&quot;; search for it above");
  }

  @Test
  void setsAnyTwoBesideEachOther() {
    Answer page = get("/compare?left=Account+Specialist&right=mortgage-service-specialist");

    assertThat(page.body()).contains("<mark>42,586</mark>", "class=\"source\" href=\"/page?page=");
    assertThat(get("/compare.csv?left=mortgage-service-specialist&right=account-specialist").body())
        .contains("Yearly salary,,USD/year,34920,42586,differs,");
    assertThat(get("/compare?left=nobody&right=bill-collector").status()).isEqualTo(404);
    assertThat(get("/compare").body()).contains("Name two subjects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/subjects", "/subject/account-specialist"})
  void weighsLittle(String address) {
    Answer page = get(address);
    int bytes = page.body().length();
    for (String part : page.body().split("\"")) {
      if (part.startsWith("/assets/")) {
        bytes += get(part).body().length();
      }
    }
    assertThat(page.body()).doesNotContain("http://", "https://cdn", "style=", "onclick");
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void seesAPublishAtOnce() {
    RealRun own = Reports.samples(folder.resolve("again"));
    try (Site second = Sites.start(own.folder)) {
      assertThat(new SiteClient(second).get("/").body()).contains("<b>8</b> subjects");
      own.file(
          "raw/samples/new.md",
          """
          # Baker vs Brewer

          | | Baker | Brewer |
          |---|---|---|
          | Yearly salary | $30,000 | $40,000 |
          """);
      own.execute("run", "--input", "raw/samples", "--out", "out");

      assertThat(new SiteClient(second).get("/").body()).contains("<b>10</b> subjects");
      assertThat(new SiteClient(second).get("/subject/baker").status()).isEqualTo(200);
    }
  }
}
