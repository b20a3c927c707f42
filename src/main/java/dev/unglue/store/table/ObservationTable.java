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
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    Map<Subject, Long> ids = new HashMap<>();
    for (Observation seen : Observation.eachOnce(observations)) {
      Subject subject = seen.subject();
      Long subjectId = subject == null ? null : ids.get(subject);
      if (subject != null && subjectId == null) {
        subjectId = subjects.idOf(subject);
        ids.put(subject, subjectId);
      }
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

  /** What {@link #read} reads of a cell as its page has it, in this order. */
  static final String COLUMNS =
      "o.attribute_id, o.member, o.ordinal, o.section, o.layout, o.%s"
          .formatted(ResolvedCellSql.ALL.replace(", ", ", o."));

  /** The same of a cell as it is believed. */
  static final String BELIEVED =
      "o.attribute_id, o.member, o.ordinal, o.section, o.layout, "
          + ResolvedCellSql.columns("o", "r", ResolvedCellSql.ALL);

  /**
   * An observation of a row that has these columns.
   *
   * @param first place of the first of them; to look up each by its name takes longer
   */
  static Observation read(ResultSet row, int first, @Nullable Subject subject) throws SQLException {
    String layout = row.getString(first + 4);
    return new Observation(
        subject,
        row.getString(first),
        row.getString(first + 1),
        row.getInt(first + 2),
        constant(Section.class, row.getString(first + 3)),
        constant(State.class, row.getString(first + 5)),
        Sql.decimal(row.getObject(first + 6)),
        row.getString(first + 7),
        row.getString(first + 8),
        new Span(row.getInt(first + 9), row.getInt(first + 10)),
        row.getString(first + 11),
        row.getDouble(first + 12),
        Json.candidates(row.getString(first + 13)),
        layout == null ? null : constant(Layout.class, layout));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
  }
}
