package dev.unglue.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.unglue.model.page.RowDecision;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import dev.unglue.text.Whitespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what waits for a person's word: rows that can be read in several ways, rows in quarantine.
 *
 * @param store opened for reading
 */
public record UndecidedList(WorkStore store) {
  /** Two captures of one page with one time are the page in two layouts: both are its latest. */
  private static final String LATEST =
      """
      c.parse_status <> 'superseded' AND rtrim(c.last_seen_at, 'Z') = (
        SELECT max(rtrim(p.last_seen_at, 'Z')) FROM capture p
        WHERE p.page = c.page AND p.parse_status <> 'superseded')\
      """;

  /** The first condition says what its index is of. */
  private static final String CELLS =
      """
      SELECT c.page, c.raw_path, c.raw_offset, c.raw_sha256, o.attribute_id, o.member, o.raw_text, o.raw_start,
        o.raw_end, o.candidates, s.name
      FROM observation o JOIN capture c USING (capture_id)
        LEFT JOIN subject s ON s.subject_id = o.subject_id
        %s
      WHERE o.state IN ('ambiguous', 'unparsed') AND o.state = 'ambiguous' AND o.layout IS NOT NULL AND %s
        AND coalesce(r.state, o.state) = 'ambiguous'
      ORDER BY c.page, c.raw_sha256, o.raw_start, o.raw_end, o.observation_id
      """
          .formatted(ResolvedCellSql.join("o", "r"), LATEST);

  private static final String QUARANTINED =
      """
      SELECT q.page, c.raw_path, c.raw_offset, c.raw_sha256, q.raw_start, q.raw_end
      FROM quarantine q JOIN capture c USING (capture_id)
      WHERE q.state = 'open' AND q.raw_start IS NOT NULL AND %s
      """
          .formatted(LATEST);

  private static final String PRINTED =
      """
      SELECT o.raw_text FROM observation o JOIN capture c USING (capture_id)
      WHERE c.page = ? AND c.raw_sha256 = ? AND o.attribute_id = ?
        AND (o.attribute_id <> 'unmapped' OR o.member = ?)
      ORDER BY c.capture_id, o.raw_start, o.observation_id
      """;

  private static final String CAPTURE =
      """
      SELECT page, raw_path, raw_offset, raw_sha256, 0 AS raw_start, 0 AS raw_end
      FROM capture WHERE page = ? AND raw_sha256 = ? ORDER BY capture_id DESC LIMIT 1
      """;

  private record Cell(UndecidedRow row, String subject) {}

  /** The rows of current captures that can be read in several ways, by page and place. */
  public List<UndecidedRow> rows() {
    List<Cell> cells = store.query(statements -> statements.list(CELLS, UndecidedList::cell));
    Map<FlagRow.Place, List<Cell>> byPlace =
        cells.stream().collect(groupingBy(cell -> cell.row().at(), LinkedHashMap::new, toList()));
    return byPlace.values().stream().map(UndecidedList::joined).toList();
  }

  /** One row of all its cells; a label of several attributes gives each subject several. */
  private static UndecidedRow joined(List<Cell> cells) {
    UndecidedRow first = cells.get(0).row();
    List<String> subjects =
        cells.stream().map(Cell::subject).filter(name -> !name.isEmpty()).distinct().toList();
    return new UndecidedRow(
        subjects, first.attribute(), first.label(), first.text(), first.candidates(), first.at());
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        new UndecidedRow(
            List.of(),
            row.getString("attribute_id"),
            row.getString("member"),
            row.getString("raw_text"),
            Json.candidates(Sql.text(row, "candidates")),
            FlagRow.Place.of(row)),
        Objects.requireNonNullElse(Sql.text(row, "name"), ""));
  }

  /** Where rows of current captures lie in quarantine. */
  public Set<FlagRow.Place> quarantined() {
    return Set.copyOf(store.query(statements -> statements.list(QUARANTINED, FlagRow.Place::of)));
  }

  /** Where the content of a page lies; absent where it is not stored. */
  public Optional<FlagRow.Place> capture(String page, String rawSha256) {
    return store.query(statements -> statements.first(CAPTURE, FlagRow.Place::of, page, rawSha256));
  }

  /** True if a capture of the decision's content is stored, and has a row of that text. */
  public boolean isKnown(RowDecision decision) {
    List<String> printed =
        store.query(
            statements ->
                statements.texts(
                    PRINTED,
                    decision.page(),
                    decision.rawSha256(),
                    decision.attribute(),
                    decision.label()));
    return Whitespace.remove(String.join("", printed)).contains(Whitespace.remove(decision.text()));
  }
}
