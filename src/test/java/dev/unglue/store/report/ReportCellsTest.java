package dev.unglue.store.report;

import static dev.unglue.store.Samples.HEAD_TELLER;
import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TELLER;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.missing;
import static dev.unglue.store.Samples.number;
import static dev.unglue.store.Samples.page;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Observation;
import dev.unglue.model.report.AttributeFill;
import dev.unglue.model.report.CellLine;
import dev.unglue.model.report.Shown;
import dev.unglue.store.Load;
import dev.unglue.store.WorkStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first cells of each state, wherever in a store of several blocks they lie. */
class ReportCellsTest {
  private static final Set<Integer> EMPTY = Set.of(700, 5000, 5001, 9999);

  @TempDir Path out;

  @Test
  void findsTheFirstCellsOfEachStateInTheirOrder() {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(MONDAY), catalogue());
      for (int i = 0; i < 100; i++) {
        load.add(
            page(ref("p" + i, null, "c" + i), List.of(TELLER, HEAD_TELLER), cells(i)),
            PARSER,
            List.of());
      }
      load.endPages();
      load.finish("loaded", MONDAY);

      List<AttributeFill> attributes =
          store.query(
              statements -> new ReportCells(statements, new ReportProofs(), 3).attributes());

      assertThat(attributes).extracting(AttributeFill::id).containsExactly("job_satisfaction");
      AttributeFill found = attributes.get(0);
      assertThat(found.cells()).isEqualTo(Map.of("missing", 4L, "value", 9_996L));
      assertThat(pages(found, "value")).containsExactly("p0", "p0", "p0");
      assertThat(pages(found, "missing")).containsExactly("p7", "p50", "p50");
    }
  }

  /** A page has 100 cells; a block of 4,096 has those of 41 pages. */
  private static List<Observation> cells(int page) {
    List<Observation> cells = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean empty = EMPTY.contains(page * 100 + i);
      cells.add(
          empty
              ? missing(TELLER, "job_satisfaction", i * 10)
              : number(TELLER, "job_satisfaction", "4", i * 10));
    }
    return cells;
  }

  private static List<String> pages(AttributeFill attribute, String state) {
    Shown<CellLine> shown = attribute.rows().get(state);
    return shown == null ? List.of() : shown.rows().stream().map(CellLine::page).toList();
  }
}
