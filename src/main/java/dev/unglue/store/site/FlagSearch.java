package dev.unglue.store.site;

import dev.unglue.store.FlagList;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

  private static final String SELECT_KEYS =
      "SELECT f.flag_id FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id WHERE ";

  private static final String SELECT_GROUPS =
      "SELECT f.rule_id, (SELECT title FROM rule WHERE rule_id = f.rule_id), f.severity, coalesce(f.attribute_id, ''), count(*) AS n FROM flag f WHERE ";

  private static final String GROUPED =
      " GROUP BY f.rule_id, f.severity, f.attribute_id ORDER BY %s, n DESC, 1, 4"
          .formatted(FlagList.RANK);

  private static final String SORTED =
      " ORDER BY %s, f.rule_id, f.page, s.slug, f.attribute_id, f.member, f.expected, f.actual"
          .formatted(FlagList.RANK);

  private static final String STANDING = "f.state <> 'fixed' AND NOT f.silenced";

  private static final String OF_SUBJECT =
      "f.subject_id = (SELECT subject_id FROM subject WHERE slug = ?)";

  /** Those that several pages raise name no capture. */
  private static final String OF_PAGE =
      "f.page = ? AND (f.capture_id IS NULL OR f.capture_id IN (SELECT capture_id FROM capture WHERE page = ?))";

  private static final String OF_SOURCE =
      "(SELECT p.source FROM capture p WHERE p.page = f.page ORDER BY p.last_seen_at DESC LIMIT 1) = ?";

  private static final String SINCE =
      "(SELECT a.started_at FROM run a WHERE a.run_id = coalesce(f.first_run_id, f.run_id)) >= ?";

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
          Question asked = groups(query);
          List<Group> groups =
              statements.list(
                  asked.sql(), RecordReader.inOrder(Group.class), asked.values().toArray());
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
    Question asked = keys(query);
    List<Long> keys = statements.keys(asked.sql(), asked.values().toArray());
    return statements.list(ROWS, FlagList.ROW, keys);
  }

  /**
   * SQL with the values of its marks.
   *
   * @param sql the text
   * @param values in the order of the marks
   */
  record Question(String sql, List<Object> values) {}

  static Question groups(FlagQuery query) {
    List<Object> values = new ArrayList<>();
    return new Question(SELECT_GROUPS + where(query, values) + GROUPED, values);
  }

  static Question keys(FlagQuery query) {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    values.add(query.limit());
    values.add(query.offset());
    return new Question(SELECT_KEYS + where + SORTED + " LIMIT ? OFFSET ?", values);
  }

  /** Only what is asked for stands in it, so that its index is found. */
  private static String where(FlagQuery query, List<Object> values) {
    StringBuilder where = new StringBuilder();
    if (query.state().isEmpty()) {
      where.append(STANDING);
    } else {
      where.append(LIFE).append(" = ?");
      values.add(query.state());
    }
    and("f.rule_id = ?", query.rule(), where, values);
    and("f.severity = ?", query.severity(), where, values);
    and(OF_SUBJECT, query.subject(), where, values);
    and(OF_SOURCE, query.source(), where, values);
    and(SINCE, query.since(), where, values);
    and(OF_PAGE, query.page(), where, values);
    if (!query.page().isEmpty()) {
      values.add(query.page());
    }
    return where.toString();
  }

  private static void and(
      String condition, String asked, StringBuilder where, List<Object> values) {
    if (!asked.isEmpty()) {
      where.append(" AND ").append(condition);
      values.add(asked);
    }
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
