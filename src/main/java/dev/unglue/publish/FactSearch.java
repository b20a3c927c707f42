package dev.unglue.publish;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The full text of what is believed now, in the published file: a row for each open fact, and one
 * for each subject itself, with its other names. Rows are added in a natural order, which numbers
 * them, so that the same facts give the same bytes.
 */
final class FactSearch {
  /**
   * Names weigh more than titles, and these more than values; the key of the fact weighs nothing.
   * What is filled in is merged once, at its end; how it is filled is nothing that readers need.
   */
  private static final List<String> MAKING =
      List.of(
          """
          CREATE VIRTUAL TABLE %1$s USING fts5(
            subject, attribute, value, slug UNINDEXED, attribute_id UNINDEXED, member UNINDEXED,
            ordinal UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')
          """,
          "INSERT INTO %1$s (%1$s, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)')",
          "INSERT INTO %1$s (%1$s, rank) VALUES ('automerge', 0)",
          "INSERT INTO %1$s (%1$s, rank) VALUES ('hashsize', 16777216)",
          """
          INSERT INTO %1$s (subject, attribute, value, slug, attribute_id, member, ordinal)
          SELECT name, title, value, slug, attribute_id, member, ordinal FROM (
            SELECT s.name, '' AS title, coalesce((
                SELECT group_concat(alias, '; ') FROM (
                  SELECT a.alias FROM subject_alias a
                  WHERE a.subject_id = s.subject_id AND a.alias <> s.name ORDER BY a.alias)), '')
                AS value,
              s.slug, '' AS attribute_id, '' AS member, 0 AS ordinal, 0 AS position
            FROM subject s
            UNION ALL
            SELECT s.name, a.title, trim(f.member || ' ' || coalesce(f.value_num, f.value_text)
                || CASE WHEN f.value_num IS NULL THEN '' ELSE ' ' || a.unit END),
              s.slug, f.attribute_id, f.member, f.ordinal, a.position
            FROM fact f JOIN subject s USING (subject_id) JOIN attribute a USING (attribute_id)
            WHERE f.valid_to IS NULL)
          ORDER BY slug, attribute_id <> '', position IS NULL, position, attribute_id, ordinal,
            member
          """,
          "INSERT INTO %1$s (%1$s) VALUES ('optimize')",
          "DELETE FROM %1$s_config WHERE k IN ('automerge', 'hashsize')");

  /** SQLite's own tables for it. */
  static final List<String> TABLES =
      Stream.of("data", "idx", "content", "docsize", "config")
          .map(part -> Schema.SEARCH + "_" + part)
          .toList();

  private FactSearch() {}

  /** Makes and fills it, once all tables are. */
  static void fill(PreparedStatements statements) throws SQLException {
    for (String sql : MAKING) {
      Sql.execute(statements.connection(), sql.formatted(Schema.SEARCH));
    }
  }
}
