package dev.unglue.bench;

import dev.unglue.model.value.Subject;
import dev.unglue.reconcile.PageTrust;
import dev.unglue.split.WeighedReading;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Learns how much pages of one subject say of each other's cells: how much likelier a true cell is
 * to be what another page says for certain, or can be read to say, than a cell of another reading.
 */
final class OtherPagesLearner {
  private final RandomGenerator random;
  private final double changed;
  private final Map<List<Object>, List<SubjectRow>> bySubject = new HashMap<>();
  private final List<SubjectRow> rows = new ArrayList<>();
  private final LikelihoodRatio certain = new LikelihoodRatio();
  private final LikelihoodRatio open = new LikelihoodRatio();

  /**
   * A learner.
   *
   * @param changed share of the cells that hold another value on another page of their subject
   */
  OtherPagesLearner(RandomGenerator random, double changed) {
    this.random = random;
    this.changed = changed;
  }

  /** One row of one page: whose cells, what they can be, and what they are. */
  private record SubjectRow(
      int number,
      List<Object> attributes,
      List<String> subjects,
      List<List<String>> readings,
      List<String> truth) {}

  /**
   * Adds a row of a page.
   *
   * @param subjects whose the columns are
   * @param readings what the page leaves likely
   * @param truth the true cells
   */
  void add(
      Question question, List<String> subjects, List<WeighedReading> readings, List<String> truth) {
    List<List<String>> keys = new ArrayList<>();
    List<String> right = List.of();
    for (WeighedReading reading : readings) {
      List<String> cells = reading.cells().stream().map(Cell::key).toList();
      keys.add(cells);
      right = reading.cells().stream().map(Cell::text).toList().equals(truth) ? cells : right;
    }
    if (right.isEmpty() || keys.size() < 2) {
      return;
    }
    SubjectRow row =
        new SubjectRow(
            rows.size(),
            List.copyOf(question.attributes()),
            subjects.stream().map(Subject::slugOf).toList(),
            keys,
            right);
    rows.add(row);
    for (String subject : row.subjects()) {
      bySubject
          .computeIfAbsent(List.of(row.attributes(), subject), key -> new ArrayList<>())
          .add(row);
    }
  }

  /** Compares each row with the others of its subjects, and forgets them. */
  void compare() {
    for (SubjectRow row : rows) {
      for (int column = 0; column < row.subjects().size(); column++) {
        compare(row, column);
      }
    }
    rows.clear();
    bySubject.clear();
  }

  private void compare(SubjectRow row, int column) {
    String subject = row.subjects().get(column);
    for (SubjectRow other : bySubject.getOrDefault(List.of(row.attributes(), subject), List.of())) {
      boolean news = random.nextDouble() < changed;
      SubjectRow said = news ? rows.get(random.nextInt(rows.size())) : other;
      int place = news ? random.nextInt(said.subjects().size()) : said.subjects().indexOf(subject);
      String cell = said.truth().get(place);
      if (other.number() != row.number()
          && said.attributes().equals(row.attributes())
          && !cell.isEmpty()) {
        compare(row, column, said, place);
      }
    }
  }

  private void compare(SubjectRow row, int column, SubjectRow said, int place) {
    for (List<String> reading : row.readings()) {
      boolean isTrue = reading.equals(row.truth());
      String cell = reading.get(column);
      boolean same = cell.equals(said.truth().get(place));
      boolean possible = said.readings().stream().anyMatch(r -> r.get(place).equals(cell));
      certain.add(isTrue, same ? 1 : 0, same ? 0 : 1);
      open.add(isTrue, possible ? 1 : 0, possible ? 0 : 1);
    }
  }

  /** What was learned, by source. */
  Map<String, LikelihoodRatio> learned() {
    return Map.of(PageTrust.CERTAIN, certain, PageTrust.OPEN, open);
  }
}
