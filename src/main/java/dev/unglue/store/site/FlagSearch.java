package dev.unglue.store.site;

import dev.unglue.store.FlagList;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds flags.
 *
 * @param file what is published
 */
public record FlagSearch(PublishedFile file) {
  /**
   * What was found.
   *
   * @param all how many there are in all
   * @param rows those that are shown, the worst first
   * @param groups all of them by rule, the most frequent first
   */
  public record Found(long all, List<FlagRow> rows, List<Group> groups) {
    /** Copies the lists. */
    public Found {
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
    }
  }

  /**
   * Flags that are alike.
   *
   * @param rule id of their rule
   * @param title of the rule
   * @param severity of the worst
   * @param attribute the attribute that they are about; empty for none
   * @param count how many
   */
  public record Group(String rule, String title, String severity, String attribute, long count) {}

  private static final String LIFE =
      "CASE WHEN f.state <> 'fixed' AND f.silenced THEN 'silenced' ELSE f.state END";

  private static final String WHERE =
      """
      FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id
        LEFT JOIN capture c ON c.capture_id = f.capture_id
        JOIN run a ON a.run_id = coalesce(f.first_run_id, f.run_id)
      WHERE (?3 = '' AND f.state <> 'fixed' AND NOT f.silenced OR ?3 <> '' AND %s = ?3)
        AND (?1 = '' OR f.rule_id = ?1) AND (?2 = '' OR f.severity = ?2)
        AND (?4 = '' OR coalesce(c.source, (SELECT p.source FROM capture p WHERE p.page = f.page LIMIT 1)) = ?4)
        AND (?5 = '' OR s.slug = ?5) AND (?6 = '' OR f.page = ?6) AND (?7 = '' OR a.started_at >= ?7)
      """
          .formatted(LIFE);

  static final String KEYS =
      "SELECT f.flag_id "
          + WHERE
          + """
          ORDER BY %s, f.rule_id, f.page, s.slug, f.attribute_id, f.member, f.expected, f.actual
          LIMIT ?8 OFFSET ?9
          """
              .formatted(FlagList.RANK);

  static final String GROUPS =
      "SELECT f.rule_id, (SELECT title FROM rule WHERE rule_id = f.rule_id), f.severity, coalesce(f.attribute_id, ''), count(*) AS n "
          + WHERE
          + "GROUP BY 1, 3, 4 ORDER BY %s, n DESC, 1, 4".formatted(FlagList.RANK);

  static final String ROWS =
      FlagList.ALL
          + """
          WHERE f.flag_id IN (SELECT value FROM json_each(?))
          ORDER BY %s, f.rule_id, f.page, s.slug, f.attribute_id, f.member, f.expected, f.actual
          """
              .formatted(FlagList.RANK);

  private static final String SOURCES =
      "SELECT DISTINCT source FROM night UNION SELECT DISTINCT j.value FROM run, json_each(run.sources) j ORDER BY 1";

  /** The flags that are asked for. */
  public Found find(FlagQuery query) {
    return file.ask(
        statements -> {
          List<Group> groups =
              statements.list(GROUPS, RecordReader.inOrder(Group.class), values(query, false));
          return new Found(
              groups.stream().mapToLong(Group::count).sum(), rows(statements, query), groups);
        });
  }

  /** The same without the groups. */
  public List<FlagRow> rows(FlagQuery query) {
    return file.ask(statements -> rows(statements, query));
  }

  private static List<FlagRow> rows(PreparedStatements statements, FlagQuery query)
      throws SQLException {
    List<Long> keys = statements.keys(KEYS, values(query, true));
    return statements.list(ROWS, FlagList.ROW, keys);
  }

  private static Object[] values(FlagQuery query, boolean bounded) {
    Stream<Object> filter =
        Stream.of(
            query.rule(),
            query.severity(),
            query.state(),
            query.source(),
            query.subject(),
            query.page(),
            query.since());
    return (bounded ? Stream.concat(filter, Stream.of(query.limit(), query.offset())) : filter)
        .toArray();
  }

  /** The sources of which anything was read. */
  public List<String> sources() {
    return file.ask(statements -> statements.texts(SOURCES));
  }

  /** The rules that raise flags. */
  public List<String> rules() {
    return file.ask(statements -> statements.texts("SELECT rule_id FROM rule ORDER BY 1"));
  }
}
