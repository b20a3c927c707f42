package dev.unglue.store.table;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** An observation of a row with its columns, that of its layout as {@code cell_layout}. */
  static Observation read(ResultSet row, @Nullable Subject subject) throws SQLException {
    String layout = Sql.text(row, "cell_layout");
    return new Observation(
        subject,
        row.getString("attribute_id"),
        row.getString("member"),
        row.getInt("ordinal"),
        constant(Section.class, row.getString("section")),
        constant(State.class, row.getString("state")),
        Sql.number(row, "value_num"),
        Sql.text(row, "value_text"),
        row.getString("raw_text"),
        new Span(row.getInt("raw_start"), row.getInt("raw_end")),
        row.getString("method"),
        row.getDouble("confidence"),
        Json.candidates(Sql.text(row, "candidates")),
        layout == null ? null : constant(Layout.class, layout));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String id) {
    return Enum.valueOf(type, Objects.requireNonNull(id).toUpperCase(Locale.ROOT));
  }
}
