package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not agree, with its life, through the command line. */
class FlagsCommandTest {
  private static final String PAGE =
      """
      # %s vs %s

      | | %1$s | %2$s |
      |---|---|---|
      | Yearly salary | %3$s | %4$s |
      | Job satisfaction | %5$s | %6$s |
      """;

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void load() {
    run = new RealRun(folder).ownConfig();
    run.file("p/a.md", PAGE.formatted("Teller", "Head Teller", "$27,490", "$32,292", "-", "3.67"));
    run.file(
        "p/b.md", PAGE.formatted("Head Teller", "Banker", "$32,292", "$50,000", "4.25", "3.5"));
    night("2026-01-01T00:00:00Z");
  }

  private void night(String at) {
    run.now = Instant.parse(at);
    run.execute("run", "--input", "p", "--config", "config");
    assertThat(run.code).as(run.err).isZero();
  }

  private void silence() throws IOException {
    Path rules = folder.resolve("config/rules.yaml");
    String text = Files.readString(rules);
    String none = "\nrules: {}\n";
    assertThat(text).contains(none);
    String except = "except: [{subject: Head Teller, silence: true}]";
    Files.writeString(
        rules, text.replace(none, "\nrules:\n  cross_page_value:\n    " + except + "\n"));
  }

  private String flags(String... more) {
    String[] args = {"flags", "--rule", "cross_page_value", "--format", "csv"};
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    run.execute(all);
    assertThat(run.code).as(run.err).isZero();
    return run.out.substring(run.out.indexOf('\n') + 1);
  }

  @Test
  void showsBothValuesInTheTextAroundThem() {
    run.execute("flags", "--subject", "Head Teller", "--rule", "cross_page_value");

    assertThat(run.code).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out)
        .isEqualTo(
            """
            warn   cross_page_value  new, since 2026-01-01T00:00:00Z
              Job satisfaction of "Head Teller" differs between pages "p/a.md" and
              "p/b.md": expected 3.67, found "4.25", at p/b.md[125..129] and
              p/a.md[129..133]
              here   32,292 | $50,000 | | Job satisfaction | >>4.25<< | 3.5 |
              there  90 | $32,292 | | Job satisfaction | - | >>3.67<< |
            """);
  }

  @Test
  void followsAFlagFromNewToOpenToFixed() {
    String proof =
        ",p/b.md,Head Teller,job_satisfaction,,3.67,4.25,\"32,292 | $50,000 | | Job satisfaction |"
            + " >>4.25<< | 3.5 |\",\"90 | $32,292 | | Job satisfaction | - | >>3.67<< |\",\"Job"
            + " satisfaction of \"\"Head Teller\"\" differs between pages \"\"p/a.md\"\" and"
            + " \"\"p/b.md\"\": expected 3.67, found \"\"4.25\"\", at p/b.md[125..129] and"
            + " p/a.md[129..133]\"\n";
    assertThat(flags("--state", "new"))
        .isEqualTo("cross_page_value,warn,new,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z" + proof);

    run.file("p/c.md", PAGE.formatted("Cook", "Baker", "$27,000", "$32,000", "3.1", "3.2"));
    night("2026-01-02T00:00:00Z");
    assertThat(flags("--state", "new")).isEmpty();
    assertThat(flags())
        .isEqualTo("cross_page_value,warn,open,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z" + proof);

    run.file(
        "p/b.md", PAGE.formatted("Head Teller", "Banker", "$32,292", "$50,000", "3.67", "3.5"));
    night("2026-01-03T00:00:00Z");
    assertThat(flags()).isEmpty();
    assertThat(flags("--state", "fixed"))
        .startsWith("cross_page_value,warn,fixed,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,p/b.md");

    run.file(
        "p/b.md", PAGE.formatted("Head Teller", "Banker", "$32,292", "$50,000", "4.25", "3.5"));
    night("2026-01-04T00:00:00Z");
    // What held last is what is expected now, so the two have changed places: another flag.
    assertThat(flags())
        .startsWith(
            "cross_page_value,warn,new,2026-01-04T00:00:00Z,2026-01-04T00:00:00Z,p/a.md,Head"
                + " Teller,job_satisfaction,,4.25,3.67,");
  }

  @Test
  void keepsAndCountsWhatTheConfigurationSilences() throws IOException {
    assertThat(run.out).contains("\nflags         1: warn 1\n");

    silence();
    night("2026-01-02T00:00:00Z");

    assertThat(run.out).contains("\nflags         1: silenced 1\n");
    assertThat(flags("--state", "silenced"))
        .startsWith("cross_page_value,warn,silenced,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,");
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM v_flag"))
        .containsExactly("0");
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT failed FROM rule_result WHERE rule_id = 'cross_page_value' AND run_id = 2"))
        .containsExactly("1");
  }

  @Test
  void saysWrongQuestions() {
    run.execute("flags", "--state", "nwe");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo("unglue: --state: expected one of new, open, fixed, silenced, found \"nwe\"\n");

    run.execute("flags", "--rule", "cross_page_valu");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: --rule: expected a rule of src/docs/RULES.md that was evaluated, found"
                + " \"cross_page_valu\"; did you mean cross_page_value?\n");

    run.execute("flags", "--out", "nope");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: nothing is stored: expected a work store in "
                + folder.resolve("nope")
                + ", found none; run unglue run\n");
  }
}
