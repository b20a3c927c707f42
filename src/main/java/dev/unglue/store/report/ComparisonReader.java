package dev.unglue.store.report;

import dev.unglue.model.report.RunComparison;
import dev.unglue.model.report.RunComparison.ChangedFact;
import dev.unglue.model.report.RunComparison.ComparedFlag;
import dev.unglue.model.report.RunComparison.Figure;
import dev.unglue.model.report.RunLine;
import dev.unglue.model.report.Shown;
import dev.unglue.store.FlagList;
import dev.unglue.store.History;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.FactChange;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what two runs have left, side by side.
 *
 * @param store open
 */
public record ComparisonReader(WorkStore store) {
  /** More rows make no page that anybody reads; the command beside them lists all. */
  private static final int SHOWN = 200;

  private static final String STOOD =
      """
      born <= %1$s AND (died IS NULL OR died >= (
        SELECT max(run_id) FROM run WHERE run_id <= %1$s
          AND status NOT IN ('running', 'unchanged', 'unreachable', 'broken', 'skipped')))\
      """;

  /** The flags that stood after the first run and not after the second. */
  private static final String FLAGS =
      """
      FROM (
        SELECT *, coalesce(first_run_id, run_id) AS born,
          CASE WHEN state = 'fixed' THEN coalesce(last_run_id, run_id) END AS died
        FROM flag WHERE NOT silenced) f
      WHERE (%s) AND NOT (%s)
      """
          .formatted(STOOD.formatted("?1"), STOOD.formatted("?2"));

  private static final String FLAG_ROWS =
      """
      SELECT f.severity, f.rule_id, f.page, f.message %s
      ORDER BY %s, f.rule_id, f.page, f.message LIMIT %d
      """
          .formatted(FLAGS, FlagList.RANK, SHOWN);

  /** The comparison; absent where the store does not know one of the runs. */
  public Optional<RunComparison> read(long from, long to) {
    List<FactChange> changes = new History(store).diff(from, to);
    return store.query(
        statements -> {
          Optional<RunLine> before = new ReportRuns(statements).line(from);
          Optional<RunLine> after = new ReportRuns(statements).line(to);
          return before.isEmpty() || after.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new RunComparison(
                      before.get(),
                      after.get(),
                      figures(before.get(), after.get()),
                      facts(statements, changes),
                      flags(statements, to, from),
                      flags(statements, from, to)));
        });
  }

  private static Shown<ComparedFlag> flags(PreparedStatements statements, long stood, long notAfter)
      throws SQLException {
    return new Shown<>(
        statements.number("SELECT count(*) " + FLAGS, stood, notAfter),
        statements.list(FLAG_ROWS, RecordReader.inOrder(ComparedFlag.class), stood, notAfter));
  }

  private static Shown<ChangedFact> facts(PreparedStatements statements, List<FactChange> changes)
      throws SQLException {
    List<ChangedFact> shown = new ArrayList<>();
    for (FactChange each : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      List<String> title =
          statements.texts("SELECT title FROM attribute WHERE attribute_id = ?", each.attribute());
      shown.add(
          new ChangedFact(
              each.subject(),
              title.isEmpty() ? each.attribute() : title.get(0),
              each.member(),
              each.unit(),
              text(each.before()),
              text(each.after())));
    }
    return new Shown<>(changes.size(), shown);
  }

  private static String text(FactChange.@Nullable Cell cell) {
    return cell == null ? "" : cell.toString();
  }

  // --- figures --------------------------------------------------------------------------------

  private static List<Figure> figures(RunLine from, RunLine to) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("facts", from.facts(), to.facts()));
    add(figures, "cells, ", from.cellsByState(), to.cellsByState());
    figures.add(new Figure("pages read", from.pagesRead(), to.pagesRead()));
    figures.add(new Figure("pages failed", from.pagesFailed(), to.pagesFailed()));
    add(figures, "pages planned, ", from.fetched(), to.fetched());
    add(figures, "flags, ", from.flagsBySeverity(), to.flagsBySeverity());
    return figures;
  }

  /** What only one of them has counted was 0 for the other; of a run that counted none, unknown. */
  private static void add(
      List<Figure> figures, String name, Map<String, Long> before, Map<String, Long> after) {
    TreeSet<String> kinds = new TreeSet<>(before.keySet());
    kinds.addAll(after.keySet());
    for (String kind : kinds) {
      String words = name + kind.replace('_', ' ');
      figures.add(new Figure(words, count(before, kind), count(after, kind)));
    }
  }

  private static @Nullable Long count(Map<String, Long> counts, String kind) {
    return counts.isEmpty() ? null : Objects.requireNonNullElse(counts.get(kind), 0L);
  }
}
