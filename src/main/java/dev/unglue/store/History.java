package dev.unglue.store;

import dev.unglue.model.value.Fact;
import dev.unglue.store.row.FactChange;
import dev.unglue.store.row.FactSpan;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we believe and have believed, from a work store.
 *
 * @param store must stay open meanwhile
 */
public record History(WorkStore store) {
  /** Of several changes within the runs only the first old and the last new value count. */
  private static final String DIFF =
      """
      WITH change AS (
        SELECT *,
          row_number() OVER (PARTITION BY subject_id, attribute_id, member, ordinal
            ORDER BY run_id) AS from_first,
          row_number() OVER (PARTITION BY subject_id, attribute_id, member, ordinal
            ORDER BY run_id DESC) AS from_last
        FROM fact_change WHERE run_id > ? AND run_id <= ?)
      SELECT s.slug, s.name, f.attribute_id, f.member, f.ordinal, a.unit, f.old_num, f.old_text,
        l.new_num, l.new_text
      FROM change f
        JOIN change l USING (subject_id, attribute_id, member, ordinal)
        JOIN subject s USING (subject_id)
        JOIN attribute a USING (attribute_id)
      WHERE f.from_first = 1 AND l.from_last = 1
        AND (f.old_num, f.old_text) IS NOT (l.new_num, l.new_text)
      ORDER BY s.slug, a.position IS NULL, a.position, f.attribute_id, f.member, f.ordinal
      """;

  private static final String SPANS =
      """
      SELECT s.subject_id, s.slug, f.attribute_id, f.member, f.ordinal, f.valid_from, f.valid_to,
        f.value_num, f.value_text, f.resolution, f.support, f.dissent, f.confidence, s.name, a.unit
      FROM fact f JOIN subject s USING (subject_id) JOIN attribute a USING (attribute_id)
      WHERE %s
      ORDER BY s.slug, a.position IS NULL, a.position, f.attribute_id, f.member, f.ordinal,
        rtrim(f.valid_from, 'Z')
      """;

  private static final String OF_SUBJECT =
      SPANS.formatted("f.subject_id = ? AND f.attribute_id = coalesce(?, f.attribute_id)");

  private static final String AS_OF =
      SPANS.formatted(
          """
          rtrim(f.valid_from, 'Z') <= rtrim(?1, 'Z')
            AND (f.valid_to IS NULL OR rtrim(f.valid_to, 'Z') > rtrim(?1, 'Z'))
            AND f.subject_id = coalesce(?2, f.subject_id)
            AND f.attribute_id = coalesce(?3, f.attribute_id)""");

  /**
   * What pages say of a subject and a fact of it. A named part is the same part wherever it stands
   * in a list.
   */
  private static final String SOURCES =
      """
      SELECT c.page, g.seen_at, %s, coalesce(o.layout, c.layout) AS layout
      FROM observation o JOIN capture c USING (capture_id)
        JOIN sighting g USING (source, page, raw_sha256)
        %s
      WHERE o.subject_id = ?1 AND o.attribute_id = ?2 AND o.member = ?3
        AND (o.member <> '' OR o.ordinal = ?4) AND c.parse_status <> 'superseded'
        AND g.news = 1 AND %s IN ('value', 'missing')
        AND rtrim(g.seen_at, 'Z') >= rtrim(?5, 'Z')
        AND (?6 IS NULL OR rtrim(g.seen_at, 'Z') < rtrim(?6, 'Z'))
      ORDER BY rtrim(g.seen_at, 'Z'), c.page, c.raw_sha256, raw_start, o.observation_id
      """
          .formatted(
              ResolvedCellSql.columns(
                  "o",
                  "r",
                  "state, value_num, value_text, raw_text, raw_start, raw_end, method, confidence"),
              ResolvedCellSql.join("o", "r"),
              ResolvedCellSql.column("o", "r", "state"));

  private static final String SUBJECT =
      """
      SELECT subject_id FROM (
        SELECT subject_id, 1 AS rank FROM subject WHERE slug = ?1
        UNION ALL SELECT subject_id, 2 FROM subject WHERE lower(name) = lower(?1)
        UNION ALL SELECT subject_id, 3 FROM subject_alias WHERE lower(alias) = lower(?1))
      ORDER BY rank, subject_id LIMIT 1
      """;

  private static final RecordReader<FactChange> CHANGES = RecordReader.inOrder(FactChange.class);

  private static final RecordReader<Row> ROWS = RecordReader.inOrder(Row.class);

  /** The key of a subject by its slug, its name or another name that a page prints. */
  public Optional<Long> subject(String name) {
    return store.query(statements -> statements.first(SUBJECT, row -> row.getLong(1), name));
  }

  /** The slugs of all subjects. */
  public List<String> slugs() {
    return store.query(statements -> statements.texts("SELECT slug FROM subject ORDER BY slug"));
  }

  /** The ids of all attributes of which something is believed. */
  public List<String> attributes() {
    return store.query(
        statements -> statements.texts("SELECT DISTINCT attribute_id FROM fact ORDER BY 1"));
  }

  /** What runs after {@code from}, up to {@code to}, have changed, by subject and attribute. */
  public List<FactChange> diff(long from, long to) {
    return store.query(statements -> statements.list(DIFF, CHANGES, from, to));
  }

  /** All that was ever believed of a subject; of one attribute where it is named. */
  public List<FactSpan> of(long subjectId, Optional<String> attribute) {
    return store.query(
        statements ->
            statements.list(
                OF_SUBJECT,
                each -> {
                  Row row = ROWS.read(each);
                  return row.withSources(sources(statements, row));
                },
                subjectId,
                attribute.orElse(null)));
  }

  /** What held at a moment; of one subject or attribute where it is named. Without sources. */
  public List<FactSpan> at(Instant moment, Optional<Long> subjectId, Optional<String> attribute) {
    return store.query(
        statements ->
            statements.list(
                AS_OF,
                row -> ROWS.read(row).withSources(List.of()),
                moment,
                subjectId.orElse(null),
                attribute.orElse(null)));
  }

  private record Row(long subjectId, Fact fact, String subject, String unit) {
    FactSpan withSources(List<FactSpan.Source> sources) {
      return new FactSpan(fact, subject, unit, sources);
    }
  }

  private static List<FactSpan.Source> sources(PreparedStatements statements, Row row)
      throws SQLException {
    Fact fact = row.fact();
    return statements.list(
        SOURCES,
        History::source,
        row.subjectId(),
        fact.attribute(),
        fact.member(),
        fact.ordinal(),
        fact.validFrom(),
        fact.validTo());
  }

  private static FactSpan.Source source(ResultSet row) throws SQLException {
    return new FactSpan.Source(
        row.getString("page"),
        Instant.parse(row.getString("seen_at")),
        row.getString("state"),
        Sql.value(row, "value_num", "value_text"),
        row.getString("raw_text"),
        row.getInt("raw_start"),
        row.getInt("raw_end"),
        row.getString("layout"),
        row.getString("method"),
        row.getDouble("confidence"));
  }
}
