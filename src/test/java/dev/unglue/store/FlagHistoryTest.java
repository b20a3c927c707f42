package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.flag;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.refused;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagHistoryTest {
  @TempDir Path out;

  private void run(Instant time, Consumer<Load> steps) {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(time), catalogue());
      steps.accept(load);
      load.finish("loaded", time);
    }
  }

  private List<String> flags() {
    return rows(
        out.resolve("work/store.db"),
        "SELECT rule_id, actual, state, run_id FROM flag ORDER BY rule_id, actual");
  }

  private static ParsedPage page(String name, Instant at, String content) {
    return tellers(ref(name, at, content), "3.67");
  }

  @Test
  void newThenOpenThenFixedThenNewAgain() {
    Flag across = flag("cross_page_value", "a", "teller", "4.1");
    run(
        MONDAY,
        load -> {
          load.add(page("a", MONDAY, "a"), PARSER, List.of(flag("age_range", "a", "teller", "7")));
          load.addCrossPageFlag(across);
          load.addCrossPageFlag(across);
        });
    assertThat(flags()).containsExactly("age_range|7|new|1", "cross_page_value|4.1|new|1");
    run(MONDAY, load -> {});
    assertThat(flags()).containsExactly("age_range|7|new|1", "cross_page_value|4.1|new|1");
    run(
        TUESDAY,
        load -> {
          load.add(page("b", TUESDAY, "b"), PARSER, List.of());
          load.addCrossPageFlag(across);
        });
    assertThat(flags()).containsExactly("age_range|7|open|1", "cross_page_value|4.1|open|1");
    run(TUESDAY, load -> load.add(page("a", TUESDAY, "a2"), PARSER, List.of()));
    assertThat(flags()).containsExactly("age_range|7|fixed|1", "cross_page_value|4.1|fixed|1");
    run(TUESDAY, load -> load.addCrossPageFlag(across));
    assertThat(flags()).containsExactly("age_range|7|fixed|1", "cross_page_value|4.1|new|5");
  }

  @Test
  void theLatestCaptureOfAPageDecidesWhateverCameFirst() {
    Flag old = flag("age_range", "a", "teller", "7");
    Flag both = flag("pct_range", "a", "teller", "109");
    List<ParsedPage> pages = List.of(page("a", MONDAY, "1"), page("a", TUESDAY, "2"));
    run(
        TUESDAY,
        load -> {
          load.add(pages.get(1), PARSER, List.of(both));
          load.add(pages.get(0), PARSER, List.of(old, both));
        });
    assertThat(flags()).containsExactly("pct_range|109|new|1");
  }

  @Test
  void twoLayoutsOfOnePageAndTimeBothCount() {
    run(
        MONDAY,
        load -> {
          load.add(page("a", MONDAY, "1"), PARSER, List.of(flag("r", "a", "teller", "1")));
          load.add(page("a", MONDAY, "2"), PARSER, List.of(flag("r", "a", "teller", "2")));
        });
    assertThat(flags()).containsExactly("r|1|new|1", "r|2|new|1");
  }

  @Test
  void aFlagKeepsBothValuesAndBothPlaces() {
    run(
        MONDAY,
        load -> {
          load.add(page("a", MONDAY, "a"), PARSER, List.of());
          load.addCrossPageFlag(flag("cross_page_value", "a", "teller", "4.1"));
          load.addRuleResult(
              "cross_page_value", "One value on all pages", Severity.WARN, 9, 1, "failed");
          assertThat(load.counts().standingFlagsBySeverity()).isEqualTo(Map.of("error", 1L));
        });
    Path file = out.resolve("work/store.db");
    assertThat(
            rows(
                file,
                "SELECT expected, actual, page, raw_start, raw_end, other_page, other_start,"
                    + " other_end FROM flag"))
        .containsExactly("3.67|4.1|a|30|34|other|5|9");
    assertThat(rows(file, "SELECT * FROM v_flag"))
        .containsExactly(
            "cross_page_value|error|new|a|Teller|job_satisfaction||3.67|4.1|"
                + "job satisfaction: expected 3.67, found \"4.1\"");
    assertThat(rows(file, "SELECT * FROM rule_result"))
        .containsExactly("1|cross_page_value|9|1|failed");
    assertThat(rows(file, "SELECT * FROM rule"))
        .containsExactly("cross_page_value|One value on all pages|warn");
  }

  @Test
  void aFlagAboutTheRunNeedsNoPage() {
    run(
        MONDAY,
        load ->
            load.addCrossPageFlag(
                new Flag(
                    "coverage_drop",
                    Severity.FATAL,
                    "",
                    "",
                    "",
                    "",
                    "90",
                    "12",
                    "fell",
                    List.of(),
                    false)));
    assertThat(flags()).containsExactly("coverage_drop|12|new|1");
  }

  @Test
  void aRefusedInputIsStoredOnceAndFixedWhenItIsRead() {
    run(MONDAY, load -> load.add(refused("a")));
    run(
        MONDAY,
        load -> {
          load.add(refused("a"));
          assertThat(load.changed()).isFalse();
          assertThat(load.counts().quarantined()).isEqualTo(1);
        });
    run(
        TUESDAY,
        load -> {
          load.add(page("a", TUESDAY, "a"), PARSER, List.of());
          assertThat(load.counts().quarantined()).isZero();
        });
    assertThat(
            rows(
                out.resolve("work/store.db"), "SELECT page, reason, state, run_id FROM quarantine"))
        .containsExactly("a|empty|fixed|1");
  }
}
