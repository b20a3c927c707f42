package dev.unglue.publish;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Subject;
import dev.unglue.store.WorkStore;
import dev.unglue.store.table.SightingReader;
import java.util.ArrayList;
import java.util.List;

/** Reads from a database what its current captures say. */
public final class StoredPageReader {
  private static final String CAPTURES =
      """
      SELECT capture_id FROM capture WHERE parse_status <> 'superseded'
      ORDER BY page, source, raw_sha256, parser_version
      """;

  private StoredPageReader() {}

  /**
   * Every current capture that says anything, by page; each with its cells as they are believed.
   */
  public static List<PageObservations> of(WorkStore store) {
    return store.query(
        statements -> {
          SightingReader reader = new SightingReader(statements);
          List<PageObservations> pages = new ArrayList<>();
          for (long capture : statements.keys(CAPTURES)) {
            List<Sighting> seen = reader.ofCapture(capture);
            if (!seen.isEmpty()) {
              pages.add(page(seen, reader.compared(capture)));
            }
          }
          return pages;
        });
  }

  private static PageObservations page(List<Sighting> seen, List<Subject> compared) {
    List<Observation> cells = seen.stream().map(Sighting::observation).toList();
    List<Subject> subjects = compared.isEmpty() ? PageObservations.subjects(cells) : compared;
    return new PageObservations(seen.get(0).ref(), seen.get(0).seenAt(), subjects, cells);
  }
}
