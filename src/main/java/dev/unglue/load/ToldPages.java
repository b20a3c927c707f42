package dev.unglue.load;

import dev.unglue.model.Sighting;
import dev.unglue.model.Subject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads from a database what its current captures say. */
public final class ToldPages {
  private static final String CAPTURES =
      """
      SELECT capture_id FROM capture WHERE parse_status <> 'superseded'
      ORDER BY page, source, raw_sha256, parser_version
      """;

  private static final String COMPARED =
      """
      SELECT s.name, s.slug FROM comparison c JOIN subject s USING (subject_id)
      WHERE c.capture_id = ? ORDER BY c.position
      """;

  private ToldPages() {}

  /**
   * Every current capture that says anything, by page; each with its cells as they are believed.
   */
  public static List<ToldPage> of(WorkStore store) {
    return store.query(
        statements -> {
          SightingReader reader = new SightingReader(statements);
          List<ToldPage> pages = new ArrayList<>();
          for (long capture : statements.list(CAPTURES, row -> row.getLong(1))) {
            List<Sighting> seen = reader.ofCapture(capture);
            if (!seen.isEmpty()) {
              Instant at = seen.get(0).seenAt();
              pages.add(page(seen, compared(statements, capture), at));
            }
          }
          return pages;
        });
  }

  private static List<Subject> compared(Statements statements, long capture) throws SQLException {
    return statements.list(
        COMPARED, row -> new Subject(row.getString("name"), row.getString("slug")), capture);
  }

  private static ToldPage page(List<Sighting> seen, List<Subject> compared, Instant at) {
    List<Subject> subjects =
        compared.isEmpty()
            ? seen.stream().flatMap(ToldPages::subject).distinct().toList()
            : compared;
    return new ToldPage(
        seen.get(0).ref(), at, subjects, seen.stream().map(Sighting::observation).toList());
  }

  private static Stream<Subject> subject(Sighting seen) {
    return Stream.ofNullable(seen.observation().subject()).filter(Objects::nonNull);
  }
}
