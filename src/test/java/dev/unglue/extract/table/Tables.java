package dev.unglue.extract.table;

import dev.unglue.config.ConfigFolder;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables that one reader finds, told line by line. */
public final class Tables {
  public static final Labels LABELS = new Labels(ConfigFolder.load(Path.of("config")).catalogue());

  private Tables() {}

  /** Every table that the reader finds, each as {@link #told} tells it. */
  static List<String> find(TableReader reader, String text) {
    PageLines lines = PageLines.of(PlainText.lines(text));
    List<String> found = new ArrayList<>();
    int at = lines.skipBlank(0);
    while (at < lines.size()) {
      Optional<FoundTable> table = reader.read(lines, at);
      table.map(Tables::told).ifPresent(found::add);
      at = lines.skipBlank(table.map(FoundTable::to).orElse(at + 1));
    }
    return found;
  }

  /**
   * A table in a few lines: the page's lines that it took (from 0, the last excluded), whether its
   * sides are kept, its header, its rows. Cells stand in brackets; joined cells in one.
   */
  static String told(FoundTable found) {
    return told(found, List.of());
  }

  /** The same where title or address name these subjects. */
  static String told(FoundTable found, List<String> named) {
    PageClues clues = new PageClues(LABELS, SubjectNames.of(named), new PageText(List.of()));
    return found.tables(clues).stream()
        .map(table -> "%d..%d %s".formatted(found.from(), found.to(), told(table)))
        .collect(Collectors.joining());
  }

  private static String told(PageTable table) {
    String header = table.header().map(row -> "header " + told(row)).orElse("no header");
    return "%s %s\n%s\n%s"
            .formatted(
                table.layout().id(),
                table.sides().name().toLowerCase(java.util.Locale.ROOT),
                header,
                table.rows().stream().map(row -> told(row) + "\n").collect(Collectors.joining()))
        + (table.unclear().isEmpty() ? "" : "unclear: " + table.unclear() + "\n");
  }

  /** Every table of a page whose title or address names these subjects. */
  static List<String> find(List<String> named, String text) {
    return new TableFinder(LABELS)
        .find(PageLines.of(PlainText.lines(text))).stream()
            .map(found -> told(found, named))
            .toList();
  }

  private static String told(Row row) {
    String join =
        row.join() == Join.APART ? "" : " " + row.join().name().toLowerCase(java.util.Locale.ROOT);
    return "'"
        + row.label()
        + "' "
        + row.cells().stream().map(cell -> "[" + cell + "]").collect(Collectors.joining())
        + row.notes().stream().map(note -> " (" + note + ")").collect(Collectors.joining())
        + join;
  }

  /** Every text of a table: corner, names, labels and cells. */
  static List<SourceText> texts(FoundTable found) {
    List<SourceText> texts = new ArrayList<>();
    for (PageTable table : found.tables(PageClues.of(LABELS))) {
      table.header().ifPresent(row -> add(row, texts));
      table.rows().forEach(row -> add(row, texts));
    }
    return texts;
  }

  private static void add(Row row, List<SourceText> texts) {
    texts.add(row.label());
    texts.addAll(row.cells());
  }
}
