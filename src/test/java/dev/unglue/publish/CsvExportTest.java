package dev.unglue.publish;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TELLER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static dev.unglue.store.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Subject;
import dev.unglue.store.KeptNights;
import dev.unglue.store.Load;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.StoreException;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
  @TempDir Path out;

  private Path export(Path folder, ParsedPage... pages) {
    try (WorkStore store = WorkStore.open(folder)) {
      Samples.load(store, MONDAY, pages);
      CsvExport.export(Publisher.publish(store, folder), folder.resolve("csv"));
      return folder.resolve("csv");
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void writesAllFilesAndNothingElse() throws IOException {
    Path csv = export(out, tellers(ref("a", MONDAY, "a"), "3.67"));
    assertThat(contents(csv))
        .containsOnlyKeys(
            "changes.csv",
            "comparisons.csv",
            "contract.odcs.yaml",
            "datapackage.json",
            "facts.csv",
            "flags.csv",
            "observations.csv",
            "occupations.csv",
            "responsibilities.csv",
            "runs.csv",
            "skills.csv");
    assertThat(csv.resolve("occupations.csv"))
        .hasContent(
            """
            subject,slug,kind,yearly_salary_usd,job_satisfaction,best_paying_company,gender_pct,skill_pct,responsibility
            Head Teller,head-teller,occupation,43251,,,,,
            Teller,teller,occupation,34920,3.67,Citi,Female 64.9; Male 35.1,Cash Handling 12,Counts cash; Balances the drawer
            """);
    assertThat(csv.resolve("skills.csv"))
        .hasContent(
            """
            slug,subject,attribute,ordinal,skill,share_pct,description,valid_from
            teller,Teller,skill_pct,1,Cash Handling,12,,2026-01-05T02:30:00Z
            """);
    assertThat(Files.readAllLines(csv.resolve("changes.csv")).get(0))
        .isEqualTo(
            "run_uuid,started_at,slug,subject,attribute,member,ordinal,change,old_num,old_text,"
                + "new_num,new_text,unit,page,sentence");
    assertThat(Files.readAllLines(csv.resolve("changes.csv")))
        .hasSize(10)
        .anyMatch(
            line ->
                line.endsWith(
                    ",2026-01-05T02:30:00Z,teller,Teller,job_satisfaction,,0,new,,,3.67,,"
                        + "points of 5,a,Teller: Title of job_satisfaction is 3.67 points of 5"));
    assertThat(csv.resolve("responsibilities.csv"))
        .hasContent(
            """
            slug,subject,ordinal,responsibility,valid_from
            teller,Teller,1,Counts cash,2026-01-05T02:30:00Z
            teller,Teller,2,Balances the drawer,2026-01-05T02:30:00Z
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void comparisonsAreThoseOfTheView(long seed) throws IOException {
    new KeptNights(seed, out).nights(8, (store, load) -> {});
    Path csv = export(out, tellers(ref("a", MONDAY, "a"), "3.67"));

    List<String> view =
        rows(
            out.resolve("unglue.db"),
            "SELECT * FROM v_comparison ORDER BY page, \"left\", \"right\"");
    assertThat(Files.readAllLines(csv.resolve("comparisons.csv")).stream().skip(1))
        .hasSizeGreaterThan(3)
        .containsExactlyElementsOf(view.stream().map(row -> row.replace('|', ',')).toList());
  }

  @Test
  void anEmptyStoreGivesHeadersOnly() throws IOException {
    Path csv = export(out);
    assertThat(Files.readAllLines(csv.resolve("facts.csv"))).hasSize(1);
    assertThat(Files.readAllLines(csv.resolve("runs.csv"))).hasSize(2);
  }

  @Test
  void aMissingMarkIsAnEmptyCell() throws IOException {
    Path csv = export(out, tellers(ref("a", MONDAY, "a"), "3.67"));
    assertThat(Files.readAllLines(csv.resolve("observations.csv")))
        .contains(
            "a,samples,%s,2026-01-05T02:30:00Z,glued,overview,head-teller,Head Teller,job_satisfaction,,0,missing,,,points of 5,,40,41,unique,0.98,"
                .formatted(ref("a", MONDAY, "a").rawSha256()));
  }

  @Test
  void textsThatASpreadsheetWouldRunAreMadeHarmless() throws IOException {
    List<String> texts =
        List.of(
            "=1+1",
            "+49 30",
            "-3%",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "＝1",
            "-",
            "a=b",
            "Smith, \"Jo\"",
            "two\nlines",
            "a;=1+1",
            "a\t@x; +2;-3;b",
            "a;\"=1\"",
            "two\n=lines",
            "'=1",
            "a;'-1",
            "a; b");
    List<Observation> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      cells.add(text(TELLER, "responsibility", "", i + 1, texts.get(i), i * 20));
    }
    Path csv = export(out, Samples.page(ref("=page()", MONDAY, "a"), List.of(TELLER), cells));
    String rows = Files.readString(csv.resolve("responsibilities.csv"));
    assertThat(rows)
        .isEqualTo(
            """
            slug,subject,ordinal,responsibility,valid_from
            teller,Teller,1,'=1+1,2026-01-05T02:30:00Z
            teller,Teller,2,'+49 30,2026-01-05T02:30:00Z
            teller,Teller,3,'-3%,2026-01-05T02:30:00Z
            teller,Teller,4,'@SUM(A1),2026-01-05T02:30:00Z
            teller,Teller,5,'\tx,2026-01-05T02:30:00Z
            teller,Teller,6,"'\rx",2026-01-05T02:30:00Z
            teller,Teller,7,'＝1,2026-01-05T02:30:00Z
            teller,Teller,8,,2026-01-05T02:30:00Z
            teller,Teller,9,a=b,2026-01-05T02:30:00Z
            teller,Teller,10,"Smith, ""Jo""\",2026-01-05T02:30:00Z
            teller,Teller,11,"two
            lines",2026-01-05T02:30:00Z
            teller,Teller,12,a;'=1+1,2026-01-05T02:30:00Z
            teller,Teller,13,a\t'@x;' +2;'-3;b,2026-01-05T02:30:00Z
            teller,Teller,14,"a;'""=1""\",2026-01-05T02:30:00Z
            teller,Teller,15,"two
            '=lines",2026-01-05T02:30:00Z
            teller,Teller,16,''=1,2026-01-05T02:30:00Z
            teller,Teller,17,a;''-1,2026-01-05T02:30:00Z
            teller,Teller,18,a; b,2026-01-05T02:30:00Z
            """);
    assertThat(Files.readString(csv.resolve("observations.csv"))).contains("\n'=page(),samples,");
  }

  @Test
  void givesBackTheTextsThatWereMadeHarmless() throws IOException {
    Random random = new Random(17);
    String signs = "=-@;;\t\n'\" ax＝,";
    List<Observation> cells = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("a".repeat(random.nextInt(2)));
      random.ints(6, 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));
      cells.add(text(TELLER, "responsibility", "", i, text + "x", i * 20));
    }
    Path csv = export(out, Samples.page(ref("a", MONDAY, "a"), List.of(TELLER), cells));

    assertThat(
            ObservationCsvReader.read(
                csv.resolve("observations.csv"), Set.of("responsibility"), MONDAY))
        .flatExtracting(page -> page.observations().stream().map(Observation::valueText).toList())
        .containsExactlyElementsOf(cells.stream().map(Observation::valueText).toList());
    for (String separator : List.of(";", "\t")) {
      assertThat(Files.readString(csv.resolve("observations.csv")).split("[\n" + separator + "]"))
          .noneMatch(cell -> cell.matches("[ \"]*[=@＝].*|[ \"]*-[^0-9,].*"));
    }
  }

  @Test
  void negativeNumbersStayNumbers() throws IOException {
    Path csv =
        export(
            out,
            Samples.page(
                ref("a", MONDAY, "a"),
                List.of(TELLER),
                List.of(Samples.number(TELLER, "skill_pct", "-0.00001", 1))));
    assertThat(csv.resolve("skills.csv"))
        .content()
        .contains("teller,Teller,skill_pct,0,,-0.00001,,");
  }

  @Test
  void keepsTextOfAnyScript() throws IOException {
    Subject subject = Subject.named("Kassierer für 出納係 💶");
    Path csv =
        export(
            out,
            Samples.page(
                ref("a", MONDAY, "a"),
                List.of(subject),
                List.of(text(subject, "best_paying_company", "", 0, "Société 💶", 3))));
    assertThat(csv.resolve("observations.csv"))
        .content()
        .contains(
            "Kassierer für 出納係 💶,best_paying_company,,0,value,,Société 💶,,Société 💶,3,12,");
  }

  @Test
  void aSecondRunChangesNoByteButOfTheRuns() throws IOException {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    Map<String, String> before = contents(export(out, page));
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, TUESDAY, page);
      CsvExport.export(Publisher.publish(store, out), out.resolve("csv"));
    }
    Map<String, String> after = contents(out.resolve("csv"));
    assertThat(after.get("runs.csv")).startsWith(before.get("runs.csv"));
    for (Map<String, String> contents : List.of(before, after)) {
      contents.remove("runs.csv");
      contents.remove("datapackage.json"); // holds the hash of runs.csv
    }
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theOrderOfLoadingDoesNotShow() throws IOException {
    ParsedPage first = tellers(ref("a", MONDAY, "a"), "3.67");
    ParsedPage second = tellers(ref("b", TUESDAY, "b"), "4.1");
    assertThat(contents(export(out.resolve("one"), first, second)))
        .isEqualTo(contents(export(out.resolve("two"), second, first)));
  }

  @Test
  void supersededPagesDoNotShow() throws IOException {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    Map<String, String> before = contents(export(out, page));
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(Samples.start(TUESDAY), Samples.catalogue());
      load.add(page, PARSER + "b", List.of());
      load.finish("published", TUESDAY);
      CsvExport.export(Publisher.publish(store, out), out.resolve("csv"));
    }
    assertThat(contents(out.resolve("csv")).get("observations.csv"))
        .isEqualTo(before.get("observations.csv"));
  }

  @Test
  void theDescriptorTellsTypesUnitsKeysAndHashes() throws IOException {
    Path csv = export(out, tellers(ref("a", MONDAY, "a"), "3.67"));
    JsonNode descriptor = new ObjectMapper().readTree(csv.resolve("datapackage.json").toFile());
    assertThat(descriptor.at("/$schema").asText())
        .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
    for (JsonNode resource : descriptor.get("resources")) {
      Path file = csv.resolve(resource.get("path").asText());
      assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(file));
      assertThat(resource.get("hash").asText())
          .isEqualTo("sha256:" + Sha256.hex(Files.readAllBytes(file)));
      List<String> names = new ArrayList<>();
      resource.at("/schema/fields").forEach(field -> names.add(field.get("name").asText()));
      assertThat(Files.readAllLines(file).get(0)).isEqualTo(String.join(",", names));
    }
    JsonNode salary = descriptor.at("/resources/0/schema/fields/3");
    assertThat(salary.toString())
        .isEqualTo(
            "{\"name\":\"yearly_salary_usd\",\"type\":\"number\",\"title\":\"Title of"
                + " yearly_salary_usd\",\"description\":\"Empty: not"
                + " known\",\"unit\":\"USD/year\",\"constraints\":{\"minimum\":10000,\"maximum\":1000000}}");
    assertThat(descriptor.at("/resources/0/schema/fields/6/type").asText()).isEqualTo("string");
    assertThat(descriptor.at("/resources/0/schema/primaryKey").toString()).isEqualTo("[\"slug\"]");
    assertThat(descriptor.at("/resources/2/schema/foreignKeys").toString())
        .isEqualTo(
            "[{\"fields\":[\"slug\"],\"reference\":{\"resource\":\"occupations\",\"fields\":[\"slug\"]}}]");
  }

  @Test
  void aFailedExportLeavesTheOldFiles() throws IOException {
    Path csv = export(out, tellers(ref("a", MONDAY, "a"), "3.67"));
    Map<String, String> before = contents(csv);
    Files.createDirectories(csv.resolve("runs.csv.new/occupied"));
    assertThatThrownBy(() -> CsvExport.export(out.resolve("unglue.db"), csv))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "cannot write the CSVs: expected a folder that may be written and has space, found ");
    for (Map.Entry<String, String> file : before.entrySet()) {
      assertThat(csv.resolve(file.getKey())).content().isEqualTo(file.getValue());
    }
  }

  @Test
  void saysWhatToDoWhereNothingIsPublished() {
    Path absent = out.resolve("unglue.db");
    assertThatThrownBy(() -> CsvExport.export(absent, out.resolve("csv")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "nothing to export: expected a published database, found none at "
                + absent
                + "; run unglue first");
  }
}
