package dev.unglue.store;

import dev.unglue.model.value.Fact;
import dev.unglue.store.row.FactChange;
import dev.unglue.store.row.FactChange.Cell;
import dev.unglue.store.row.FactSpan;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.table.FactTable;
import dev.unglue.store.view.ResolvedCellSql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What we believe and have believed, from a work store. */
public final class History {
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
      SELECT s.subject_id, s.slug, s.name, a.unit, f.*
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
          rtrim(f.valid_from, 'Z') <= rtrim(?, 'Z')
            AND (f.valid_to IS NULL OR rtrim(f.valid_to, 'Z') > rtrim(?, 'Z'))
            AND f.subject_id = coalesce(?, f.subject_id)
            AND f.attribute_id = coalesce(?, f.attribute_id)""");

  /** A named part is the same part wherever it stands in a list. */
  private static final String SOURCES =
      """
      SELECT c.page, g.seen_at, %s, coalesce(o.layout, c.layout) AS layout
      FROM observation o JOIN capture c USING (capture_id)
        JOIN sighting g USING (source, page, raw_sha256)
        %s
      WHERE o.subject_id = ? AND o.attribute_id = ? AND o.member = ?
        AND (o.member <> '' OR o.ordinal = ?) AND c.parse_status <> 'superseded'
        AND g.news = 1 AND %s IN ('value', 'missing')
        AND rtrim(g.seen_at, 'Z') >= rtrim(?, 'Z')
        AND (? IS NULL OR rtrim(g.seen_at, 'Z') < rtrim(?, 'Z'))
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
        SELECT subject_id, 1 AS rank FROM subject WHERE slug = ?
        UNION ALL SELECT subject_id, 2 FROM subject WHERE lower(name) = lower(?)
        UNION ALL SELECT subject_id, 3 FROM subject_alias WHERE lower(alias) = lower(?))
      ORDER BY rank, subject_id LIMIT 1
      """;

  private final WorkStore store;

  /** The history in that store, which must stay open meanwhile. */
  public History(WorkStore store) {
    this.store = store;
  }

  /** The key of a subject by its slug, its name or another name that a page prints. */
  public Optional<Long> subject(String name) {
    return store.query(
        statements -> statements.first(SUBJECT, row -> row.getLong(1), name, name, name));
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

  /** The runs, the first one first. */
  public List<RunRow> runs() {
    return store.runs().all();
  }

  /** What runs after {@code from}, up to {@code to}, have changed, by subject and attribute. */
  public List<FactChange> diff(long from, long to) {
    return store.query(statements -> statements.list(DIFF, History::change, from, to));
  }

  /** All that was ever believed of a subject; of one attribute where it is named. */
  public List<FactSpan> of(long subjectId, Optional<String> attribute) {
    return store.query(
        statements -> {
          List<FactSpan> spans = new ArrayList<>();
          for (Row row : statements.list(OF_SUBJECT, Row::of, subjectId, attribute.orElse(null))) {
            spans.add(row.withSources(sources(statements, row)));
          }
          return spans;
        });
  }

  /** What held at a moment; of one subject or attribute where it is named. Without sources. */
  public List<FactSpan> at(Instant moment, Optional<Long> subjectId, Optional<String> attribute) {
    return store.query(
        statements ->
            statements.list(
                AS_OF,
                row -> Row.of(row).withSources(List.of()),
                moment,
                moment,
                subjectId.orElse(null),
                attribute.orElse(null)));
  }

  private static FactChange change(ResultSet row) throws SQLException {
    return new FactChange(
        row.getString("slug"),
        row.getString("name"),
        row.getString("attribute_id"),
        row.getString("member"),
        row.getInt("ordinal"),
        row.getString("unit"),
        cell(row, "old_num", "old_text"),
        cell(row, "new_num", "new_text"));
  }

  private static @Nullable Cell cell(ResultSet row, String number, String text)
      throws SQLException {
    BigDecimal value = Sql.number(row, number);
    String said = Sql.text(row, text);
    return value == null && said == null ? null : new Cell(value, said);
  }

  private record Row(long subjectId, Fact fact, String subject, String unit) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("subject_id"),
          FactTable.read(row, row.getString("slug")),
          row.getString("name"),
          row.getString("unit"));
    }

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
        fact.validTo(),
        fact.validTo());
  }

  private static FactSpan.Source source(ResultSet row) throws SQLException {
    Cell cell = cell(row, "value_num", "value_text");
    return new FactSpan.Source(
        row.getString("page"),
        Instant.parse(row.getString("seen_at")),
        row.getString("state"),
        cell == null ? "" : cell.toString(),
        row.getString("raw_text"),
        row.getInt("raw_start"),
        row.getInt("raw_end"),
        row.getString("layout"),
        row.getString("method"),
        row.getDouble("confidence"));
  }
}
