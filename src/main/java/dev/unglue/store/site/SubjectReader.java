package dev.unglue.store.site;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.view.ResolvedCellSql;
import dev.unglue.store.view.Views;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known of one subject.
 *
 * @param file what is published
 */
public record SubjectReader(PublishedFile file) {
  /** More than a page can show. */
  private static final int MOST_FACTS = 300;

  private static final int MOST_CELLS = 1500;
  private static final int MOST_PAGES = 100;

  /**
   * A subject.
   *
   * @param id its key in this file
   * @param name its name
   * @param slug its key in all files
   * @param kind its kind
   */
  public record Key(long id, String name, String slug, String kind) {}

  /**
   * What is believed now, and where it stands.
   *
   * @param attribute id of the attribute
   * @param title of the attribute
   * @param unit of its number; empty where it has none
   * @param member part of it; empty where it has none
   * @param ordinal place in a list; 0 where there is no order
   * @param value as it is printed
   * @param numeric true for a number
   * @param since since when it is believed
   * @param resolution how the pages were brought together
   * @param support pages that agree
   * @param dissent pages that differ
   * @param confidence how sure it is
   * @param page the page that proves it; empty where it is no longer stored
   * @param sha256 hash of its capture
   * @param start where it stands there
   * @param end one past its end
   * @param printed what the page prints
   */
  public record Fact(
      String attribute,
      String title,
      String unit,
      String member,
      int ordinal,
      String value,
      boolean numeric,
      String since,
      String resolution,
      long support,
      long dissent,
      double confidence,
      String page,
      String sha256,
      int start,
      int end,
      String printed) {
    /** What tells it from the other facts of its subject. */
    public String key() {
      return attribute + "\u001f" + member + "\u001f" + ordinal;
    }
  }

  /**
   * What was believed for a time.
   *
   * @param key that of the fact
   * @param from since when
   * @param until until when; empty for now
   * @param number absent for a text
   * @param text as it is printed
   */
  public record Belief(
      String key, String from, String until, @Nullable BigDecimal number, String text) {}

  /**
   * What one page says.
   *
   * @param key that of the fact
   * @param page the page
   * @param sha256 hash of its capture
   * @param seenAt when it was seen last
   * @param state value, missing, ambiguous, out_of_range or unparsed
   * @param value as it is printed; what the page prints where it has none
   * @param start where it stands
   * @param end one past its end
   */
  public record Saying(
      String key,
      String page,
      String sha256,
      String seenAt,
      String state,
      String value,
      int start,
      int end) {}

  /**
   * Another subject that a page sets beside it.
   *
   * @param name its name
   * @param slug its key
   * @param page the page
   */
  public record Neighbour(String name, String slug, String page) {}

  private static final String SUBJECT =
      "SELECT subject_id, name, slug, kind FROM subject WHERE slug = ?";

  private static final String NAMED =
      """
      SELECT subject_id, name, slug, kind FROM (
        SELECT *, 1 AS rank FROM subject WHERE name = ?1
        UNION ALL SELECT s.*, 2 FROM subject_alias a JOIN subject s USING (subject_id) WHERE a.alias = ?1)
      ORDER BY rank, subject_id LIMIT 1
      """;

  static final String FACTS =
      """
      SELECT f.attribute_id, a.title, a.unit, f.member, f.ordinal,
        coalesce(f.value_num, f.value_text) AS value, f.value_num IS NOT NULL, f.valid_from,
        f.resolution, f.support, f.dissent, f.confidence, coalesce(c.page, ''),
        coalesce(c.raw_sha256, ''), coalesce(%s, 0), coalesce(%s, 0), coalesce(%s, '')
      FROM fact f JOIN attribute a USING (attribute_id)
        LEFT JOIN observation o ON o.observation_id = %s
        %s
        LEFT JOIN capture c ON c.capture_id = o.capture_id
      WHERE f.subject_id = ? AND f.valid_to IS NULL
      ORDER BY a.position IS NULL, a.position, f.attribute_id, f.ordinal, f.value_num DESC, f.member
      LIMIT %d
      """
          .formatted(
              ResolvedCellSql.column("o", "r", "raw_start"),
              ResolvedCellSql.column("o", "r", "raw_end"),
              ResolvedCellSql.column("o", "r", "raw_text"),
              Views.PROVEN_BY,
              ResolvedCellSql.join("o", "r"),
              MOST_FACTS);

  static final String BELIEFS =
      """
      SELECT f.attribute_id, f.member, f.ordinal, f.valid_from, coalesce(f.valid_to, ''),
        f.value_num, f.value_text
      FROM fact f WHERE f.subject_id = ?
      ORDER BY f.attribute_id, f.member, f.ordinal, rtrim(f.valid_from, 'Z') LIMIT %d
      """
          .formatted(MOST_CELLS);

  static final String SAYINGS =
      """
      SELECT o.attribute_id, o.member, o.ordinal, c.page, c.raw_sha256, c.last_seen_at,
        %s AS state, %s, %s, %s, %s, %s
      FROM observation o JOIN capture c USING (capture_id)
        %s
      WHERE o.subject_id = ? AND c.parse_status <> 'superseded'
      ORDER BY rtrim(c.last_seen_at, 'Z') DESC, c.page, o.raw_start LIMIT %d
      """
          .formatted(
              ResolvedCellSql.column("o", "r", "state"),
              ResolvedCellSql.nullable("o", "r", "value_num"),
              ResolvedCellSql.nullable("o", "r", "value_text"),
              ResolvedCellSql.column("o", "r", "raw_text"),
              ResolvedCellSql.column("o", "r", "raw_start"),
              ResolvedCellSql.column("o", "r", "raw_end"),
              ResolvedCellSql.join("o", "r"),
              MOST_CELLS);

  static final String NEIGHBOURS =
      """
      SELECT s.name, s.slug, max(c.page)
      FROM comparison m JOIN capture c USING (capture_id)
        JOIN comparison n ON n.capture_id = m.capture_id AND n.subject_id <> m.subject_id
        JOIN subject s ON s.subject_id = n.subject_id
      WHERE m.subject_id = ? AND c.parse_status <> 'superseded'
      GROUP BY s.subject_id ORDER BY s.name LIMIT %d
      """
          .formatted(MOST_PAGES);

  /** The subject of that slug. */
  public Optional<Key> subject(String slug) {
    return file.ask(statements -> statements.first(SUBJECT, RecordReader.inOrder(Key.class), slug));
  }

  /** The subject of that slug or, where there is none, of that name. */
  public Optional<Key> called(String name) {
    return subject(name)
        .or(
            () ->
                file.ask(
                    statements -> statements.first(NAMED, RecordReader.inOrder(Key.class), name)));
  }

  /** What is believed of it now, by attribute. */
  public List<Fact> facts(long subject) {
    return file.ask(
        statements -> statements.list(FACTS, RecordReader.inOrder(Fact.class), subject));
  }

  /** What was ever believed of it, by fact and time. */
  public List<Belief> beliefs(long subject) {
    return file.ask(statements -> beliefs(statements, subject));
  }

  private static List<Belief> beliefs(PreparedStatements statements, long subject)
      throws SQLException {
    return statements.list(
        BELIEFS,
        row ->
            new Belief(
                row.getString(1) + "\u001f" + row.getString(2) + "\u001f" + row.getInt(3),
                row.getString(4),
                row.getString(5),
                SiteValue.number(row, 6),
                SiteValue.text(row, 6, 7)),
        subject);
  }

  /** What each page says of it, the latest first. */
  public List<Saying> sayings(long subject) {
    return file.ask(
        statements ->
            statements.list(
                SAYINGS,
                row -> {
                  String value = SiteValue.text(row, 8, 9);
                  return new Saying(
                      row.getString(1) + "\u001f" + row.getString(2) + "\u001f" + row.getInt(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      value.isEmpty() ? row.getString(10) : value,
                      row.getInt(11),
                      row.getInt(12));
                },
                subject));
  }

  /** Whom pages set beside it, by name. */
  public List<Neighbour> neighbours(long subject) {
    return file.ask(
        statements -> statements.list(NEIGHBOURS, RecordReader.inOrder(Neighbour.class), subject));
  }
}
