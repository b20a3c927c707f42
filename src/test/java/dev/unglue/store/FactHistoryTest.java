package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.TELLER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.num;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.value.Fact;
import dev.unglue.store.sql.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactHistoryTest {
  @TempDir Path out;

  private static Fact fact(String attribute, Instant from, @Nullable Instant to, String value) {
    return new Fact("teller", attribute, "", 0, from, to, num(value), null, "agreed", 1, 0, 0.98);
  }

  private boolean replace(WorkStore store, List<Fact> facts) {
    Load load = store.begin(start(MONDAY), catalogue());
    load.replaceFacts(TELLER, facts);
    boolean changed = load.changed();
    load.finish("loaded", MONDAY);
    return changed;
  }

  private List<String> stored() {
    return rows(
        out.resolve("work/store.db"),
        "SELECT attribute_id, valid_from, valid_to, value_num, run_id FROM fact"
            + " ORDER BY attribute_id, valid_from");
  }

  @Test
  void aNewValueClosesTheOldRowAndTouchesNoOther() {
    try (WorkStore store = WorkStore.open(out)) {
      Fact salary = fact("yearly_salary_usd", MONDAY, null, "34920");
      replace(store, List.of(salary, fact("job_satisfaction", MONDAY, null, "3.67")));
      replace(
          store,
          List.of(
              salary,
              fact("job_satisfaction", MONDAY, TUESDAY, "3.67"),
              fact("job_satisfaction", TUESDAY, null, "4.1")));
    }
    assertThat(stored())
        .containsExactly(
            "job_satisfaction|2026-01-05T02:30:00Z|2026-01-06T02:30:00Z|3.67|2",
            "job_satisfaction|2026-01-06T02:30:00Z||4.1|2",
            "yearly_salary_usd|2026-01-05T02:30:00Z||34920|1");
  }

  @Test
  void aLateOlderPageRewritesTheHistory() {
    try (WorkStore store = WorkStore.open(out)) {
      replace(store, List.of(fact("job_satisfaction", TUESDAY, null, "4.1")));
      replace(
          store,
          List.of(
              fact("job_satisfaction", MONDAY, TUESDAY, "3.67"),
              fact("job_satisfaction", TUESDAY, null, "4.1")));
      replace(store, List.of(fact("job_satisfaction", MONDAY, null, "4.1")));
    }
    assertThat(stored()).containsExactly("job_satisfaction|2026-01-05T02:30:00Z||4.1|3");
  }

  @Test
  void numbersThatAreWrittenDifferentlyAreOneValue() {
    try (WorkStore store = WorkStore.open(out)) {
      replace(store, List.of(fact("job_satisfaction", MONDAY, null, "4.10")));
      assertThat(replace(store, List.of(fact("job_satisfaction", MONDAY, null, "4.1")))).isFalse();
    }
  }

  @Test
  void refusesTwoOpenRowsOfOneKey() {
    try (WorkStore store = WorkStore.open(out)) {
      assertThatThrownBy(
              () ->
                  replace(
                      store,
                      List.of(
                          fact("job_satisfaction", MONDAY, null, "3.67"),
                          fact("job_satisfaction", TUESDAY, null, "4.1"))))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "cannot store the facts of teller: expected one open fact at most, found two of job_satisfaction");
    }
    assertThat(stored()).isEmpty();
  }
}
