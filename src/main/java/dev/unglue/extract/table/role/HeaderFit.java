package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a header stands above the cells of its rows.
 *
 * @param width cells of a row, its label among them
 * @param cornerLost true if the header has no cell above the labels
 * @param labelless true if the rows have no label
 * @param remarked true if a row may end with a remark on its cells, below no name
 * @param sides whether the place of a cell tells its column
 * @param unclear why nothing tells how it stands; empty where it is clear
 */
record HeaderFit(
    int width,
    boolean cornerLost,
    boolean labelless,
    boolean remarked,
    Sides sides,
    String unclear) {
  private static final String NO_LABELS =
      "its header names the subjects, and no column is left for the labels";
  private static final String NO_NAME =
      "its header has a name for the labels and one cell fewer than its rows";

  /** The fit of a header above a body. */
  static HeaderFit of(Layout layout, HeadedRows rows, List<CellRow> body, SubjectNames names) {
    return new Weighing(layout, body, names).fit(rows.header(), rows.placed());
  }

  /** What tells how a header stands. */
  private record Weighing(Layout layout, List<CellRow> body, SubjectNames names) {
    HeaderFit fit(Optional<CellRow> header, boolean placed) {
      boolean remarked = header.filter(this::isRemarked).isPresent();
      int width = remarked ? header.orElseThrow().filled().size() : width(header);
      boolean labelless = header.filter(row -> isLabelless(row, width)).isPresent();
      boolean lost = header.filter(row -> isCornerLost(row, width)).isPresent();
      Sides sides =
          placed ? Sides.KEPT : lost && !keepsPlaces() ? Sides.SHIFTED : shownSides(header);
      String unclear =
          labelless ? NO_LABELS : lost && isCornered(header.orElseThrow(), width) ? NO_NAME : "";
      return new HeaderFit(width, lost || labelless, labelless, remarked, sides, unclear);
    }

    private boolean keepsPlaces() {
      return layout == Layout.HTML || layout == Layout.TSV;
    }

    private int width(Optional<CellRow> header) {
      if (keepsPlaces()) {
        return TableRoles.widest(body);
      }
      int most = TableRoles.width(body);
      int printed = header.filter(this::hasCorner).map(row -> row.cells().size()).orElse(most);
      return rows(printed) == rows(most) ? printed : most;
    }

    /**
     * True if the header has a cell above the labels beyond doubt, so that it is as wide as rows.
     */
    private boolean hasCorner(CellRow header) {
      SourceText first = header.cells().get(0);
      return first.isEmpty()
          || HeaderWords.isCorner(first.text())
          || areNamesBehindCorner(header.filled());
    }

    /** Rows of so many cells. */
    private long rows(int width) {
      return body.stream().filter(row -> row.filled().size() == width).count();
    }

    /**
     * Rows with one cell more than the header, each of which speaks of a subject above, or, of
     * several, is a sentence; below the names of the title it may say anything, if it is there in
     * most rows.
     */
    private boolean isRemarked(CellRow header) {
      List<SourceText> names = header.filled();
      return (isUsuallyBeyond(names) && areNamesBehindCorner(names)) || areRemarks(names);
    }

    /** The rows with one cell more than the header. */
    private List<CellRow> beyond(List<SourceText> header) {
      return body.stream().filter(row -> row.filled().size() == header.size() + 1).toList();
    }

    private boolean isUsuallyBeyond(List<SourceText> header) {
      int more = beyond(header).size();
      return more > 1 && more * 2 > body.size();
    }

    private boolean areRemarks(List<SourceText> header) {
      List<CellRow> more = beyond(header);
      boolean several = more.size() > 1 && !names.areExactly(header);
      return header.size() > 2
          && !more.isEmpty()
          && more.stream()
              .allMatch(
                  row ->
                      names(row.cells().get(header.size()), header)
                          || (several && endsWithSentence(row)));
    }

    /** True if the last cell alone is words that a full stop ends. */
    private static boolean endsWithSentence(CellRow row) {
      List<SourceText> cells = row.filled();
      SourceText last = cells.get(cells.size() - 1);
      return last.text().indexOf(' ') > 0
          && Character.isUpperCase(last.charAt(0))
          && cells.stream()
              .filter(cell -> cell.text().endsWith("."))
              .toList()
              .equals(List.of(last));
    }

    /** The forms of the last cells, behind those below the names, and of the ones before them. */
    private ColumnForms forms(List<SourceText> header) {
      int end = header.size() + 1;
      return ColumnForms.of(
          beyond(header).stream().map(row -> row.cells().subList(end - 2, end)).toList());
    }

    private static boolean names(SourceText remark, List<SourceText> names) {
      String text = remark.text().toLowerCase(Locale.ROOT);
      return names.stream()
          .skip(1)
          .map(name -> name.text().toLowerCase(Locale.ROOT))
          .anyMatch(name -> name.length() + 1 < text.length() && text.contains(name));
    }

    /** A name for each column, the first too. */
    private boolean isLabelless(CellRow header, int width) {
      return header.filled().size() == width
          && names.areExactly(header.filled())
          && body.stream().allMatch(row -> row.filled().size() <= width);
    }

    /**
     * The empty corner was dropped, or stands behind the names of the title: one name fewer than
     * the rows have cells, or an end that is padded beyond them, for a name holds a pipe of its
     * own.
     */
    private boolean isCornerLost(CellRow header, int width) {
      List<SourceText> filled = header.filled();
      if (header.cells().get(0).isEmpty() || areNamesBehindCorner(filled)) {
        return false;
      }
      if (layout == Layout.HTML) {
        boolean moved =
            filled.size() == width - 1 && (names.areExactly(filled) || isOfOneMore(filled));
        return moved || header.cells().size() < width;
      }
      boolean padded = header.cells().size() > filled.size();
      return filled.size() < width
          || (padded
              && (filled.size() != width || header.cells().size() > TableRoles.widest(body)));
    }

    /**
     * The names of the title behind a word for the labels. Where rows have a cell more, like those
     * before, it is another name, and the corner was lost.
     */
    private boolean areNamesBehindCorner(List<SourceText> filled) {
      return areNamesBehindOne(filled)
          && (HeaderWords.isCorner(filled.get(0).text())
              || !isUsuallyBeyond(filled)
              || areRemarks(filled)
              || forms(filled).differAlong());
    }

    private boolean areNamesBehindOne(List<SourceText> filled) {
      return filled.size() > 2 && names.areExactly(filled.subList(1, filled.size()));
    }

    /** True for a name that no title has before those of the title, with cells like theirs. */
    private boolean isOfOneMore(List<SourceText> filled) {
      return areNamesBehindOne(filled) && forms(filled).areAlikeAlong();
    }

    /** A corner that was not lost above rows of more cells: one of the two is not what it seems. */
    private boolean isCornered(CellRow header, int width) {
      SourceText first = header.filled().get(0);
      boolean other = header.filled().stream().skip(1).allMatch(names::contain);
      return header.filled().size() < width
          && ((header.filled().size() > 2 && HeaderWords.isCorner(first.text()))
              || (other
                  && header.filled().size() > 1
                  && !names.shareWord(first)
                  && !isOfOneMore(header.filled())));
    }

    /**
     * A dialect that drops empty cells shows it at the header. One that keeps them shows an empty
     * corner, an empty cell before a filled one, or a whole separator line.
     */
    private Sides shownSides(Optional<CellRow> header) {
      boolean emptyCorner =
          Stream.concat(header.stream(), body.stream())
              .findFirst()
              .filter(row -> row.cells().get(0).isEmpty())
              .isPresent();
      boolean emptyInside =
          Stream.concat(header.stream(), body.stream())
              .anyMatch(row -> row.texts().size() < row.filled().size());
      return emptyCorner || emptyInside || layout != Layout.PIPE ? Sides.KEPT : Sides.SHIFTED;
    }
  }
}
