package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide, from the question to what the next run makes of it. */
class DecideCommandTest {
  private static final String PAGE =
      "%s vs %s\n\n%1$s%2$s\nYearly salary$34,920$43,251\nBest paying company%s\n";
  private static final String HEADER =
      "kind,page,raw_sha256,rule,subject,attribute,member,found,expected,choice,holds_for,who,decided_at,why\n";
  private static final String COMPANIES =
      "SELECT subject, state, value_text, raw_text, method FROM v_observation"
          + " WHERE attribute = 'best_paying_company' ORDER BY page, raw_start, subject";

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void load() {
    run = new RealRun(folder).ownConfig();
    run.file("p/a.txt", PAGE.formatted("Teller", "Baker", "BlueSkyRedRiver"));
    night("2026-01-01T00:00:00Z");
  }

  private void night(String at) {
    run.now = Instant.parse(at);
    run.execute("run", "--input", "p", "--config", "config", "--fail-on", "never");
    assertThat(run.code).as(run.err).isZero();
  }

  private String decisions() throws IOException {
    return Files.readString(folder.resolve("config/decisions.csv"));
  }

  private List<String> companies() {
    return run.query("normalized/unglue.db", COMPANIES);
  }

  private List<String> flags(String rule) {
    return run.query(
        "normalized/unglue.db",
        "SELECT state, page, expected, actual FROM v_flag WHERE rule = '" + rule + "'");
  }

  private String sha() {
    return run.query("normalized/unglue.db", "SELECT DISTINCT raw_sha256 FROM capture").get(0);
  }

  private RealRun decide(String input, String... more) {
    run.input = input;
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"decide", "--rule", "split_ambiguous"}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return run.execute(all);
  }

  @Test
  void asksForARowWithItsReadingsAndTheNextRunHeedsTheAnswer() throws IOException {
    assertThat(companies())
        .containsExactly(
            "Baker|ambiguous||BlueSkyRedRiver|none", "Teller|ambiguous||BlueSkyRedRiver|none");
    assertThat(flags("split_ambiguous")).hasSize(1);

    decide("x\nBlueSky | RedRiver\nAnn Lee\nseen on the site\n");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .contains(
            "1 of 1\npage      p/a.txt\nsubjects  Teller | Baker\nrow       best_paying_company\n"
                + "text      salary$34,920$43,251 Best paying company>>BlueSkyRedRiver<<\n  1  0.")
        .contains("expected the number of a reading, or 2 cells with | between them, found \"x\"\n")
        .endsWith("why? > 1 decision in config/decisions.csv; the next run heeds them\n");
    assertThat(decisions())
        .isEqualTo(
            HEADER
                + "row,p/a.txt,"
                + sha()
                + ",,Teller | Baker,best_paying_company,,BlueSkyRedRiver,,BlueSky | RedRiver,capture,Ann"
                + " Lee,2026-01-01T00:00:00Z,seen on the site\n");

    night("2026-01-02T00:00:00Z");

    assertThat(companies())
        .containsExactly(
            "Teller|value|BlueSky|BlueSky|decided", "Baker|value|RedRiver|RedRiver|decided");
    assertThat(flags("split_ambiguous")).isEmpty();
    assertThat(flags("decision_stale")).isEmpty();
    run.execute("parse", "--explain", "p/a.txt", "--config", "config");
    assertThat(run.out)
        .contains(
            "\"BlueSkyRedRiver\"  read by decided\n  1.0000  BlueSky | RedRiver  (decided +2000.00");
  }

  @Test
  void takesTheDecisionBackWithItsLine() throws IOException {
    decide("BlueSky | RedRiver\n", "--who", "Ann", "--why", "seen");
    night("2026-01-02T00:00:00Z");
    Files.delete(folder.resolve("config/decisions.csv"));

    night("2026-01-03T00:00:00Z");

    assertThat(companies())
        .containsExactly(
            "Baker|ambiguous||BlueSkyRedRiver|none", "Teller|ambiguous||BlueSkyRedRiver|none");
  }

  @Test
  void flagsADecisionOnAPageThatHasChangedAndDoesNotApplyIt() {
    decide("BlueSky | RedRiver\n", "--who", "Ann", "--why", "seen");
    run.file("p/a.txt", PAGE.formatted("Teller", "Baker", "BlueSkyRedRivers"));

    night("2026-01-02T00:00:00Z");

    assertThat(flags("decision_stale"))
        .containsExactly("new|p/a.txt|BlueSky | RedRiver|another content of the page");
    assertThat(flags("split_ambiguous")).hasSize(1);
    assertThat(
            run.query(
                "normalized/unglue.db", "SELECT message FROM v_flag WHERE rule = 'decision_stale'"))
        .containsExactly(
            "A decision does not fit: expected BlueSky | RedRiver, found \"another content of the"
                + " page\", at p/a.txt; decide again with unglue decide, or take out"
                + " config/decisions.csv:2");
  }

  @Test
  void aDecisionForTheSubjectsHoldsOnOtherPages() {
    decide("BlueSky | RedRiver subject\n", "--who", "Ann", "--why", "seen");
    run.file("p/b.txt", PAGE.formatted("Baker", "Cook", "RedRiverGreenHill"));

    night("2026-01-02T00:00:00Z");

    assertThat(companies())
        .containsExactly(
            "Teller|value|BlueSky|BlueSky|decided",
            "Baker|value|RedRiver|RedRiver|decided",
            "Baker|value|RedRiver|RedRiver|decided",
            "Cook|value|GreenHill|GreenHill|decided");

    run.file("p/b.txt", PAGE.formatted("Baker", "Cook", "OldOakGreenHill"));
    night("2026-01-03T00:00:00Z");

    assertThat(flags("decision_stale")).containsExactly("new|p/b.txt|RedRiver|OldOakGreenHill");
  }

  @Test
  void acceptsOneFlagWithItsReasonAndNoOther() {
    run.file(
        "p/c.md", "# A vs B\n\n| | A | B |\n|---|---|---|\n| Yearly salary | $900 | $32,000 |\n");
    night("2026-01-02T00:00:00Z");
    assertThat(flags("salary_range")).hasSize(1);
    run.input = "accept\n";
    run.execute("decide", "--rule", "salary_range", "--who", "Ann", "--why", "an intern");
    assertThat(run.code).as(run.err).isZero();

    night("2026-01-03T00:00:00Z");

    assertThat(flags("salary_range")).isEmpty();
    run.execute("flags", "--rule", "salary_range", "--format", "csv");
    assertThat(run.out)
        .contains("salary_range,error,silenced,")
        .contains("accepted by Ann on 2026-01-02: an intern");

    run.file(
        "p/c.md", "# A vs B\n\n| | A | B |\n|---|---|---|\n| Yearly salary | $800 | $32,000 |\n");
    night("2026-01-04T00:00:00Z");
    assertThat(flags("salary_range")).hasSize(1);
  }

  @Test
  void asksOnlyWhatAPersonCanDecideRowsFirst() {
    run.file("p/c.txt", "| Clerk | Usher | |\n" + "| Yearly salary | $900 | $32,000 |\n");
    night("2026-01-02T00:00:00Z");
    assertThat(flags("header_shifted")).isNotEmpty();

    run.execute("decide", "--list", "--format", "csv");

    assertThat(run.out.lines().skip(1).map(line -> line.split(",")[0] + " " + line.split(",")[3]))
        .containsExactly("row ", "flag salary_range");

    run.execute("decide", "--list", "--format", "csv", "--rule", "header_shifted");
    assertThat(run.out.lines()).as("asked for by its name").hasSize(2);
  }

  @Test
  void takesManyAnswersFromAFile() throws IOException {
    decide("", "--list", "--format", "csv");
    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out.lines().findFirst()).contains(HEADER.strip() + ",candidates");
    String answered =
        run.out.replaceFirst(
            "BlueSkyRedRiver,,,capture", "BlueSkyRedRiver,,BlueSky | RedRiver,subject");
    run.file("mine.csv", answered);

    run.execute("decide", "--from", "mine.csv", "--who", "Ann", "--why", "seen");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.err).isEqualTo("1 decision in config/decisions.csv; the next run heeds them\n");
    assertThat(decisions()).endsWith("BlueSky | RedRiver,subject,Ann,2026-01-01T00:00:00Z,seen\n");
  }

  @Test
  void saysWhatIsWrongWithAnswersAndKeepsNone() {
    String row = "row,p/a.txt," + sha() + ",,Teller | Baker,best_paying_company,,";
    String signed = ",capture,Ann,2026-01-01T00:00:00Z,seen\n";
    run.file(
        "mine.csv",
        HEADER
            + row
            + "BlueSkyRedRiver,,BlueSky | RedRiver"
            + signed
            + row
            + "GreenHillOldOak,,GreenHill | OldOak"
            + signed
            + "flag,p/a.txt,,salary_range,teller,yearly_salary_usd,,900,1000,accepted,,Ann,2026-01-01T00:00:00Z,ok\n");
    run.execute("decide", "--from", "mine.csv");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "mine.csv:3: expected a row that is stored, found none of best_paying_company"
                + " on \"p/a.txt\" ("
                + sha().substring(0, 8)
                + "…) that reads \"GreenHillOldOak\"\n"
                + "mine.csv:4: expected a flag that is stored, found none of salary_range"
                + " on \"p/a.txt\" that found \"900\"\n");

    run.file("mine.csv", HEADER + row + "BlueSkyRedRiver,,BlueSk | RedRiver" + signed);
    run.execute("decide", "--from", "mine.csv");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "mine.csv:2: expected one of the possible readings of \"BlueSkyRedRiver\","
                + " found \"BlueSk | RedRiver\"; see unglue decide\n");
    assertThat(folder.resolve("config/decisions.csv")).doesNotExist();
  }

  @Test
  void saysWhatIsWrongWithTheFileBeforeANightIsLost() {
    run.file(
        "config/decisions.csv",
        "kind,page,raw_sha256,rule,subject,attribute,member,found,expectd,choice,holds_for,who,decided_at,why\n"
            + "row,p/a.txt,abc,,Teller | Baker,best_paying_companys,,x,,a,page,,soon,\n"
            + "what,,,,,,,,,,,,,\n"
            + "flag,p\n");
    run.execute("config", "check", "--config", "config");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("config/decisions.csv:1: unknown column: expected kind, ");
    assertThat(run.err)
        .contains("\"expectd\"; did you mean expected?\n")
        .contains("config/decisions.csv:1: the column expected is missing\n")
        .contains("config/decisions.csv:2: raw_sha256: expected 64 hex digits, found \"abc\"\n")
        .contains(
            "config/decisions.csv:2: attribute: expected an attribute of attributes.yaml or unmapped,")
        .contains("did you mean best_paying_company?\n")
        .contains(
            "config/decisions.csv:2: choice: expected a cell for each of \"Teller | Baker\", as in \"a | b\", found \"a\"\n")
        .contains(
            "config/decisions.csv:2: holds_for: expected capture or subject, found \"page\"\n")
        .contains("config/decisions.csv:2: who: expected a text, found none\n")
        .contains(
            "config/decisions.csv:2: decided_at: expected an instant such as 2026-01-31T02:30:00Z, found \"soon\"\n")
        .contains("config/decisions.csv:3: kind: expected row, value or flag, found \"what\"\n")
        .contains("config/decisions.csv:4: expected 14 cells as in the first line, found 2\n");

    run.file(
        "config/decisions.csv",
        HEADER + "flag,p,,salary_rang,,,,1,2,accepted,,Ann,2026-01-01T00:00:00Z,ok\n");
    run.execute("config", "check", "--config", "config");
    assertThat(run.err)
        .isEqualTo(
            "config/decisions.csv:2: rule: expected a rule of src/docs/RULES.md, found"
                + " \"salary_rang\"; did you mean salary_range?\n");
  }

  private static final String MISSED =
      "SELECT subject, value_num, raw_text, raw_start, method, confidence FROM v_observation"
          + " WHERE attribute = 'hourly_rate_usd'";

  private String missed(String subject, String attribute, String found, String place) {
    return "value,p/m.txt,%s,,%s,%s,,%s,,%s,capture,,,\n"
        .formatted(
            run.query(
                    "normalized/unglue.db", "SELECT raw_sha256 FROM capture WHERE page = 'p/m.txt'")
                .get(0),
            subject,
            attribute,
            found,
            place);
  }

  private void missed(String... lines) {
    run.file("mine.csv", HEADER + String.join("", lines));
    run.execute("decide", "--from", "mine.csv", "--who", "Ann", "--why", "it stands there");
  }

  @Test
  void takesAValueThatWasMissedWithItsPlaceAsProof() throws IOException {
    String page =
        "Teller vs Baker\n\nTellerBaker\nYearly salary$34,920$43,251\n\n😀 Some say $17.50.\n";
    run.file("p/m.txt", page);
    night("2026-01-02T00:00:00Z");
    int start = page.codePointCount(0, page.indexOf("$17.50"));
    String place = start + "-" + (start + 6);

    missed(missed("Baker", "hourly_rate_usd", "$17.50", place));
    assertThat(run.code).as(run.err).isZero();
    assertThat(decisions())
        .contains(
            ",,Baker,hourly_rate_usd,,$17.50,,"
                + place
                + ",capture,Ann,2026-01-02T00:00:00Z,it stands there\n");
    night("2026-01-03T00:00:00Z");

    assertThat(run.query("normalized/unglue.db", MISSED))
        .containsExactly("Baker|17.5|$17.50|" + start + "|decided|1.0");
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT value_num, support FROM v_fact WHERE subject = 'Baker' AND attribute = 'hourly_rate_usd'"))
        .containsExactly("17.5|1");
    assertThat(flags("decision_stale")).isEmpty();

    run.file("p/m.txt", page.replace("$17.50", "$18.50"));
    night("2026-01-04T00:00:00Z");
    assertThat(flags("decision_stale"))
        .containsExactly("new|p/m.txt|Baker: $17.50|another content of the page");
  }

  @Test
  void refusesAMissedValueThatThePageDoesNotPrintSo() {
    run.file(
        "p/m.txt",
        "Teller vs Baker\n\nTellerBaker\nYearly salary$34,920$43,251\n\nSome say $17.50.\n");
    night("2026-01-02T00:00:00Z");

    missed(
        missed("Baker", "hourly_rate_usd", "$17.50", "62-68").replace("p/m.txt", "p/other.txt"),
        missed("Baker", "hourly_rate_usd", "$17.55", "66-72"),
        missed("Baker", "job_count", "$17.50", "66-72"),
        missed("Welder", "hourly_rate_usd", "$17.50", "66-72"),
        missed("Baker", "hourly_rate_usd", "$17.50", "990-996"));

    String sha =
        run.query("normalized/unglue.db", "SELECT raw_sha256 FROM capture WHERE page = 'p/m.txt'")
            .get(0);
    String about = " of \"p/m.txt\", which is about Teller, Baker\n";
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "mine.csv:2: expected a content that is stored and can be read, found none of \"p/other.txt\" (%.8s…)\n"
                    .formatted(sha)
                + "mine.csv:3: expected a value of hourly_rate_usd for Baker as its attribute is printed, found \"$17.55\" at 66-72"
                + about
                + "mine.csv:4: expected a value of job_count for Baker as its attribute is printed, found \"$17.50\" at 66-72"
                + about
                + "mine.csv:5: expected a value of hourly_rate_usd for Welder as its attribute is printed, found \"$17.50\" at 66-72"
                + about
                + "mine.csv:6: expected a value of hourly_rate_usd for Baker as its attribute is printed, found \"$17.50\" at 990-996"
                + about);
    missed(missed("Baker", "hourly_rate_usd", "$17.50", "72-66").replace(",capture,", ",subject,"));
    assertThat(run.err)
        .isEqualTo(
            "mine.csv:2: choice: expected a place such as 120-127, found \"72-66\"\n"
                + "mine.csv:2: holds_for: expected capture, found \"subject\"\n");
    assertThat(folder.resolve("config/decisions.csv")).doesNotExist();
  }

  @Test
  void needsAFolderToKeepThemIn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("elsewhere"));
    RealRun elsewhere = new RealRun(other).execute("decide");
    assertThat(elsewhere.code).isEqualTo(2);
    assertThat(elsewhere.err)
        .isEqualTo(
            "unglue: expected a folder of configuration to keep decisions in, found the built-in"
                + " one; copy it to config/, or give --config\n");
  }
}
