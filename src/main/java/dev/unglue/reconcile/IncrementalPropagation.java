package dev.unglue.reconcile;

import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedRowStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Propagates what the open rows of one field say as far as news reaches; all others stay as they
 * are kept.
 *
 * <p>News is of subjects. All rows of a subject with news are computed anew, beside the other rows
 * of their subjects, which send what they sent before, round by round. Where one of them then sends
 * something else than before, in any round, the subject that it sends it of has news, too; until
 * there are no more. So each row that is left out has, in each round, received what it received
 * before, and would send and believe the same.
 */
final class IncrementalPropagation {
  private final UnresolvedRowStore store;
  private final String field;
  private final Map<Long, KeptRow> rows = new TreeMap<>();
  private final Set<String> rowsRead = new HashSet<>();
  private final List<KnownCell> cells = new ArrayList<>();
  private final Set<String> cellsRead = new HashSet<>();

  private IncrementalPropagation(UnresolvedRowStore store, String field) {
    this.store = store;
    this.field = field;
  }

  /**
   * A row that was computed anew.
   *
   * @param row the row as it is kept now
   * @param news true if it receives something else than before
   */
  record Updated(KeptRow row, boolean news) {}

  /**
   * Computes the rows and keeps the results.
   *
   * @param news the subjects of which a row or a certain cell has come, changed or gone
   * @return the rows that were computed anew, by id
   */
  static List<Updated> propagate(
      UnresolvedRowStore store, String field, PageTrust trust, Collection<String> news) {
    return new IncrementalPropagation(store, field).propagate(trust, new TreeSet<>(news));
  }

  private List<Updated> propagate(PageTrust trust, Set<String> news) {
    while (true) {
      readRows(news);
      List<KeptRow> asked = having(news);
      Set<String> subjects = subjects(asked);
      readRows(subjects);
      readCells(subjects);
      List<PropagationResult> results =
          BeliefPropagation.propagate(
              asked.stream().map(KeptRow::row).toList(), beside(asked), cells, trust);
      if (!news.addAll(newsOf(asked, results))) {
        return keep(asked, results);
      }
    }
  }

  private void readRows(Collection<String> subjects) {
    Set<String> unread = new TreeSet<>(subjects);
    unread.removeIf(subject -> !rowsRead.add(subject));
    if (!unread.isEmpty()) {
      store.rows(field, unread).forEach(row -> rows.put(row.id(), row));
    }
  }

  private void readCells(Collection<String> subjects) {
    Set<String> unread = new TreeSet<>(subjects);
    unread.removeIf(subject -> !cellsRead.add(subject));
    if (!unread.isEmpty()) {
      cells.addAll(store.cells(field, unread));
    }
  }

  private List<KeptRow> having(Set<String> subjects) {
    return rows.values().stream()
        .filter(row -> row.row().subjects().stream().anyMatch(subjects::contains))
        .toList();
  }

  private static Set<String> subjects(List<KeptRow> asked) {
    Set<String> subjects = new TreeSet<>();
    asked.forEach(row -> subjects.addAll(row.row().subjects()));
    return subjects;
  }

  private List<KeptRow> beside(List<KeptRow> asked) {
    Map<Long, KeptRow> others = new TreeMap<>(rows);
    asked.forEach(row -> others.remove(row.id()));
    return List.copyOf(others.values());
  }

  private static Set<String> newsOf(List<KeptRow> asked, List<PropagationResult> results) {
    Set<String> subjects = new TreeSet<>();
    for (int i = 0; i < asked.size(); i++) {
      UnresolvedCells row = asked.get(i).row();
      for (int column = 0; column < row.subjects().size(); column++) {
        if (!results.get(i).saysTheSame(column, asked.get(i).settled())) {
          subjects.add(row.subjects().get(column));
        }
      }
    }
    return subjects;
  }

  private List<Updated> keep(List<KeptRow> asked, List<PropagationResult> results) {
    List<Updated> updated = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      KeptRow before = asked.get(i);
      PropagationResult now = results.get(i);
      if (!now.equals(before.settled())) {
        store.settle(field, before.id(), now);
      }
      updated.add(
          new Updated(
              new KeptRow(before.id(), before.row(), now),
              !now.beliefs().equals(before.settled().beliefs())));
    }
    return updated;
  }
}
