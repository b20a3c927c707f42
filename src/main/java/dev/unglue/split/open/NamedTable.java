package dev.unglue.split.open;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.piece.ContinuationLines;
import dev.unglue.split.open.piece.SerialNumbers;
import dev.unglue.split.open.piece.SureCells;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table whose header ends with the names that title or address give, or that has none and a cell
 * for each of them in rows of many kinds.
 */
final class NamedTable {
  private static final int LONGEST_HEADER = 400;

  /** Rows, and different forms of their cells, that a table without a header must have. */
  private static final int FEWEST_ROWS = 4;

  private static final int FEWEST_FORMS = 3;
  private static final int LONGEST_ROW = 200;

  /** Rows whose own text shows where their cells begin, where nothing else shows a table. */
  private static final int FEWEST_SURE = 3;

  private NamedTable() {}

  static Optional<OpenTable> find(List<SourceText> run, List<String> named, OpenWeights weights) {
    if (named.size() < 2) {
      return Optional.empty();
    }
    List<String> slugs = named.stream().map(Subject::slugOf).toList();
    List<String> swapped = slugs.size() == 2 ? List.of(slugs.get(1), slugs.get(0)) : List.of();
    for (int i = 0; i + 1 < run.size(); i++) {
      SourceText line = run.get(i);
      int remark = line.length() > LONGEST_HEADER ? 0 : remarkAt(line.text());
      Optional<List<Slice>> names = named(line, remark, slugs);
      names = names.isEmpty() && !swapped.isEmpty() ? named(line, remark, swapped) : names;
      if (names.isPresent()) {
        return table(run.get(i), names.get(), run.subList(i + 1, run.size()), weights);
      }
    }
    return Optional.empty();
  }

  /**
   * The lines as rows in the order of the title, where nothing heads them: nearly all are read, the
   * first too, their cells are alike along the rows and of several forms down the columns.
   */
  static Optional<OpenTable> headless(
      List<SourceText> run, List<String> named, OpenWeights weights) {
    int figures = 0;
    for (SourceText line : run) {
      figures += hasFigures(line) ? 1 : 0;
    }
    boolean sure =
        named.size() == 2 && run.size() >= FEWEST_ROWS && SureCells.count(run) >= FEWEST_SURE;
    boolean counted = named.size() > 1 && figures >= FEWEST_ROWS && figures * 2 >= run.size();
    if (!sure && !counted) {
      return Optional.empty(); // nearly all groups of lines; to try them is dear
    }
    SourceText none = run.get(0).slice(0, 0);
    List<Slice> names = named.stream().map(name -> new Slice(name, none.span())).toList();
    return table(none, names, run, weights)
        .filter(table -> isShown(table, named) || (sure && isSure(table, run.size())));
  }

  /** True if the rows are all of the lines, those with sure cuts cut there, and two cells equal. */
  private static boolean isSure(OpenTable table, int lines) {
    int sure = 0;
    boolean twice = false;
    for (OpenTableRow row : table.rows()) {
      boolean shows = !SureCells.of(row.text()).isEmpty();
      boolean read = row.outcome() == Outcome.READ;
      if (!isRow(row) || (shows ? read && !isCutAtSeams(row) : isSentence(row))) {
        return false;
      }
      sure += shows && read ? 1 : 0;
      twice |= shows && read && row.best().get(1).text().equals(row.best().get(2).text());
    }
    return twice && table.rows().size() == lines && sure >= FEWEST_SURE && sure * 4 >= lines;
  }

  /** True if the two cells of its likeliest reading begin where the text alone shows it. */
  private static boolean isCutAtSeams(OpenTableRow row) {
    List<Integer> cells = isRow(row) ? SureCells.of(row.text()) : List.of();
    if (cells.isEmpty()) {
      return false;
    }
    int label = row.best().get(0).text().length();
    int first = label + row.best().get(1).text().length();
    return cells.equals(List.of(label, first));
  }

  /** True for a short line with two numbers. */
  private static boolean hasFigures(SourceText line) {
    int numbers = 0;
    for (int i = 1; i < line.length() && line.length() <= LONGEST_ROW; i++) {
      boolean begins = Digits.is(line.charAt(i)) && !Digits.is(line.charAt(i - 1));
      numbers += begins && ".,".indexOf(line.charAt(i - 1)) < 0 ? 1 : 0;
    }
    return numbers >= 2;
  }

  private static boolean isShown(OpenTable table, List<String> named) {
    List<List<String>> forms =
        table.rows().stream()
            .filter(row -> row.outcome() == Outcome.READ)
            .map(row -> row.best().stream().skip(1).map(NamedTable::form).toList())
            .toList();
    long alike = forms.stream().filter(row -> row.stream().distinct().count() == 1).count();
    boolean other =
        table.rows().stream()
            .map(row -> Subject.slugOf(row.text().text()))
            .anyMatch(row -> named.stream().anyMatch(name -> row.contains(Subject.slugOf(name))));
    return forms.size() >= FEWEST_ROWS
        && forms.size() * 10 >= table.rows().size() * 8
        && table.rows().get(0).outcome() == Outcome.READ
        && forms.stream().distinct().count() >= FEWEST_FORMS
        && alike * 2 >= forms.size()
        && !other;
  }

  /** What a cell has beside digits and their marks; words have one form. */
  private static String form(Slice cell) {
    return cell.text().chars().anyMatch(Digits::is) ? cell.text().replaceAll("[\\d,.]+", "") : "a";
  }

  private static Optional<OpenTable> table(
      SourceText header, List<Slice> names, List<SourceText> below, OpenWeights weights) {
    List<SourceText> printed = ContinuationLines.join(below);
    List<SourceText> lines =
        SerialNumbers.without(printed, SerialNumbers.head(corner(header, names.get(0))));
    Join join = CellJoin.of(lines);
    List<OpenTableRow> rows = new TableSolver(join, weights).named(lines, names.size() + 1);
    rows = rows.stream().map(SentenceCells::decided).map(row -> uncut(row, names)).toList();
    rows = hasRemark(header, names.get(0)) ? rows.stream().map(NamedTable::open).toList() : rows;
    int end =
        Math.max(end(rows), SerialNumbers.end(printed, lines)); // no sentence ends what is numbered
    long read = rows.subList(0, end).stream().filter(NamedTable::isRow).count();
    return read * 2 < end || read == 0
        ? Optional.empty()
        : Optional.of(
            new OpenTable(
                join,
                header,
                names,
                "title",
                names.size(),
                true,
                rows.subList(0, withUnread(rows, end))));
  }

  /** What stands before the first name; nothing without a header. */
  private static String corner(SourceText header, Slice first) {
    return header.text().substring(0, Math.max(0, header.text().indexOf(first.text()))).strip();
  }

  /** True if a column of remarks stands before the names: years are no part of labels. */
  private static boolean hasRemark(SourceText header, Slice first) {
    String corner = corner(header, first);
    return HeaderWords.isRemark(corner.substring(corner.lastIndexOf(' ') + 1));
  }

  /** The row left open if its label ends with a number. */
  private static OpenTableRow open(OpenTableRow row) {
    if (row.outcome() != Outcome.READ) {
      return row;
    }
    String label = row.best().get(0).text();
    return Digits.is(label.charAt(label.length() - 1))
        ? new OpenTableRow(row.text(), row.pieces(), Outcome.AMBIGUOUS, row.readings())
        : row;
  }

  /** The row unread if a cell of it ends within a name: {@code it is fast.i|9 is faster}. */
  private static OpenTableRow uncut(OpenTableRow row, List<Slice> names) {
    String text = row.text().text();
    int end = 0;
    for (Slice piece : row.outcome() == Outcome.READ ? row.best() : List.<Slice>of()) {
      end = text.indexOf(piece.text(), end) + piece.text().length();
      for (Slice name : names) {
        int at = text.lastIndexOf(name.text(), end - 1);
        if (at >= 0 && at < end && end < at + name.text().length()) {
          return new OpenTableRow(row.text(), row.pieces(), Outcome.UNPARSED, List.of());
        }
      }
    }
    return row;
  }

  private static boolean isRow(OpenTableRow row) {
    return row.outcome() == Outcome.READ || row.outcome() == Outcome.AMBIGUOUS;
  }

  /** The table ends where prose begins, and with its last row that has cells. */
  private static int end(List<OpenTableRow> rows) {
    int end = 0;
    boolean sentences = false;
    for (int i = 0; i < rows.size() && (sentences || !isProse(rows.get(i))); i++) {
      end = isRow(rows.get(i)) ? i + 1 : end;
      sentences |= isSentence(rows.get(i)) && rows.get(i).outcome() == Outcome.READ;
    }
    return end;
  }

  /** With the rows directly below the last that could not be read: they are no heading. */
  private static int withUnread(List<OpenTableRow> rows, int last) {
    int end = last;
    while (end > 0
        && end < rows.size()
        && !isSentence(rows.get(end))
        && (rows.get(end).outcome() == Outcome.UNPARSED || rows.get(end).outcome() == Outcome.SHORT)
        && OpenTable.isNext(rows.get(end - 1), rows.get(end))) {
      end++;
    }
    return end;
  }

  /**
   * A sentence that nothing decides how to cut, or that was cut between its words, is no row,
   * unless rows above hold sentences or its own text shows its cells.
   */
  private static boolean isProse(OpenTableRow row) {
    return isSentence(row)
        && (row.outcome() != Outcome.READ
            || row.best().stream().skip(1).anyMatch(NamedTable::goesOn))
        && !isCutAtSeams(row);
  }

  /** True for words that no full stop ends. */
  private static boolean goesOn(Slice cell) {
    return !cell.text().endsWith(".") && Digits.count(cell.text()) == 0;
  }

  private static boolean isSentence(OpenTableRow row) {
    String text = row.text().text();
    return text.endsWith(".") && text.split(" ", -1).length >= 8;
  }

  /**
   * The names at the end of a header, in order; a word before them stands above the labels, one
   * behind them above a column that says something of the others ({@code Year}, {@code Ratio}).
   */
  private static Optional<List<Slice>> named(SourceText header, int remark, List<String> slugs) {
    if (!mayEnd(header.text(), remark, slugs.get(slugs.size() - 1))) {
      return Optional.empty();
    }
    Optional<List<Slice>> names = names(header, remark, slugs);
    return remark == header.length()
        ? names
        : names.map(
            before ->
                Stream.concat(before.stream(), Stream.of(Slice.of(header.slice(remark)))).toList());
  }

  /** Where the last word begins if it heads a column of remarks; the end of the header if not. */
  private static int remarkAt(String header) {
    int at = header.length() - 1;
    while (at > 0 && !Character.isUpperCase(header.charAt(at))) {
      at--;
    }
    return at > 0 && HeaderWords.isRemark(header.substring(at)) ? at : header.length();
  }

  /**
   * False where the last letter or digit is none that the name can end with. Nearly all lines of a
   * page fall out here, before anything is made of them.
   */
  private static boolean mayEnd(String header, int end, String slug) {
    int at = end - 1;
    while (at >= 0 && header.charAt(at) < 0x80 && !Character.isLetterOrDigit(header.charAt(at))) {
      if (header.charAt(at) == '+' || header.charAt(at) == '#') {
        return true;
      }
      at--;
    }
    if (at < 0 || header.charAt(at) >= 0x80) {
      return at >= 0;
    }
    char last = Character.toLowerCase(header.charAt(at));
    int name = slug.length() - 1;
    boolean plural = slug.charAt(name) == 's' && name > 0;
    return last == 's' || last == slug.charAt(name) || (plural && last == slug.charAt(name - 1));
  }

  private static Optional<List<Slice>> names(SourceText header, int headerEnd, List<String> slugs) {
    List<Slice> names = new ArrayList<>();
    int end = headerEnd;
    while (end > 0 && Whitespace.is(header.charAt(end - 1))) {
      end--;
    }
    for (int i = slugs.size() - 1; i >= 0; i--) {
      int start = startOf(header.text().substring(0, end), slugs.get(i));
      if (start < 0) {
        return Optional.empty();
      }
      names.add(0, Slice.of(header.slice(start, end)));
      end = start;
      while (end > 0 && Whitespace.is(header.charAt(end - 1))) {
        end--;
      }
    }
    String corner = header.text().substring(0, end);
    boolean titled = corner.split(" ", -1).length > 4 || corner.endsWith(":");
    return titled && !HeaderWords.isCorner(corner) ? Optional.empty() : Optional.of(names);
  }

  /** Where the name at the end of a text begins; -1 if another stands there. */
  private static int startOf(String text, String slug) {
    int best = -1;
    int signs = 0;
    for (int start = text.length() - 1; start >= 0; start--) {
      char c = text.charAt(start);
      signs += Character.isLetterOrDigit(c) ? 1 : 0;
      if (signs > slug.length() + 2) {
        return best;
      }
      if (mayBegin(c, slug)
          && (start == 0 || !endsOther(text, start))
          && isName(Subject.slugOf(text.substring(start)), slug)) {
        best = start;
      }
    }
    return best;
  }

  /** True for a blank, or a sign that ends what stands before it, such as a bracket or a number. */
  private static boolean endsOther(String text, int at) {
    char c = text.charAt(at);
    return Whitespace.is(c)
        || ",:)]}".indexOf(c) >= 0
        || (c == '.'
            && (Whitespace.is(text.charAt(Math.min(at + 1, text.length() - 1)))
                || HeaderWords.isSerial(text.substring(0, at))));
  }

  /** False for a letter or digit that the name does not begin with. */
  private static boolean mayBegin(char c, String slug) {
    return c >= 0x80 || !Character.isLetterOrDigit(c) || Character.toLowerCase(c) == slug.charAt(0);
  }

  private static boolean isName(String found, String slug) {
    return found.equals(slug) || isPlural(found, slug) || isPlural(slug, found);
  }

  private static boolean isPlural(String many, String one) {
    String ending = many.startsWith(one) ? many.substring(one.length()) : "";
    return ending.equals("s") || ending.equals("es");
  }
}
