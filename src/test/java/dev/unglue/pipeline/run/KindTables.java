package dev.unglue.pipeline.run;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables with their right cells, and how many of those a parse gives.
 *
 * @param title title of the page; may be empty
 * @param rows the header and the rows, each with its label first
 */
record KindTables(String title, List<List<String>> rows) {
  private static final Path FOLDER = Path.of("src/test/resources/dev/unglue/pipeline");

  /**
   * What became of cells.
   *
   * @param right as they should be
   * @param open not told, because nothing decides
   * @param lost of rows that are in no table
   * @param wrong each wrong row
   */
  record Score(int right, int open, int lost, List<String> wrong) {
    Score and(Score other) {
      List<String> all = new ArrayList<>(wrong);
      all.addAll(other.wrong);
      return new Score(right + other.right, open + other.open, lost + other.lost, all);
    }

    /** {@code 136 right, 0 open, 15 lost, wrong: []}. */
    @Override
    public String toString() {
      return "%d right, %d open, %d lost, wrong: %s".formatted(right, open, lost, wrong);
    }
  }

  static final Score NOTHING = new Score(0, 0, 0, List.of());

  static List<KindTables> of(String file) {
    try {
      List<KindTables> tables = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        if (line.startsWith("=")) {
          tables.add(new KindTables(line.substring(1).strip(), new ArrayList<>()));
        } else if (!line.startsWith("#") && !line.isBlank()) {
          List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
          tables.get(tables.size() - 1).rows.add(cells);
        }
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page, its cells joined by {@code between}. */
  String page(String between) {
    return (title.isEmpty() ? "" : title + "\n\n")
        + rows.stream()
            .map(row -> row.stream().filter(c -> !c.isEmpty()).collect(Collectors.joining(between)))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  List<List<String>> body() {
    return rows.subList(1, rows.size());
  }

  static Score score(ParsedPage page, List<List<String>> right) {
    return right.stream().map(row -> scoreRow(page, row)).reduce(NOTHING, Score::and);
  }

  private static Score scoreRow(ParsedPage page, List<String> right) {
    Optional<GridRow> found =
        page.tables().stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> key(pieces(row)).equals(key(right)))
            .findFirst();
    if (found.isEmpty()) {
      return new Score(0, 0, right.size(), List.of());
    }
    List<String> pieces = pieces(found.get());
    List<String> wanted = right.stream().map(KindTables::oneLine).toList();
    if (found.get().state() != RowState.READ) {
      List<String> sure = sure(found.get());
      int same = (int) wanted.stream().filter(sure::contains).count();
      return new Score(same, right.size() - same, 0, List.of());
    }
    return pieces.equals(wanted)
        ? new Score(right.size(), 0, 0, List.of())
        : new Score(0, 0, 0, List.of(String.join(" | ", pieces)));
  }

  /** What is certain in a row that is open as a whole. */
  private static List<String> sure(GridRow row) {
    List<String> sure = new ArrayList<>();
    row.certain().values().forEach(cell -> sure.add(oneLine(cell.text())));
    if (!sure.isEmpty()) {
      sure.add(oneLine(row.label().text()));
    }
    return sure;
  }

  private static List<String> pieces(GridRow row) {
    List<String> pieces = new ArrayList<>(List.of(oneLine(row.label().text())));
    row.cells().stream().map(Slice::text).map(KindTables::oneLine).forEach(pieces::add);
    return pieces;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static String key(List<String> pieces) {
    return String.join("", pieces).replaceAll("[\\s\\p{Z}]+", "");
  }

  static Capture capture(String url, String text) {
    return new Capture(
        new CaptureRef("test", url, url, null, "0".repeat(64), "text/plain", "page.txt", 0, null),
        text,
        List.of());
  }
}
