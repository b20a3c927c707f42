package dev.unglue.store.table;

import dev.unglue.model.page.Observation;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;

/**
 * Each cell seen, as its own page has it.
 *
 * @param statements of the store
 * @param subjects whom the cells are about
 */
record ObservationTable(PreparedStatements statements, SubjectTable subjects) {
  /** What is there already stays; its unique index may be yet to be built. */
  private static final String INSERT =
      """
      INSERT INTO observation
        (capture_id, subject_id, attribute_id, member, ordinal, section, state, value_num,
         value_text, raw_text, raw_start, raw_end, method, confidence, candidates, layout)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  void add(long captureId, List<Observation> observations) throws SQLException {
    for (Observation seen : Observation.eachOnce(observations)) {
      Long subjectId = seen.subject() == null ? null : subjects.idOf(seen.subject());
      statements.batch(
          INSERT,
          captureId,
          subjectId,
          seen.attribute(),
          seen.member(),
          seen.ordinal(),
          seen.section(),
          seen.state(),
          seen.valueNum(),
          seen.valueText(),
          seen.rawText(),
          seen.span().start(),
          seen.span().end(),
          seen.method(),
          seen.confidence(),
          Json.writeUnlessEmpty(seen.candidates()),
          seen.layout());
    }
    statements.flush(INSERT);
  }
}
