package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table with one row for each value, as data bases keep them: {@code subject, attribute, value}.
 * The names of the title show which column is which; where it has none, the heads do.
 */
final class LongForm {
  private static final int COLUMNS = 3;
  private static final Set<String> VALUE =
      Set.of("value", "wert", "valeur", "valor", "valore", "waarde", "wartość", "値");

  private LongForm() {}

  /** The rows with a column for each subject; as they are where they are of another form. */
  static List<CellRow> pivoted(List<CellRow> rows, SubjectNames titled) {
    SubjectNames names = titled.isEmpty() ? first(rows) : titled;
    if (names.isEmpty() || rows.stream().anyMatch(row -> row.filled().size() > COLUMNS)) {
      return rows;
    }
    List<CellRow> body = rows.subList(Math.min(1, rows.size()), rows.size());
    boolean first = body.stream().allMatch(row -> isOf(row, 0, names));
    if (body.size() <= names.keys().size() || (!first && !isBehindLabels(body, names))) {
      return rows;
    }
    Map<Integer, SourceText> subjects = new LinkedHashMap<>();
    Map<String, Said> labels = new LinkedHashMap<>();
    for (CellRow row : body) {
      SourceText name = row.cells().get(first ? 0 : 1);
      SourceText label = row.cells().get(first ? 1 : 0);
      SourceText cell = row.cells().size() < COLUMNS ? end(name) : row.cells().get(COLUMNS - 1);
      subjects.putIfAbsent(names.indexOf(name), name);
      Said said =
          labels.computeIfAbsent(label.text(), text -> new Said(label, new LinkedHashMap<>()));
      if (said.cells().put(names.indexOf(name), cell) != null) {
        return rows; // two values of one subject below one label: nobody knows which
      }
    }
    return subjects.size() < names.keys().size() || labels.size() < 2
        ? rows
        : table(subjects, labels.values());
  }

  /** The cells of a label, by subject. */
  private record Said(SourceText label, Map<Integer, SourceText> cells) {}

  /** What stands first in the rows, where the heads beside it are {@code attribute, value}. */
  private static SubjectNames first(List<CellRow> rows) {
    boolean headed =
        rows.size() > COLUMNS
            && rows.stream().allMatch(row -> row.cells().size() == COLUMNS)
            && HeaderWords.isOnlyCorner(rows.get(0).cells().get(1).text())
            && VALUE.contains(rows.get(0).cells().get(2).text().toLowerCase(Locale.ROOT));
    if (!headed) {
      return SubjectNames.of(List.of());
    }
    List<String> names =
        rows.stream().skip(1).map(row -> row.cells().get(0).text()).distinct().toList();
    boolean again = names.size() > 1 && names.size() * 2 < rows.size();
    return SubjectNames.of(again ? names : List.of());
  }

  private static boolean isOf(CellRow row, int column, SubjectNames names) {
    return row.cells().size() >= 2
        && !row.cells().get(1 - column).isEmpty()
        && names.contain(row.cells().get(column));
  }

  private static boolean isBehindLabels(List<CellRow> body, SubjectNames names) {
    return body.stream().allMatch(row -> isOf(row, 1, names));
  }

  private static List<CellRow> table(Map<Integer, SourceText> subjects, Collection<Said> labels) {
    List<SourceText> header = new ArrayList<>(subjects.values());
    header.add(0, header.get(0).slice(0, 0));
    List<CellRow> rows = new ArrayList<>(List.of(CellRow.of(header)));
    for (Said said : labels) {
      List<SourceText> row = new ArrayList<>(List.of(said.label()));
      subjects.keySet().forEach(i -> row.add(said.cells().getOrDefault(i, end(said.label()))));
      rows.add(CellRow.of(row));
    }
    return rows;
  }

  private static SourceText end(SourceText text) {
    return text.slice(text.length());
  }
}
