package dev.unglue.reconcile;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 * @param ids keys of the observations, attribute by attribute and column by column
 * @param known what the same page says elsewhere of the same cells
 */
record UnresolvedRow(
    long capture,
    String label,
    String raw,
    int start,
    Layout layout,
    Section section,
    List<Subject> subjects,
    List<String> guess,
    List<Long> ids,
    Map<String, ColumnKeys> known) {

  /** Blanks between two cells of one row; the next row begins behind a label. */
  private static final int WIDEST_JOINT = 3;

  UnresolvedRow {
    subjects = List.copyOf(subjects);
    guess = List.copyOf(guess);
    ids = List.copyOf(ids);
    known = Map.copyOf(known);
  }

  /**
   * The row that these cells make. Absent where they are not cells of one row that can be put
   * together again letter by letter.
   */
  static Optional<UnresolvedRow> of(long capture, RowCells cells, Map<String, ColumnKeys> known) {
    if (!cells.isWhole()) {
      return Optional.empty();
    }
    List<Observation> first = cells.first();
    Observation one = first.get(0);
    boolean open = one.state() == State.AMBIGUOUS;
    return (open ? joined(one, first.size()) : together(first))
        .map(
            text ->
                new UnresolvedRow(
                    capture,
                    one.member(),
                    text,
                    one.span().start(),
                    Objects.requireNonNull(one.layout()),
                    one.section(),
                    cells.subjects(),
                    open ? List.of() : first.stream().map(Observation::rawText).toList(),
                    cells.ids(),
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

  /**
   * The joined text of cells that were cut out of one; absent where they do not follow each other.
   */
  private static Optional<String> together(List<Observation> cells) {
    StringBuilder text = new StringBuilder();
    int end = cells.get(0).span().start();
    for (Observation cell : cells) {
      int joint = cell.span().start() - end;
      boolean close = cell.layout() == Layout.GLUED || text.isEmpty();
      boolean fits = close ? joint == 0 : joint >= 1 && joint <= WIDEST_JOINT;
      if (!fits || !isVerbatim(cell)) {
        return Optional.empty();
      }
      text.append(" ".repeat(joint)).append(cell.rawText());
      end = cell.span().end();
    }
    return Optional.of(text.toString());
  }

  /** True unless HTML spells a character of the cell in several. */
  private static boolean isVerbatim(Observation cell) {
    String value = cell.valueText();
    return value == null || Whitespace.remove(value).equals(Whitespace.remove(cell.rawText()));
  }

  /** Key of the row within its field: that of its first observation. */
  long id() {
    return ids.get(0);
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
