package dev.unglue.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A page before it is printed, to be changed at will.
 *
 * @param url its address
 * @param title names the compared subjects
 * @param names of the subjects, as the columns are headed
 * @param paragraphs sentences, in order
 * @param tables in order
 * @param lists headed lists below the tables; may be empty
 */
public record PageDraft(
    String url,
    String title,
    List<String> names,
    List<String> paragraphs,
    List<HeadedTable> tables,
    List<HeadedList> lists) {
  /** Copies the lists. */
  public PageDraft {
    names = List.copyOf(names);
    paragraphs = List.copyOf(paragraphs);
    tables = List.copyOf(tables);
    lists = List.copyOf(lists);
  }

  /**
   * A headed table.
   *
   * @param heading the line above it
   * @param table its header and rows
   */
  public record HeadedTable(String heading, PrintedTable table) {}

  /**
   * A headed list.
   *
   * @param heading the line above it
   * @param items one line each
   */
  public record HeadedList(String heading, List<String> items) {
    /** Copies the items. */
    public HeadedList {
      items = List.copyOf(items);
    }
  }

  /** The page with its tables printed so. */
  public String print(Dialect dialect) {
    return dialect == Dialect.HTML ? html() : text(dialect);
  }

  /** The same with other paragraphs. */
  public PageDraft withParagraphs(List<String> others) {
    return new PageDraft(url, title, names, others, tables, lists);
  }

  /** The same with other lists. */
  public PageDraft withLists(List<HeadedList> others) {
    return new PageDraft(url, title, names, paragraphs, tables, others);
  }

  /** The same with each table changed. */
  public PageDraft withTables(UnaryOperator<PrintedTable> change) {
    return withParts(
        tables.stream()
            .map(part -> new HeadedTable(part.heading(), change.apply(part.table())))
            .toList());
  }

  /** The same with other tables. */
  public PageDraft withParts(List<HeadedTable> others) {
    return new PageDraft(url, title, names, paragraphs, others, lists);
  }

  /** The same with each row of that label changed, which comes and goes with its label. */
  public PageDraft withRows(String label, UnaryOperator<List<String>> change) {
    return withTables(
        table ->
            new PrintedTable(
                table.names(),
                table.rows().stream()
                    .map(row -> row.get(0).equals(label) ? change.apply(row) : row)
                    .toList()));
  }

  /** The same with that cell changed wherever its label stands; the first column is 0. */
  public PageDraft withCell(String label, int column, String cell) {
    return withRows(
        label,
        row -> {
          List<String> changed = new ArrayList<>(row);
          changed.set(column + 1, cell);
          return changed;
        });
  }

  /** What the first row of that label prints in that column; absent where no row has the label. */
  public Optional<String> cell(String label, int column) {
    return rows()
        .filter(row -> row.get(0).equals(label))
        .map(row -> row.get(column + 1))
        .findFirst();
  }

  /** All rows of all tables. */
  public Stream<List<String>> rows() {
    return tables.stream().flatMap(part -> part.table().rows().stream());
  }

  private String text(Dialect dialect) {
    StringBuilder text = new StringBuilder(title).append("\n\n");
    paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
    for (HeadedTable part : tables) {
      text.append(part.heading()).append("\n\n");
      text.append(dialect.print(part.table())).append('\n');
    }
    for (HeadedList list : lists) {
      text.append(list.heading()).append("\n\n");
      list.items().forEach(item -> text.append("- ").append(item).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><title>");
    html.append(PrintedTable.escaped(title)).append("</title></head><body>\n");
    element(html, "h1", title);
    paragraphs.forEach(paragraph -> element(html, "p", paragraph));
    for (HeadedTable part : tables) {
      element(html, "h2", part.heading());
      html.append(part.table().html());
    }
    for (HeadedList list : lists) {
      element(html, "h2", list.heading());
      html.append("<ul>\n");
      list.items().forEach(item -> element(html, "li", item));
      html.append("</ul>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  private static void element(StringBuilder html, String name, String text) {
    html.append("<%s>%s</%s>\n".formatted(name, PrintedTable.escaped(text), name));
  }
}
