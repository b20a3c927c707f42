package dev.unglue.extract.table.role;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives the rows and columns of a grid their roles: which row heads the columns, which cell of a
 * row is its label, and what is no cell of a subject.
 *
 * @param layout the shape that the grid came in
 * @param clues what the page tells
 */
record TableRoles(Layout layout, PageClues clues) {
  private static final String NO_HEADER =
      "its rows stand for subjects, and no header says what their cells are";

  private static final String NUMBERED =
      "its rows have numbers in the place of labels, and no header";

  private static final String TWO_HEADERS =
      "its columns have heads of their own below the names of the subjects";
  private static final String ALIKE =
      "its first row has the form of all the others, and may be a row or a header";
  private static final String SENTENCES =
      "all cells of its two columns are sentences, and none looks like a label";
  private static final String AMOUNTS = "its first row holds amounts, and may be a row or a header";
  private static final String NO_NAMES =
      "its first row names none of the subjects of the title, and may be a row or a header";

  /** The tables of a grid; none where nothing of it is one. */
  List<PageTable> assign(List<CellRow> printed) {
    List<CellRow> labelled = NumberedCells.apart(CentredLabels.first(printed));
    List<CellRow> named = SheetNames.without(labelled, clues.names());
    List<CellRow> cells = FoldedColumns.unfolded(LongForm.pivoted(named, clues.names()));
    List<CellRow> rows = cells.stream().filter(row -> !row.isEmpty()).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    return StackedLabels.unstacked(layout, cells, clues)
        .map(List::of)
        .orElseGet(() -> GridParts.of(layout, clues, rows))
        .stream()
        .flatMap(part -> table(part).stream())
        .filter(this::isTable)
        .toList();
  }

  private Optional<PageTable> table(HeadedRows part) {
    List<CellRow> body = body(part);
    HeaderFit fit = HeaderFit.of(layout, part, body, clues.names());
    boolean alone = part.header().isEmpty() && body.size() == 1;
    boolean shown = !alone || body.get(0).isLabelled(clues.labels());
    if (body.isEmpty() || !shown || fit.width() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new PageTable(
            layout,
            part.header().map(row -> header(row, fit)),
            body.stream().map(row -> row(row, fit)).toList(),
            fit.sides(),
            unclear(part, body, fit)));
  }

  private String unclear(HeadedRows part, List<CellRow> body, HeaderFit fit) {
    if (part.header().isEmpty()) {
      return isOfSubjects(body) ? NO_HEADER : isNumbered(body) ? NUMBERED : "";
    }
    CellRow header = part.header().get();
    if (part.above().stream().anyMatch(above -> isOfGroups(above, header))) {
      return TWO_HEADERS;
    }
    if (fit.unclear().isEmpty() && isAssumed(header, fit)) {
      return NO_NAMES;
    }
    if (fit.unclear().isEmpty() && isAlike(header, body, fit)) {
      return ALIKE;
    }
    if (fit.unclear().isEmpty() && isOfSentences(header, body, fit)) {
      return SENTENCES;
    }
    return fit.unclear().isEmpty() && isOfAmounts(header, fit) ? AMOUNTS : fit.unclear();
  }

  /** True for two columns of sentences: the first holds no labels, and its head no corner. */
  private static boolean isOfSentences(CellRow header, List<CellRow> body, HeaderFit fit) {
    return fit.width() == 2
        && !fit.cornerLost()
        && !HeaderWords.isCorner(header.cells().get(0).text())
        && body.size() > 1
        && body.stream()
            .flatMap(row -> row.filled().stream())
            .allMatch(cell -> cell.text().endsWith("."));
  }

  /** True for figures of the form that all below them have, as in a timetable; years may head. */
  private boolean isAlike(CellRow header, List<CellRow> body, HeaderFit fit) {
    List<SourceText> figures = header.cells();
    boolean open =
        layout != Layout.HTML
            && clues.names().isEmpty()
            && !fit.cornerLost()
            && !HeaderWords.isCorner(figures.get(0).text())
            && body.size() > 1
            && body.stream().allMatch(row -> row.cells().size() == figures.size());
    return open
        && IntStream.range(1, figures.size())
            .allMatch(
                i -> {
                  String form = form(figures.get(i));
                  return form.indexOf('0') >= 0
                      && !form.equals("0000")
                      && body.stream().allMatch(row -> form(row.cells().get(i)).equals(form));
                });
  }

  /** True for amounts above others, behind a text that heads no labels. */
  private boolean isOfAmounts(CellRow header, HeaderFit fit) {
    List<SourceText> cells = header.cells();
    return layout != Layout.HTML
        && !fit.cornerLost()
        && cells.size() > 2
        && !cells.get(0).isEmpty()
        && !HeaderWords.isCorner(cells.get(0).text())
        && header.texts().stream().noneMatch(clues.names()::shareWord)
        && cells.stream().skip(1).allMatch(TableRoles::isAmount);
  }

  /** True for a figure with a sign or a unit; numbers alone may be years. */
  private static boolean isAmount(SourceText cell) {
    return GridParts.isFigure(cell) && !cell.text().chars().allMatch(Digits::is);
  }

  private static String form(SourceText cell) {
    return cell.text().replaceAll("\\d", "0");
  }

  /** True for the names of the title, some over several columns that have heads of their own. */
  private boolean isOfGroups(CellRow above, CellRow header) {
    List<SourceText> names = above.texts();
    return clues.names().areIn(names)
        && names.stream().filter(clues.names()::contain).count() > clues.names().keys().size()
        && header.texts().stream().noneMatch(clues.names()::contain);
  }

  /**
   * True for a first row of which nothing but its place says that it is a header, while the title
   * compares others: no corner, no word of a name. A rule below it tells nothing, for who writes a
   * table as Markdown has to put one somewhere.
   */
  private boolean isAssumed(CellRow header, HeaderFit fit) {
    return layout != Layout.HTML
        && !clues.names().isEmpty()
        && !fit.cornerLost()
        && !header.cells().get(0).isEmpty()
        && !HeaderWords.isOnlyCorner(header.cells().get(0).text())
        && header.texts().stream().noneMatch(clues.names()::shareWord);
  }

  /** True if a row stands for a subject of the title. */
  private boolean isOfSubjects(List<CellRow> body) {
    return body.stream().anyMatch(row -> clues.names().contain(row.cells().get(0)));
  }

  /** True for the numbers of the rows in the place of their labels. */
  private static boolean isNumbered(List<CellRow> body) {
    return body.size() > 1
        && IntStream.range(0, body.size())
            .allMatch(i -> body.get(i).cells().get(0).text().equals(String.valueOf(i + 1)));
  }

  /** In HTML one cell over all columns is the name of a group; elsewhere it is a label. */
  private List<CellRow> body(HeadedRows part) {
    return layout == Layout.HTML
        ? part.rows().stream().filter(row -> !row.isBand()).toList()
        : part.rows();
  }

  /** Menus have pipes too: a table has a known label, or several rows of one width. */
  private boolean isTable(PageTable table) {
    if (layout != Layout.PIPE || table.rows().stream().anyMatch(this::isKnown)) {
      return true;
    }
    int names = table.header().map(header -> header.cells().size()).orElse(0);
    long wide = table.rows().stream().filter(row -> row.cells().size() >= 2).count();
    return wide >= 2 || (wide == 1 && table.rows().size() == 1 && names >= 2);
  }

  private boolean isKnown(Row row) {
    return clues.labels().isLabel(row.label());
  }

  private Row header(CellRow row, HeaderFit fit) {
    List<SourceText> filled = row.filled();
    int width = fit.width();
    if (filled.size() > width && clues.names().areIn(filled.subList(0, width))) {
      // a place for one subject more, which is empty in all rows
      return new Row(filled.get(0), filled.subList(1, width), filled.subList(width, filled.size()));
    }
    if (!fit.cornerLost()) {
      return apartOrPiped(filled.get(0), filled.subList(1, filled.size()), row, fit);
    }
    SourceText first = row.line().orElse(filled.get(0));
    return apartOrPiped(first.slice(0, 0), filled, row, fit);
  }

  private static Row row(CellRow row, HeaderFit fit) {
    List<SourceText> filled = row.filled();
    int from = fit.labelless() ? 0 : 1;
    int end =
        fit.sides() == Sides.KEPT && row.cells().size() >= fit.width()
            ? Math.max(fit.width(), filled.size())
            : filled.size();
    SourceText label = fit.labelless() ? filled.get(0).slice(0, 0) : row.cells().get(0);
    List<SourceText> cells = row.cells().subList(from, end);
    if (fit.remarked() && cells.size() == fit.width()) {
      int last = cells.size() - 1;
      return new Row(label, cells.subList(0, last), cells.subList(last, last + 1));
    }
    return apartOrPiped(label, cells, row, fit);
  }

  /** Cells too many: one of them holds a pipe of its own, so they are one text that pipes part. */
  private static Row apartOrPiped(
      SourceText label, List<SourceText> cells, CellRow row, HeaderFit fit) {
    int columns = fit.width() - 1;
    if (cells.size() <= columns || columns < 2 || row.line().isEmpty()) {
      return new Row(label, cells);
    }
    SourceText line = row.line().get();
    SourceText last = cells.get(cells.size() - 1);
    int from = indexOf(line, cells.get(0));
    int to = indexOf(line, last) + last.length();
    return new Row(label, List.of(line.slice(from, to)), Join.PIPED);
  }

  private static int indexOf(SourceText line, SourceText cell) {
    int at = 0;
    while (line.offsetAt(at) < cell.span().start()) {
      at++;
    }
    return at;
  }

  /** Cells of most rows; the padding at their ends does not count. */
  static int width(List<CellRow> rows) {
    return Votes.most(rows, row -> row.filled().size());
  }

  /** Cells of the widest row; 0 where there is none. */
  static int widest(List<CellRow> rows) {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
