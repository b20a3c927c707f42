package dev.unglue.split.open;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds tables among lines of which nothing is known: by a header that holds the names of the
 * title, or by rows that are built alike.
 *
 * <p>Prose must not become a table. So a header without known names needs several rows whose cells
 * are numbers, amounts or choices in every column.
 *
 * @param weights how much is said by what is seen of rows
 */
public record OpenTableFinder(OpenWeights weights) {
  private static final int LONGEST_LINE = 1500;
  private static final int MOST_ROWS = 200;

  /** The last lines that were tried may not have been read. */
  private static final int NEAR = 10;

  /**
   * The tables of a group of lines, in order.
   *
   * @param lines lines that follow each other, none of them blank
   * @param named the names by title or address; may be empty
   */
  public List<OpenTable> find(List<SourceText> lines, List<String> named) {
    return find(lines, run -> table(run, named));
  }

  /** The tables below a header with these names, in order. */
  public List<OpenTable> findNamed(List<SourceText> lines, List<String> named) {
    return find(lines, run -> NamedTable.find(run, named, weights));
  }

  private static List<OpenTable> find(
      List<SourceText> lines, Function<List<SourceText>, Optional<OpenTable>> table) {
    List<OpenTable> found = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = runEnd(lines, from);
      List<SourceText> run = lines.subList(from, Math.min(to, from + MOST_ROWS));
      table.apply(run).ifPresent(found::add);
      from = Math.max(to, from + 1);
    }
    return found;
  }

  /**
   * The lines behind a table that ends only because no more are tried together; empty for any other
   * table.
   *
   * @param lines those that it was found among
   */
  public List<SourceText> beyond(List<SourceText> lines, OpenTable table) {
    int header = 0;
    while (lines.get(header).span().start() < table.header().span().start()) {
      header++;
    }
    int from = header;
    while (from > 0 && canBeRow(lines.get(from - 1))) {
      from--;
    }
    int first = header + 1; // a header may be a line that no row is
    List<SourceText> below = lines.subList(first, Math.max(first, runEnd(lines, header)));
    int tried = Math.min(below.size(), from + MOST_ROWS - header - 1);
    int last = 0;
    while (last < tried && below.get(last).span().start() < table.end()) {
      last++;
    }
    int paid = affordable(below.subList(0, tried), table);
    int most = last <= paid ? paid : tried; // a list is not tried line by line
    return last < most - NEAR ? List.of() : below.subList(most, below.size());
  }

  private static int affordable(List<SourceText> lines, OpenTable table) {
    return StepBudget.affordable(lines, table.join(), table.columns() + 1);
  }

  private static int runEnd(List<SourceText> lines, int from) {
    int to = from < lines.size() && isCountedHeader(lines, from) ? from + 1 : from;
    while (to < lines.size() && canBeRow(lines.get(to))) {
      to++;
    }
    return to;
  }

  /** A sign of number above rows that are numbered: no heading. */
  private static boolean isCountedHeader(List<SourceText> lines, int at) {
    return lines.get(at).charAt(0) == '#'
        && at + 1 < lines.size()
        && lines.get(at + 1).text().startsWith("1");
  }

  private static boolean canBeRow(SourceText line) {
    return line.length() >= 2
        && line.length() <= LONGEST_LINE
        && "*•·▪#>|".indexOf(line.charAt(0)) < 0
        && !line.text().startsWith("- ")
        && !line.text().contains(" | ");
  }

  private Optional<OpenTable> table(List<SourceText> run, List<String> named) {
    Optional<OpenTable> table = NamedTable.find(run, named, weights);
    return table.isEmpty()
        ? listed(run, named).or(() -> NamedTable.headless(run, named, weights))
        : table.map(each -> more(run, each));
  }

  /**
   * A list below a header; one of the names alone is none, but stands above what is its own, nor is
   * the title, whose names head columns or nothing. A name alone is no row of one, with its end for
   * a cell.
   */
  private Optional<OpenTable> listed(List<SourceText> run, List<String> named) {
    List<String> names = named.stream().map(Subject::slugOf).toList();
    return ListedTable.find(run, weights)
        .filter(list -> !isNameOrTitle(Subject.slugOf(list.header().text()), names))
        .filter(list -> list.rows().stream().noneMatch(row -> isName(row, names)));
  }

  private static boolean isName(OpenTableRow row, List<String> names) {
    return !names.isEmpty() && names.contains(Subject.slugOf(row.text().text()));
  }

  private static boolean isNameOrTitle(String header, List<String> names) {
    return names.contains(header)
        || (names.size() > 1 && names.stream().allMatch(header::contains));
  }

  /**
   * The rows below the names of the title, as rows of a list where these explain each other better:
   * a title may name the columns of one.
   */
  private OpenTable more(List<SourceText> run, OpenTable named) {
    return named.read() * 2 >= named.rows().size()
        ? named
        : ListedTable.find(run, weights)
            .filter(list -> list.labelled() && list.columns() == named.columns())
            .filter(list -> list.header().span().equals(named.header().span()))
            .filter(list -> list.read() > named.read())
            .map(list -> named.with(list.rows()))
            .orElse(named);
  }
}
