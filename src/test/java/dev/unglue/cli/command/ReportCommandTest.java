package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unglue.cli.RealRun;
import dev.unglue.cli.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report of whole runs, through the command line. */
class ReportCommandTest {
  @TempDir private static Path shared;

  private static RealRun samples;
  private static RealRun hostile;

  @TempDir private Path folder;

  @BeforeAll
  static void run() {
    samples = Reports.samples(shared.resolve("samples"));
    hostile = Reports.hostile(shared.resolve("hostile"));
  }

  // --- numbers --------------------------------------------------------------------------------

  @Test
  void tellsWhatRanAndWhatTheStoreHolds() {
    JsonNode report = Reports.json(samples);

    assertThat(report.get("run").get("id").asLong()).isEqualTo(1);
    assertThat(report.get("run").get("status").asText()).isEqualTo("published");
    assertThat(report.get("run").get("startedAt").asText()).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(report.get("run").get("sources").toString()).isEqualTo("[\"input raw/samples\"]");
    assertThat(report.get("run").get("pagesFound").asLong()).isEqualTo(16);
    assertThat(report.get("gate").toString())
        .isEqualTo("{\"open\":true,\"forced\":false,\"reasons\":[]}");
    assertThat(report.get("totals").toString())
        .isEqualTo(
            "{\"pagesByLayout\":{\"glued\":3,\"html\":2,\"lines\":2,\"markdown\":2,\"pipe\":4,\"spaced\":1,\"text\":1,\"tsv\":1},"
                + "\"observationsByState\":{\"ambiguous\":3,\"missing\":36,\"value\":1180},"
                + "\"facts\":206,\"flagsBySeverity\":{\"error\":2,\"info\":21,\"warn\":1},\"silenced\":0}");
  }

  @Test
  void countsTheFlagsOfEachRuleAndShowsThemWithTheTextOfThePage() {
    JsonNode report = Reports.json(samples);

    assertThat(report.get("rules").findValuesAsText("id"))
        .startsWith(
            "short_row_side_ambiguous",
            "split_ambiguous",
            "cross_page_value",
            "experience_months_as_years",
            "header_shifted");
    JsonNode rule = Reports.find(report.get("rules"), "id", "cross_page_value");
    assertThat(rule.get("standing").toString()).isEqualTo("{\"warn\":1}");
    assertThat(rule.get("evaluated").asLong()).isEqualTo(588);
    assertThat(rule.get("trend").toString()).isEqualTo("[1]");
    JsonNode flag = Reports.find(report.get("flags"), "rule", "cross_page_value");
    assertThat(rule.get("flags").get("rows").get(0).asText()).isEqualTo(flag.get("id").asText());
    assertThat(flag.get("expected").asText()).isEqualTo("3.67");
    assertThat(flag.get("actual").asText()).isEqualTo("4.1");
    List<String> marked = new ArrayList<>();
    for (JsonNode id : flag.get("proofs")) {
      JsonNode proof = Reports.find(report.get("proofs"), "id", id.asText());
      marked.add(proof.get("text").asText());
      assertThat(proof.get("found").asBoolean()).isTrue();
    }
    assertThat(marked).containsExactly("4.1", "3.67");
  }

  @Test
  void marksEveryPlaceAsTheCaptureHasIt() throws IOException {
    for (JsonNode proof : Reports.json(samples).get("proofs")) {
      String file = proof.get("file").asText();
      if (file.endsWith(".jsonl") || file.endsWith(".wet")) {
        continue;
      }
      String text = Files.readString(samples.folder.resolve(file));
      int start = text.offsetByCodePoints(0, proof.get("start").asInt());
      String said = proof.get("text").asText().replaceAll("…$", "");
      assertThat(text.substring(start)).as(proof.toString()).startsWith(said);
      assertThat(text.substring(0, start)).endsWith(proof.get("before").asText());
      assertThat(proof.get("found").asBoolean()).isTrue();
    }
  }

  @Test
  void countsTheCellsOfEachAttributeByStateAndLayout() {
    JsonNode report = Reports.json(samples);

    JsonNode college = Reports.find(report.get("attributes"), "id", "common_college");
    assertThat(college.get("cells").toString())
        .isEqualTo("{\"ambiguous\":2,\"missing\":14,\"value\":10}");
    assertThat(college.get("rows").get("ambiguous").get("all").asLong()).isEqualTo(2);
    assertThat(college.get("rows").get("ambiguous").get("rows").get(0).get("candidates").toString())
        .isEqualTo("[\"University of Pennsylvania\",\"\"]");
    assertThat(college.get("rows").get("missing").get("rows")).hasSize(6);
  }

  @Test
  void givesTheQuartilesOfTheNumbersThatAreBelievedAndNamesOutliers() {
    JsonNode report = Reports.json(samples);

    JsonNode low = Reports.find(report.get("distributions"), "attribute", "salary_low_usd");
    List<String> five = new ArrayList<>();
    for (String name :
        List.of("count", "min", "q1", "median", "q3", "max", "lowFence", "highFence")) {
      five.add(low.get(name).asText());
    }
    assertThat(five)
        .containsExactly("5", "15000", "27000", "27000", "28000", "34000", "25500", "29500");
    assertThat(low.get("low").get("rows").findValuesAsText("subject"))
        .containsExactly("Loan Services Representative");
    assertThat(low.get("high").get("rows").findValuesAsText("value")).containsExactly("34000");
    long inBins = 0;
    for (JsonNode bin : low.get("bins")) {
      inBins += bin.get("facts").get("all").asLong();
    }
    assertThat(inBins).isEqualTo(5);
  }

  // --- forms ----------------------------------------------------------------------------------

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Path.of("src/main/resources/dev/unglue/report/report.schema.json")),
            InputFormat.JSON);
  }

  @Test
  void isAsTheSchemaSays() throws IOException {
    String report = Reports.text(samples, "report.json");

    assertThat(schema().validate(report, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(Reports.text(hostile, "report.json"), InputFormat.JSON)).isEmpty();
    assertThat(
            schema()
                .validate(report.replace("\"facts\" : 206", "\"facts\" : -1"), InputFormat.JSON))
        .as("of the store and after the run")
        .hasSize(2);
  }

  @Test
  void hasTheSameBytesHoweverOftenAndByHowManyThreadsItIsMade() {
    RealRun run = samples;
    List<String> first = files(run);

    run.execute("report", "--out", "out");

    assertThat(run.code).isZero();
    assertThat(run.out).isEqualTo("out/report.html\nout/report.json\nout/report-junit.xml\n");
    assertThat(files(run)).isEqualTo(first);
    run.threads = 8;
    run.execute("run", "--input", "raw/samples", "--out", "more");
    run.execute("report", "--out", "more");
    assertThat(run.files("more").get("report.json")).isEqualTo(run.files("out").get("report.json"));
    assertThat(run.files("more").get("report.html")).isEqualTo(run.files("out").get("report.html"));
  }

  private static List<String> files(RealRun run) {
    return List.of(
        Reports.text(run, "report.html"),
        Reports.text(run, "report.json"),
        Reports.text(run, "report-junit.xml"));
  }

  @Test
  void writesOnlyTheFormsThatAreAskedFor() throws IOException {
    RealRun run = Reports.samples(folder);
    for (String name : List.of("report.html", "report.json", "report-junit.xml")) {
      Files.delete(folder.resolve("out").resolve(name));
    }

    run.execute("report", "--out", "out", "--format", "JUnit");

    assertThat(run.out).isEqualTo("out/report-junit.xml\n");
    assertThat(folder.resolve("out/report.html")).doesNotExist();
  }

  @Test
  void saysWhatIsWrong() {
    RealRun run = new RealRun(folder).execute("report", "--out", "out");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: nothing to report: expected a work store in %s, found none; run unglue run\n"
                .formatted(folder.resolve("out")));

    run.execute("report", "--format", "pdf");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("expected one of html, json, junit, found \"pdf\"");
  }

  @Test
  void saysThatTheReportCannotBeWrittenAndLeavesWhatIsPublished() throws IOException {
    RealRun run = Reports.samples(folder);
    Files.delete(folder.resolve("out/report.html"));
    Files.createDirectories(folder.resolve("out/report.html/in-the-way"));

    run.execute("report", "--out", "out");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .startsWith(
            "unglue: cannot write the report: expected a folder that may be written and has space, found \"")
        .endsWith("report.html; what is published is whole\n");
  }

  @Test
  void tellsThatAPageIsNoLongerThereAndShowsWhatTheStoreRemembers() throws IOException {
    RealRun run = Reports.samples(folder);
    Files.delete(folder.resolve("raw/samples/account-vs-collections.tsv.txt"));

    run.execute("report", "--out", "out");

    List<JsonNode> gone = new ArrayList<>();
    for (JsonNode proof : Reports.json(run).get("proofs")) {
      if (proof.get("file").asText().endsWith("account-vs-collections.tsv.txt")) {
        gone.add(proof);
        assertThat(proof.get("found").asBoolean()).isFalse();
        assertThat(proof.get("before").asText()).isEmpty();
      }
    }
    assertThat(gone).isNotEmpty();
    assertThat(gone).extracting(proof -> proof.get("text").asText()).contains("$42,586", "-");
    assertThat(Reports.text(run, "report.html"))
        .contains("; the page is no longer there, this is what the store remembers");
  }

  @Test
  void showsEachRuleAsATest() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(samples.folder.resolve("out/report-junit.xml").toFile());

    Element all = xml.getDocumentElement();
    assertThat(all.getAttribute("tests")).isEqualTo("57");
    assertThat(all.getAttribute("failures")).isEqualTo("3");
    assertThat(all.getAttribute("errors")).isEqualTo("0");
    assertThat(all.getAttribute("skipped")).isEqualTo("6");
    Set<String> failed = new HashSet<>();
    NodeList failures = xml.getElementsByTagName("failure");
    for (int i = 0; i < failures.getLength(); i++) {
      failed.add(((Element) failures.item(i).getParentNode()).getAttribute("name"));
    }
    assertThat(failed)
        .containsExactlyInAnyOrder(
            "short_row_side_ambiguous", "split_ambiguous", "cross_page_value");
    assertThat(Reports.text(samples, "report-junit.xml"))
        .contains(
            "<failure message=\"flags that stand: 1 warn\" type=\"failure\">warn: Job satisfaction of");
  }

  // --- the page -------------------------------------------------------------------------------

  @Test
  void leadsEveryLinkToAPlaceInThePageAndNamesEachPlaceOnce() {
    String page = Reports.text(samples, "report.html");

    List<String> ids = all(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all(page, " href=\"([^\"]*)\""))
        .hasSizeGreaterThan(300)
        .allSatisfy(link -> assertThat(link).startsWith("#"))
        .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
  }

  @Test
  void asksForNothingFromOutside() {
    String page = Reports.text(samples, "report.html");

    assertThat(page)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
        .doesNotContain(
            "<script", "<link", "<img", "<iframe", "url(", "@import", " src=", " style=");
  }

  @Test
  void escapesWhateverAPageSays() {
    RealRun run = hostile;
    String page = Reports.text(run, "report.html");

    assertThat(run.code).as(run.err).isIn(0, 3);
    assertThat(page)
        .contains("&lt;script&gt;document.title=&#39;pwned&#39;&lt;/script&gt;")
        .contains("&lt;img src=x onerror=&quot;document.title=&#39;pwned&#39;&quot;&gt;")
        .contains("&lt;/title&gt;&lt;/style&gt;&lt;/script&gt;")
        .contains("{{ report.run.uuid }}")
        .doesNotContain(
            "<script", "<img", "<iframe", "onload=\"", "onerror=\"", "href=\"javascript")
        .doesNotContain("\u0000", "\u001b");
    assertThat(all(page, "<(svg|title|style|a)\\b"))
        .as("as many as the template has")
        .hasSameSizeAs(all(page, "</(svg|title|style|a)>"));
    assertThat(Reports.text(run, "report-junit.xml")).doesNotContain("<script", "\u001b");
  }

  @Test
  void letsNoTemplateSwitchTheEscapingOff() throws IOException {
    String template =
        Files.readString(Path.of("src/main/resources/dev/unglue/report/report.html.peb"));

    assertThat(template).doesNotContain("| raw", "|raw", "autoescape", "verbatim", "{\"");
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
