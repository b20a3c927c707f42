package dev.unglue.store.view;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL for a cell as it is believed: the observation, or in its place what other captures have
 * decided since.
 */
public final class ResolvedCellSql {
  /** All columns that a resolution has, too. */
  public static final String ALL =
      "state, value_num, value_text, raw_text, raw_start, raw_end, method, confidence, candidates";

  private ResolvedCellSql() {}

  /**
   * The join that finds the newest resolution of an observation; a left join.
   *
   * @param observation alias of the observation
   * @param resolution alias that the resolution gets
   */
  public static String join(String observation, String resolution) {
    return join(observation, resolution, "");
  }

  /**
   * The same as of the end of an earlier run.
   *
   * @param run the number of that run, as SQL
   */
  public static String joinAsOf(String observation, String resolution, String run) {
    return join(observation, resolution, " AND n.run_id <= " + run);
  }

  private static String join(String observation, String resolution, String until) {
    return """
    LEFT JOIN resolution %2$s ON %2$s.observation_id = %1$s.observation_id AND %2$s.run_id = (
      SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = %1$s.observation_id%3$s)"""
        .formatted(observation, resolution, until);
  }

  /** A column that a resolution never leaves empty. */
  public static String column(String observation, String resolution, String name) {
    return "coalesce(%s.%s, %s.%s)".formatted(resolution, name, observation, name);
  }

  /** A column that a resolution may leave empty. */
  public static String nullable(String observation, String resolution, String name) {
    return "CASE WHEN %2$s.run_id IS NULL THEN %1$s.%3$s ELSE %2$s.%3$s END"
        .formatted(observation, resolution, name);
  }

  /** Columns of both kinds, under their own names and parted by commas. */
  public static String columns(String observation, String resolution, String names) {
    List<String> columns = new ArrayList<>();
    for (String name : names.split(", ")) {
      boolean empty = name.startsWith("value_") || name.equals("candidates");
      String column =
          empty ? nullable(observation, resolution, name) : column(observation, resolution, name);
      columns.add(column + " AS " + name);
    }
    return String.join(",\n  ", columns);
  }
}
