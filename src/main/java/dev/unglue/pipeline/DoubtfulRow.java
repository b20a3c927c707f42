package dev.unglue.pipeline;

import dev.unglue.load.StoredCell;
import dev.unglue.model.Layout;
import dev.unglue.model.Observation;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.model.Section;
import dev.unglue.model.SourceText;
import dev.unglue.model.State;
import dev.unglue.model.Subject;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A stored row whose cells have run together and whose own page does not decide it for sure: left
 * open, or decided by a guess.
 *
 * @param capture key of its capture
 * @param label the label, where the catalogue lacks it; else empty
 * @param raw the joined text as the capture prints it
 * @param start where it begins in the capture, in code points
 * @param layout glued or spaced
 * @param section the part of the page
 * @param subjects whose columns they are
 * @param guess the cells as the page alone has them; empty where it leaves them open
 * @param ids for each attribute of the row, for each column, the key of the observation
 * @param known what the same page says elsewhere of the same cells
 */
record DoubtfulRow(
    long capture,
    String label,
    String raw,
    int start,
    Layout layout,
    Section section,
    List<Subject> subjects,
    List<String> guess,
    List<List<Long>> ids,
    Map<String, List<Set<String>>> known) {

  DoubtfulRow {
    subjects = List.copyOf(subjects);
    guess = List.copyOf(guess);
    ids = List.copyOf(ids);
    known = Map.copyOf(known);
  }

  /**
   * The row that these cells make: of each attribute one cell a column. Absent where they are not
   * cells of one row that can be put together again letter by letter.
   *
   * @param cells for each attribute of the field, its cells in the order of the columns
   */
  static Optional<DoubtfulRow> of(
      long capture, List<List<StoredCell>> cells, Map<String, List<Set<String>>> known) {
    List<Observation> first = cells.get(0).stream().map(StoredCell::seen).toList();
    List<Subject> subjects =
        first.stream().map(seen -> Objects.requireNonNull(seen.subject())).toList();
    boolean even =
        cells.stream()
            .allMatch(
                row -> row.stream().map(cell -> cell.seen().subject()).toList().equals(subjects));
    if (!even || subjects.size() < 2 || Set.copyOf(subjects).size() < subjects.size()) {
      return Optional.empty();
    }
    Observation one = first.get(0);
    boolean open = one.state() == State.AMBIGUOUS;
    return (open ? joined(one, subjects.size()) : Joined.of(first))
        .map(
            text ->
                new DoubtfulRow(
                    capture,
                    one.member(),
                    text,
                    one.span().start(),
                    Objects.requireNonNull(one.layout()),
                    one.section(),
                    subjects,
                    open ? List.of() : first.stream().map(Observation::rawText).toList(),
                    cells.stream().map(row -> row.stream().map(StoredCell::id).toList()).toList(),
                    known));
  }

  /**
   * An open row keeps its text whole; where HTML spells a character in several, it is left alone.
   */
  private static Optional<String> joined(Observation open, int columns) {
    boolean same =
        open.candidates().stream()
            .allMatch(
                candidate ->
                    candidate.reading().size() == columns
                        && Whitespace.remove(String.join("", candidate.reading()))
                            .equals(Whitespace.remove(open.rawText())));
    return same && !open.candidates().isEmpty() ? Optional.of(open.rawText()) : Optional.empty();
  }

  /** Key of the row within its field: that of its first observation. */
  long id() {
    return ids.get(0).get(0);
  }

  /** The row as the splitter takes it; its places count from the row's own beginning. */
  Row row() {
    Join join = layout == Layout.GLUED ? Join.GLUED : Join.SPACED;
    return new Row(
        SourceText.verbatim(label, 0),
        List.of(SourceText.verbatim(Whitespace.plain(raw), 0)),
        join);
  }
}
