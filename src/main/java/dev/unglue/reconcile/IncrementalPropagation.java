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
 * Settles the open rows of one field as far as news reaches; all others rest as they are kept.
 *
 * <p>News is of subjects. All rows of a subject with news are settled anew, beside the other rows
 * of their subjects, which say what they said before, round by round. Where one of them then says
 * something else than before, in any round, the subject that it says it of has news, too; until
 * there are no more. So each row that is left out has, in each round, heard what it heard before,
 * and would say and be told the same.
 */
final class IncrementalPropagation {
  private final UnresolvedRowStore doubts;
  private final String field;
  private final Map<Long, KeptRow> rows = new TreeMap<>();
  private final Set<String> rowsRead = new HashSet<>();
  private final List<KnownCell> cells = new ArrayList<>();
  private final Set<String> cellsRead = new HashSet<>();

  private IncrementalPropagation(UnresolvedRowStore doubts, String field) {
    this.doubts = doubts;
    this.field = field;
  }

  /**
   * A row that was settled anew.
   *
   * @param row the row as it is kept now
   * @param news true if others tell it something else than before
   */
  record Told(KeptRow row, boolean news) {}

  /**
   * Settles the rows and keeps how.
   *
   * @param news the subjects of which a row or a certain cell has come, changed or gone
   * @return the rows that were settled anew, by id
   */
  static List<Told> settle(
      UnresolvedRowStore doubts, String field, PageTrust trust, Collection<String> news) {
    return new IncrementalPropagation(doubts, field).settle(trust, new TreeSet<>(news));
  }

  private List<Told> settle(PageTrust trust, Set<String> news) {
    while (true) {
      readRows(news);
      List<KeptRow> asked = having(news);
      Set<String> subjects = subjects(asked);
      readRows(subjects);
      readCells(subjects);
      List<PropagationResult> settled =
          BeliefPropagation.settle(
              asked.stream().map(KeptRow::row).toList(), beside(asked), cells, trust);
      if (!news.addAll(newsOf(asked, settled))) {
        return keep(asked, settled);
      }
    }
  }

  private void readRows(Collection<String> subjects) {
    Set<String> unread = new TreeSet<>(subjects);
    unread.removeAll(rowsRead);
    if (!unread.isEmpty()) {
      doubts.rows(field, unread).forEach(row -> rows.put(row.id(), row));
      rowsRead.addAll(unread);
    }
  }

  private void readCells(Collection<String> subjects) {
    Set<String> unread = new TreeSet<>(subjects);
    unread.removeAll(cellsRead);
    if (!unread.isEmpty()) {
      cells.addAll(doubts.cells(field, unread));
      cellsRead.addAll(unread);
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

  private static Set<String> newsOf(List<KeptRow> asked, List<PropagationResult> settled) {
    Set<String> subjects = new TreeSet<>();
    for (int i = 0; i < asked.size(); i++) {
      UnresolvedCells row = asked.get(i).row();
      for (int column = 0; column < row.subjects().size(); column++) {
        if (!settled.get(i).saysTheSame(column, asked.get(i).settled())) {
          subjects.add(row.subjects().get(column));
        }
      }
    }
    return subjects;
  }

  private List<Told> keep(List<KeptRow> asked, List<PropagationResult> settled) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      KeptRow before = asked.get(i);
      PropagationResult now = settled.get(i);
      if (!now.equals(before.settled())) {
        doubts.settle(field, before.id(), now);
      }
      told.add(
          new Told(
              new KeptRow(before.id(), before.row(), now),
              !now.beliefs().equals(before.settled().beliefs())));
    }
    return told;
  }
}
