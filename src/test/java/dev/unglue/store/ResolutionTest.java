package dev.unglue.store;

import static dev.unglue.store.Samples.HEAD_TELLER;
import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TELLER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What other captures decide lies over the observations, which stay as they were read. */
class ResolutionTest {
  private static final String SHOWN =
      "SELECT subject, state, value_num, raw_text, method FROM v_observation"
          + " WHERE attribute = 'job_satisfaction' ORDER BY subject";

  @TempDir Path out;

  private Path file() {
    return out.resolve("work/store.db");
  }

  private void run(Instant time, Consumer<Load> steps) {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(time), catalogue());
      steps.accept(load);
      load.finish("published", time);
    }
  }

  private static StoredCell cell(Load load, Subject subject) {
    List<StoredCell> found = new ArrayList<>();
    load.doubts().begin("v");
    load.doubts()
        .forEachNew(
            "job_satisfaction",
            List.of("job_satisfaction"),
            capture ->
                capture.cells().stream()
                    .filter(cell -> subject.equals(cell.seen().subject()))
                    .forEach(found::add));
    return found.get(0);
  }

  private static Observation as(Observation seen, String value) {
    return new Observation(
        seen.subject(),
        seen.attribute(),
        seen.member(),
        seen.ordinal(),
        seen.section(),
        State.VALUE,
        Samples.num(value),
        null,
        value,
        seen.span(),
        "other_pages",
        0.99,
        List.of(),
        seen.layout());
  }

  @Test
  void theNewestRunGovernsAndTheObservationStays() {
    run(MONDAY, load -> load.add(tellers(ref("a", null, "a"), "3.67"), PARSER, List.of()));
    List<String> seen = rows(file(), "SELECT * FROM observation");
    List<String> shown = rows(file(), SHOWN);

    run(
        TUESDAY,
        load -> {
          StoredCell cell = cell(load, HEAD_TELLER);
          load.doubts().resolve(cell.id(), as(cell.seen(), "4.5"));
          load.doubts().end();
          assertThat(load.changed()).isTrue();
        });

    assertThat(rows(file(), SHOWN))
        .isNotEqualTo(shown)
        .contains("Head Teller|value|4.5|4.5|other_pages");
    assertThat(rows(file(), "SELECT * FROM observation")).isEqualTo(seen);
  }

  @Test
  void whatIsSaidAgainIsNotStoredAgainAndWhatIsNotSaidIsTakenBack() {
    run(MONDAY, load -> load.add(tellers(ref("a", null, "a"), "3.67"), PARSER, List.of()));
    List<String> shown = rows(file(), SHOWN);
    Consumer<Load> decide =
        load -> {
          StoredCell cell = cell(load, HEAD_TELLER);
          load.doubts().resolve(cell.id(), as(cell.seen(), "4.5"));
          load.doubts().end();
        };
    run(TUESDAY, decide);
    run(TUESDAY, decide.andThen(load -> assertThat(load.changed()).isFalse()));
    assertThat(rows(file(), "SELECT run_id FROM resolution")).containsExactly("2");

    Consumer<Load> ask =
        load -> {
          load.doubts().ask(List.of(cell(load, HEAD_TELLER).id()));
          load.doubts().end();
        };
    run(
        TUESDAY,
        load -> {
          load.doubts().begin("v");
          load.doubts().end();
          assertThat(load.changed()).as("a cell that was not asked about").isFalse();
        });
    run(TUESDAY, ask);
    assertThat(rows(file(), SHOWN)).isEqualTo(shown);
    assertThat(rows(file(), "SELECT run_id FROM resolution")).containsExactly("2", "5");

    run(TUESDAY, ask.andThen(load -> assertThat(load.changed()).isFalse()));
    assertThat(rows(file(), "SELECT count(*) FROM resolution")).containsExactly("2");
  }

  @Test
  void sayingWhatThePageItselfSaysStoresNothing() {
    run(
        MONDAY,
        load -> {
          load.add(tellers(ref("a", null, "a"), "3.67"), PARSER, List.of());
          StoredCell cell = cell(load, TELLER);
          load.doubts().resolve(cell.id(), cell.seen());
          load.doubts().end();
        });

    assertThat(rows(file(), "SELECT count(*) FROM resolution")).containsExactly("0");
  }

  @Test
  void anOlderStoreIsBroughtUpToDateWithAllItsRows() throws SQLException, IOException {
    Files.createDirectories(out.resolve("work"));
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:dev/unglue/store/migration")
        .table(Schema.HISTORY)
        .target("1")
        .load()
        .migrate();
    try (Connection connection = Sql.openForWriting(file())) {
      Sql.execute(
          connection,
          "INSERT INTO subject (subject_id, kind, slug, name) VALUES (1, 'x', 'teller', 'Teller')");
      Sql.execute(
          connection,
          """
          INSERT INTO run VALUES (7, 'u', 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z',
            'published', '1', 'c', '2026-01-01T00:00:00Z')
          """);
      Sql.execute(
          connection, "INSERT INTO rule (rule_id, title, severity) VALUES ('r', 'R', 'warn')");
      Sql.execute(
          connection,
          """
          INSERT INTO flag (run_id, rule_id, severity, scope, page, expected, actual, message,
            fingerprint, state)
          VALUES (7, 'r', 'warn', 'pages', '', 'a', 'b', 'm', '%s', 'new')
          """
              .formatted("f".repeat(32)));
    }
    assertThat(rows(file(), "PRAGMA user_version")).containsExactly("1");

    try (WorkStore store = WorkStore.openForReading(out).orElseThrow()) {
      assertThat(store.runs().last().map(RunRow::status)).contains("published");
    }

    assertThat(rows(file(), "PRAGMA user_version")).containsExactly("22");
    assertThat(rows(file(), "SELECT slug FROM subject")).containsExactly("teller");
    assertThat(rows(file(), "SELECT silenced, first_run_id, last_run_id FROM flag"))
        .containsExactly("0|7|7");
    assertThat(rows(file(), "SELECT count(*) FROM resolution")).containsExactly("0");
  }
}
