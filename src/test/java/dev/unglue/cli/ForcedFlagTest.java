package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who publishes a run by force has accepted its fatal flags, and is not asked again for them. */
class ForcedFlagTest {
  private static final String GOOD = "Wells Fargo";
  private static final String BAD = "L?Or?al";

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void configure() {
    run = new RealRun(folder).ownConfig();
    run.file("config/rules.yaml", "rules:\n  charset_doubtful: {severity: fatal}\n");
    run.file(
        "config/sources/pages.yaml", "name: pages\nenabled: true\nfiles: [pages]\ncontact: \"\"\n");
  }

  private void aGoodNightAndABadOne() {
    night(1, "a", GOOD, 0);
    night(2, "b", BAD, 4);
  }

  /** A night in which one page shows that company. */
  private void night(int number, String page, String company, int code) {
    run.file(
        "pages/" + page + ".txt",
        "Teller %s vs head teller %1$s\n\n| | Teller %1$s | Head Teller %1$s |\n|---|---|---|\n| Best paying company | %s | Citi |\n"
            .formatted(page, company));
    run.now = run.now.plus(Duration.ofDays(1));
    run.execute("run");
    assertThat(run.code).as("night %d: %s%s", number, run.out, run.err).isEqualTo(code);
  }

  private void force(int number) {
    run.execute("publish", "--force", String.valueOf(number));
    assertThat(run.code).as(run.err).isZero();
  }

  @Test
  void closesTheGateInTheFirstNightToo() {
    night(1, "a", BAD, 4);

    assertThat(run.out)
        .contains("database      nothing is published yet\n")
        .contains("The gate is closed, nothing was published:\n")
        .contains("unglue publish --force 1 publishes it all the same.")
        .doesNotContain("CSVs", "unglue.db");
  }

  @Test
  void closesTheGateOnceAndIsShownAfterwards() {
    aGoodNightAndABadOne();
    assertThat(run.out)
        .contains(
            "The gate is closed, nothing was published; the last publish stays:\n"
                + "  expected no fatal flag, found 1; see v_flag\n")
        .contains("unglue publish --force 2 publishes it all the same.");
    force(2);

    night(3, "c", GOOD, 1);

    assertThat(run.out).startsWith("run           3, published\n");
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT page, severity, state FROM v_flag WHERE severity = 'fatal'"))
        .containsExactly("pages/b.txt|fatal|open");
  }

  @Test
  void closesTheGateForAnotherOne() {
    aGoodNightAndABadOne();
    force(2);

    night(3, "c", BAD, 4);

    assertThat(run.out).contains("  expected no fatal flag, found 1; see v_flag\n");
  }

  @Test
  void closesTheGateAgainOnceItWasFixed() {
    aGoodNightAndABadOne();
    force(2);
    night(3, "b", GOOD, 0);

    night(4, "b", BAD, 4);
  }

  @Test
  void closesTheGateEveryNightUntilSomebodyAcceptsIt() {
    aGoodNightAndABadOne();
    night(3, "c", GOOD, 4);
  }
}
