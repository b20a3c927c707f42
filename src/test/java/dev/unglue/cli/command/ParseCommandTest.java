package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.CommandRun;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
  private static final Subject BAKER = Subject.named("Baker");
  private static final Subject COOK = Subject.named("Cook/Dietary Aide");

  private static final String LONG = "v".repeat(200);

  @TempDir Path folder;

  private static Observation observation(
      @Nullable Subject subject,
      String attribute,
      State state,
      @Nullable String value,
      String raw) {
    boolean number = value != null && value.matches("[0-9.]+");
    return new Observation(
        subject,
        attribute,
        "",
        0,
        subject == null ? Section.PAGE : Section.OVERVIEW,
        state,
        number ? new BigDecimal(value) : null,
        number ? null : value,
        raw,
        new Span(10, 10 + raw.length()),
        state == State.AMBIGUOUS ? "none" : "unique",
        state == State.AMBIGUOUS ? 0.5 : 0.9999999,
        state == State.AMBIGUOUS
            ? List.of(
                new Candidate("4", 0.5, List.of("4", "12")),
                new Candidate("", 0.4999999, List.of("", "412")))
            : List.of(),
        subject == null ? null : Layout.GLUED);
  }

  private static Slice slice(String text, int start) {
    return new Slice(text, new Span(start, start + text.length()));
  }

  private static PageResult result(Observation... more) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("shape", 0.25);
    evidence.put("prose", 0.0);
    evidence.put("list", -1.0);
    Grid grid =
        new Grid(
            Layout.GLUED,
            Section.OVERVIEW,
            List.of(slice("Baker", 0), slice("Cook/Dietary Aide", 5)),
            false,
            "title",
            List.of(
                new GridRow(
                    slice("Years of experience", 30),
                    List.of("experience_years"),
                    RowState.AMBIGUOUS,
                    true,
                    slice("412", 49),
                    List.of(slice("412", 49)),
                    "none",
                    List.of(
                        new Reading(List.of(slice("4", 49), slice("12", 50)), 0.51234, evidence),
                        new Reading(List.of(slice("41", 49), slice("2", 51)), 0.48766, Map.of())),
                    Map.of())));
    Observation skill =
        new Observation(
            COOK,
            "skill_pct",
            "Food\u001b Prep",
            2,
            Section.SKILLS,
            State.VALUE,
            new BigDecimal("1E+1"),
            null,
            "=Food Prep, 10%",
            new Span(70, 85),
            "list",
            1.0,
            List.of(),
            null);
    ParsedPage page =
        new ParsedPage(
            new CaptureRef(
                "input", "raw/a \"b\".txt", null, null, "00", "text/plain", "raw/a", 0, null),
            PageKind.COMPARISON,
            "glued",
            List.of(BAKER, COOK),
            List.of(),
            Stream.concat(
                    Stream.of(
                        observation(BAKER, "yearly_salary_usd", State.VALUE, "34920", "$34,920"),
                        observation(COOK, "job_satisfaction", State.MISSING, null, "-"),
                        observation(BAKER, "experience_years", State.AMBIGUOUS, null, "412"),
                        skill,
                        observation(null, "category", State.VALUE, "Café, Food", "Café, Food")),
                    Stream.of(more))
                .toList(),
            List.of(),
            List.of(grid),
            List.of(new Quarantined("raw/a", "split_impossible", "no reading fits", "x", null)),
            List.of("broken bytes"),
            "");
    return new PageResult(
        page,
        List.of(
            flag("split_ambiguous", Severity.ERROR, "cook-dietary-aide", "experience_years"),
            flag("header_shifted", Severity.INFO, "", "")),
        new Cost(1200, List.of(8L, 2400L, 31L, 5L, 0L, 12L)));
  }

  private static Flag flag(String rule, Severity severity, String subject, String attribute) {
    return new Flag(
        rule,
        severity,
        "raw/a",
        subject,
        attribute,
        "",
        "one",
        "two",
        "two readings",
        List.of(),
        false);
  }

  private CommandRun parse(String... options) {
    CommandRun run = new CommandRun(folder);
    run.parse = call -> call.sink().accept(result());
    List<String> args = new ArrayList<>(List.of("parse", "a.txt"));
    args.addAll(List.of(options));
    return run.execute(args.toArray(String[]::new));
  }

  @Test
  void printsOneJsonObjectAPageEachOnOneLine() {
    CommandRun run = parse("--format", "json");

    assertThat(run.code).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            {"page":"raw/a \\"b\\".txt","layout":"glued","kind":"comparison",\
            "subjects":["Baker","Cook/Dietary Aide"],"observations":[\
            {"subject":"Baker","attribute":"yearly_salary_usd","member":null,"ordinal":null,\
            "section":"overview","state":"value","value":34920,"unit":"USD/year","raw":"$34,920",\
            "start":10,"end":17,"method":"unique","confidence":1,"candidates":[]},\
            {"subject":"Cook/Dietary Aide","attribute":"job_satisfaction","member":null,\
            "ordinal":null,"section":"overview","state":"missing","value":null,\
            "unit":"points of 5","raw":"-","start":10,"end":11,"method":"unique","confidence":1,\
            "candidates":[]},\
            {"subject":"Baker","attribute":"experience_years","member":null,"ordinal":null,\
            "section":"overview","state":"ambiguous","value":null,"unit":"years","raw":"412",\
            "start":10,"end":13,"method":"none","confidence":0.5,"candidates":[\
            {"text":"4","probability":0.5,"reading":["4","12"]},\
            {"text":"","probability":0.5,"reading":["","412"]}]},\
            {"subject":"Cook/Dietary Aide","attribute":"skill_pct",\
            "member":"Food\\u001B Prep","ordinal":2,"section":"skills","state":"value","value":10,\
            "unit":"percent","raw":"=Food Prep, 10%","start":70,"end":85,"method":"list",\
            "confidence":1,"candidates":[]},\
            {"subject":null,"attribute":"category","member":null,"ordinal":null,"section":"page",\
            "state":"value","value":"Café, Food","unit":null,"raw":"Café, Food","start":10,\
            "end":20,"method":"unique","confidence":1,"candidates":[]}],\
            "tables":[{"layout":"glued","section":"overview",\
            "header":["Baker","Cook/Dietary Aide"],"rows":[{"label":"Years of experience",\
            "state":"ambiguous","cells":[{"text":"412","start":49,"end":52}]}]}],\
            "flags":[{"rule":"split_ambiguous","severity":"error","subject":"Cook/Dietary Aide",\
            "attribute":"experience_years","message":"two readings"},\
            {"rule":"header_shifted","severity":"info","subject":null,"attribute":null,\
            "message":"two readings"}],\
            "notes":["broken bytes"]}
            """);
  }

  @Test
  void printsObservationsAsCsv() {
    assertThat(parse("--format", "csv").out())
        .isEqualTo(
            """
            page,layout,section,subject,kind,attribute,member,ordinal,state,value_num,value_text,\
            unit,raw_text,raw_start,raw_end,method,confidence,candidates
            "raw/a ""b"".txt",glued,overview,Baker,occupation,yearly_salary_usd,,,value,34920,,\
            USD/year,"$34,920",10,17,unique,0.9999999,
            "raw/a ""b"".txt",glued,overview,Cook/Dietary Aide,occupation,job_satisfaction,,,\
            missing,,,points of 5,,10,11,unique,0.9999999,
            "raw/a ""b"".txt",glued,overview,Baker,occupation,experience_years,,,ambiguous,,,years,\
            412,10,13,none,0.5,"[{""text"":""4"",""probability"":0.5,""reading"":[""4"",""12""]},\
            {""text"":""\"",""probability"":0.4999999,""reading"":[""\"",""412""]}]"
            "raw/a ""b"".txt",glued,skills,Cook/Dietary Aide,occupation,skill_pct,Food\u001b Prep,2,\
            value,10,,percent,"'=Food Prep, 10%",70,85,list,1,
            "raw/a ""b"".txt",glued,page,,,category,,,value,,"Café, Food",,"Café, Food",10,20,\
            unique,0.9999999,
            """);
  }

  @Test
  void printsAnAlignedTable() {
    assertThat(parse().out())
        .isEqualTo(
            """
            page      raw/a "b".txt
            kind      comparison, layout glued
            subjects  Baker | Cook/Dietary Aide

            subject            attribute          member        state      value       unit         \
            method  conf  raw
            Baker              yearly_salary_usd                value      34920       USD/year     \
            unique  1.00  $34,920
            Cook/Dietary Aide  job_satisfaction                 missing                points of 5  \
            unique  1.00  -
            Baker              experience_years                 ambiguous              years        \
            none    0.50  412
            Cook/Dietary Aide  skill_pct          #2 Food Prep  value      10          percent      \
            list    1.00  =Food Prep, 10%
                               category                         value      Café, Food               \
            unique  1.00  Café, Food

            notes
              broken bytes

            not read
              split_impossible  no reading fits

            flags
              error  split_ambiguous  two readings
              info   header_shifted  two readings
            """);
  }

  @Test
  void cutsValuesOnlyOnATerminalAndUnlessItIsToBeWide() {
    assertThat(longValue(false, "parse", "a")).contains(LONG + "  ");
    assertThat(longValue(true, "parse", "--wide", "a")).contains(LONG + "  ");
    assertThat(longValue(true, "parse", "a"))
        .doesNotContain(LONG)
        .contains("v…")
        .satisfies(out -> assertThat(out.lines().filter(line -> line.length() > 120)).isEmpty());

    CommandRun csv = new CommandRun(folder).execute("parse", "--wide", "--format", "csv", "a");
    assertThat(csv.err()).isEqualTo("unglue: --wide: expected --format table, found csv\n");
  }

  private String longValue(boolean terminal, String... args) {
    CommandRun run = new CommandRun(folder);
    run.terminal = terminal;
    run.parse =
        call -> call.sink().accept(result(observation(COOK, "category", State.VALUE, LONG, LONG)));
    return run.execute(args).out();
  }

  @Test
  void explainsRowsThatHadRunTogether() {
    assertThat(parse("--explain").out())
        .contains(
            """

            Years of experience  "412"  ambiguous by none
              0.5123  4 | 12  (shape +0.25, list -1.00)
              0.4877  41 | 2
            """);
  }

  @Test
  void explainsOnlyATable() {
    CommandRun run = new CommandRun(folder).execute("parse", "--explain", "--format", "csv", "a");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err()).isEqualTo("unglue: --explain: expected --format table, found csv\n");
  }

  @Test
  void printsWhatEachPageCost() {
    CommandRun run = new CommandRun(folder);
    run.parse =
        call -> {
          call.sink().accept(result());
          call.sink().accept(result());
        };
    run.execute("parse", "--cost", "a.txt");

    String line =
        "      1200           8        2400          31           5           0          12"
            + "        3656         3.0  raw/a \"b\".txt\n";
    assertThat(run.code).isZero();
    assertThat(run.out())
        .isEqualTo(
            "characters      placed       forms       cells    readings        open       rules"
                + "       steps    per char  page\n"
                + line
                + line);
  }

  @Test
  void printsWhatEachPageCostAsJson() {
    assertThat(parse("--cost", "--format", "json").out())
        .isEqualTo(
            """
            {"page":"raw/a \\"b\\".txt","characters":1200,"placed":8,"forms":2400,"cells":31,\
            "readings":5,"open":0,"rules":12,"steps":3656,"steps_per_character":3.0}
            """);
  }

  @Test
  void printsTheCostInNoOtherFormAndAlone() {
    CommandRun csv = new CommandRun(folder).execute("parse", "--cost", "--format", "csv", "a");
    CommandRun both = new CommandRun(folder).execute("parse", "--cost", "--explain", "a");

    assertThat(csv.code).isEqualTo(2);
    assertThat(csv.err()).isEqualTo("unglue: --cost: expected --format table or json, found csv\n");
    assertThat(both.code).isEqualTo(2);
    assertThat(both.err()).isEqualTo("unglue: expected --cost or --explain, found both\n");
  }

  @Test
  void namesEachInputThatFailed() {
    CommandRun run = new CommandRun(folder);
    run.parse =
        call -> {
          call.inputs()
              .forEach(
                  input ->
                      call.failures()
                          .accept(new Quarantined(input, "not_found", "no such\nfile", "", null)));
          call.sink().accept(result());
        };
    run.execute("parse", "--fail-on", "error", "x.txt", "-");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.out()).startsWith("page      raw/a \"b\".txt\n");
    assertThat(run.err()).isEqualTo("unglue: x.txt: no such file\nunglue: -: no such file\n");
  }

  @Test
  void failsOnFlagsFromTheGivenSeverity() {
    assertThat(parse("--fail-on", "fatal").code).isZero();
    assertThat(parse("--fail-on", "error").code).isEqualTo(1);
  }

  @Test
  void printsTheHeaderOfTheCsvEvenWithoutAPage() {
    CommandRun run = new CommandRun(folder);
    run.parse = call -> {};
    assertThat(run.execute("parse", "--format", "csv", "a").out()).startsWith("page,layout,");
  }

  @Test
  void saysThatItCannotFetch() {
    CommandRun run = new CommandRun(folder).execute("parse", "https://example.org/a-vs-b");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "unglue: expected a file, a folder, a glob or - for standard input, found the address"
                + " \"https://example.org/a-vs-b\"; unglue fetch brings the pages"
                + " of a source, or save the page and give its path\n");
  }
}
