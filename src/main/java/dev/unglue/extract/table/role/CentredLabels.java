package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.List;

/** Labels between the cells of two subjects, below the word that joins their names. */
final class CentredLabels {
  private static final int WIDTH = 3;

  private CentredLabels() {}

  /** The rows with their labels before the cells; as they are where one has none in the middle. */
  static List<CellRow> first(List<CellRow> rows) {
    boolean centred =
        rows.size() > 1
            && rows.get(0).cells().size() == WIDTH
            && HeaderWords.isVersus(rows.get(0).cells().get(1).text())
            && rows.stream().skip(1).allMatch(CentredLabels::isCentred);
    return centred ? rows.stream().map(CentredLabels::turned).toList() : rows;
  }

  private static boolean isCentred(CellRow row) {
    return row.cells().size() == WIDTH && CellText.mayBeLabel(row.cells().get(1).text());
  }

  private static CellRow turned(CellRow row) {
    List<SourceText> cells = row.cells();
    SourceText label = cells.get(1);
    SourceText corner = HeaderWords.isVersus(label.text()) ? label.slice(0, 0) : label;
    return row.with(List.of(corner, cells.get(0), cells.get(2)));
  }
}
