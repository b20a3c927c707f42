package dev.unglue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of rooms in ARCHITECTURE.md: {@code | [`page`](...) | does | text, model, ... | pure |
 * library |}, the rooms below before those that use them.
 */
final class RoomTable {
  private static final Path DOCUMENT = Path.of("src/docs/ARCHITECTURE.md");
  private static final Pattern ROW =
      Pattern.compile("\\| \\[`(\\w+)`\\]\\([^|]*\\) \\|[^|]*\\|([^|]*)\\|([^|]*)\\|[^|]*\\|");

  private RoomTable() {}

  /** Each room with those that it may use, in the order of the table. */
  static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    for (Matcher row : rows()) {
      arrows.put(row.group(1), words(row.group(2)));
    }
    return arrows;
  }

  /** The rooms that touch nothing outside. */
  static Set<String> pure() {
    return rows().stream()
        .filter(row -> row.group(3).strip().equals("yes"))
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Matcher> rows() {
    try {
      return Files.readAllLines(DOCUMENT).stream()
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
