package dev.unglue.bench;

import dev.unglue.text.Whitespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A table whose cells are known, of any kind.
 *
 * @param list true for a list of things, whose columns differ in type; else it compares things
 * @param header the names of its columns, that above the labels first; that one may be empty
 * @param rows label first; the heading of a group is a label alone
 */
public record KnownTable(boolean list, List<String> header, List<List<String>> rows) {
  private static final String BUNDLED = "open-tables.txt";

  /** Copies the rows. */
  public KnownTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Number of its columns, that of the labels left out. */
  int columns() {
    return header.size() - 1;
  }

  /** Its rows; such a share of them without one of their cells. */
  List<List<String>> losing(double share, RandomGenerator random) {
    List<List<String>> losing = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      if (row.size() > 1 && random.nextDouble() < share) {
        cells.remove(random.nextInt(1, row.size()));
      }
      losing.add(cells);
    }
    return losing;
  }

  /** The bundled tables, in the order of their file, which says how it is written. */
  public static List<KnownTable> bundled() {
    try (InputStream file = KnownTable.class.getResourceAsStream(BUNDLED)) {
      if (file == null) {
        throw new IOException("the program was built without " + BUNDLED);
      }
      return read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tables of a folder, one a file of tab-separated text, header first, in the order of their
   * names. {@code \\n} is a line break in a cell, {@code \\p} a bar.
   */
  static List<KnownTable> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<KnownTable> tables = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".tsv")).sorted().toList()) {
        List<List<String>> lines =
            Files.readAllLines(file).stream().map(KnownTable::cells).toList();
        tables.add(new KnownTable(true, lines.get(0), lines.subList(1, lines.size())));
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the tables in " + folder, e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1))
        .map(cell -> Whitespace.collapse(cell.replace("\\n", " ").replace("\\p", "|")))
        .toList();
  }

  private static List<KnownTable> read(BufferedReader file) {
    List<KnownTable> tables = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    for (String line : file.lines().toList()) {
      if (line.startsWith("=")) {
        add(tables, lines);
        lines = new ArrayList<>(List.of(List.of(line.substring(1).strip())));
      } else if (!line.startsWith("#")) {
        lines.add(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
      }
    }
    add(tables, lines);
    return tables;
  }

  private static void add(List<KnownTable> tables, List<List<String>> lines) {
    if (!lines.isEmpty()) {
      boolean list = lines.get(0).get(0).isEmpty();
      tables.add(new KnownTable(list, lines.get(1), lines.subList(2, lines.size())));
    }
  }
}
