package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.store.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change breaks one promise of the schema, and the database refuses it by itself. */
class ContractTest {
  @TempDir Path out;

  private Connection connection;

  @BeforeEach
  void load() throws SQLException {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", MONDAY, "a"), "3.67"));
    }
    connection = Sql.openForWriting(out.resolve("work/store.db"));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE observation SET state = 'maybe' WHERE observation_id = 1",
        "UPDATE observation SET section = 'footer' WHERE observation_id = 1",
        "UPDATE observation SET raw_start = raw_end + 1 WHERE observation_id = 1",
        "UPDATE observation SET raw_start = -1 WHERE observation_id = 1",
        "UPDATE observation SET confidence = 1.5 WHERE observation_id = 1",
        "UPDATE observation SET value_num = NULL WHERE observation_id = 1",
        "UPDATE observation SET value_text = 'both' WHERE observation_id = 1",
        "UPDATE observation SET value_num = 'text' WHERE observation_id = 1",
        "UPDATE observation SET state = 'missing' WHERE observation_id = 1",
        "UPDATE observation SET ordinal = -1 WHERE observation_id = 1",
        "UPDATE observation SET ordinal = 'first' WHERE observation_id = 1",
        "UPDATE observation SET candidates = '[' WHERE observation_id = 1",
        "UPDATE observation SET capture_id = 99 WHERE observation_id = 1",
        "UPDATE observation SET subject_id = 99 WHERE observation_id = 1",
        "UPDATE observation SET attribute_id = 'x' WHERE observation_id = 1",
        "UPDATE capture SET parse_status = 'fine'",
        "UPDATE capture SET page_kind = 'letter'",
        "UPDATE capture SET raw_sha256 = 'short'",
        "UPDATE capture SET captured_at = 'yesterday'",
        "UPDATE fact SET value_num = NULL, value_text = NULL",
        "UPDATE fact SET valid_to = valid_from",
        "UPDATE fact SET support = -1",
        "UPDATE run SET status = 'running'",
        "UPDATE run SET status = 'dreamt'",
        "UPDATE subject SET slug = 'same'",
        "UPDATE attribute SET hard_min = 9 WHERE attribute_id = 'job_satisfaction'",
        "INSERT INTO rule (rule_id, title, severity) VALUES ('r', 'R', 'mild')",
        "INSERT INTO comparison (capture_id, position, subject_id) VALUES (1, 1, 1)",
        "INSERT INTO observation (capture_id, subject_id, attribute_id, member, ordinal, section,"
            + " state, raw_text, raw_start, raw_end, method, confidence) SELECT capture_id,"
            + " subject_id, attribute_id, member, ordinal, section, 'missing', '-', raw_start,"
            + " raw_end, method, 1 FROM observation WHERE observation_id = 1",
        "INSERT INTO observation (capture_id, subject_id, attribute_id, member, ordinal, section,"
            + " state, raw_text, raw_start, raw_end, method, confidence) SELECT capture_id,"
            + " subject_id, attribute_id, member, ordinal, section, 'missing', '-', raw_start,"
            + " raw_end, method, 1 FROM observation WHERE subject_id IS NULL",
        "INSERT INTO metric (run_id, name, value) VALUES (1, 'm', 1), (1, 'm', 2)",
        "DELETE FROM subject"
      })
  void refuses(String change) {
    assertThatThrownBy(() -> Sql.execute(connection, change))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(constraint failed|cannot store TEXT value).*");
  }
}
