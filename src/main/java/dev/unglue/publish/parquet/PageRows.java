package dev.unglue.publish.parquet;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one capture, put together to what its page gave.
 *
 * @param capture its row
 * @param comparison whom it compares, in order
 * @param observations its cells, in order
 * @param flags what it raises alone
 * @param quarantine what could not be read of it
 */
public record PageRows(
    TableRow capture,
    List<TableRow> comparison,
    List<TableRow> observations,
    List<TableRow> flags,
    List<TableRow> quarantine) {
  /** Copies the lists. */
  public PageRows {
    comparison = List.copyOf(comparison);
    observations = List.copyOf(observations);
    flags = List.copyOf(flags);
    quarantine = List.copyOf(quarantine);
  }

  /** The version of what read the page. */
  public String parserVersion() {
    return needed(StorageTables.CAPTURE, capture, "parser_version");
  }

  /** The page; of its grids and of the sentences that rank subjects nothing is kept. */
  public ParsedPage page() {
    TableSchema shape = StorageTables.CAPTURE;
    String notes = text(shape, capture, "notes");
    String canonical = text(shape, capture, "canonical");
    return new ParsedPage(
        ref(),
        constant(PageKind.class, shape, capture, "page_kind"),
        needed(shape, capture, "layout"),
        comparison.stream().map(PageRows::subject).toList(),
        List.of(),
        observations.stream().map(PageRows::observation).toList(),
        List.of(),
        List.of(),
        quarantine.stream().map(PageRows::quarantined).toList(),
        notes == null ? List.of() : Json.texts(notes),
        canonical == null ? "" : canonical);
  }

  private CaptureRef ref() {
    return ref(capture);
  }

  /** The capture of a row. */
  public static CaptureRef ref(TableRow capture) {
    TableSchema shape = StorageTables.CAPTURE;
    String at = text(shape, capture, "captured_at");
    return new CaptureRef(
        needed(shape, capture, "source"),
        needed(shape, capture, "page"),
        text(shape, capture, "url"),
        at == null ? null : Instant.parse(at),
        needed(shape, capture, "raw_sha256"),
        needed(shape, capture, "media_type"),
        needed(shape, capture, "raw_path"),
        whole(shape, capture, "raw_offset"),
        text(shape, capture, "truncated"));
  }

  private static Subject subject(TableRow row) {
    TableSchema shape = StorageTables.COMPARISON;
    return new Subject(needed(shape, row, "name"), needed(shape, row, "slug"));
  }

  /** The cell of a row. */
  public static Observation observation(TableRow row) {
    TableSchema shape = StorageTables.OBSERVATION;
    String slug = text(shape, row, "slug");
    return new Observation(
        slug == null ? null : new Subject(needed(shape, row, "subject"), slug),
        needed(shape, row, "attribute"),
        needed(shape, row, "member"),
        (int) whole(shape, row, "ordinal"),
        constant(Section.class, shape, row, "section"),
        constant(State.class, shape, row, "state"),
        decimal(row.cell(shape.index("value_num")).orElse(null)),
        text(shape, row, "value_text"),
        needed(shape, row, "raw_text"),
        span(shape, row, "raw_start", "raw_end"),
        needed(shape, row, "method"),
        number(shape, row, "confidence"),
        Json.candidates(text(shape, row, "candidates")),
        row.cell(shape.index("layout")).isEmpty()
            ? null
            : constant(Layout.class, shape, row, "layout"));
  }

  /** What it raises alone. */
  public List<Flag> pageFlags() {
    return flags.stream().map(PageRows::flag).toList();
  }

  private static Flag flag(TableRow row) {
    TableSchema shape = StorageTables.FLAG;
    String page = needed(shape, row, "page");
    List<Flag.Origin> origins = new ArrayList<>();
    String other = text(shape, row, "other_page");
    if (row.cell(shape.index("raw_start")).isPresent()) {
      origins.add(new Flag.Origin(page, span(shape, row, "raw_start", "raw_end")));
    } else if (other != null) {
      origins.add(new Flag.Origin(page, null));
    }
    if (other != null) {
      boolean whole = row.cell(shape.index("other_start")).isEmpty();
      origins.add(
          new Flag.Origin(other, whole ? null : span(shape, row, "other_start", "other_end")));
    }
    return new Flag(
        needed(shape, row, "rule"),
        constant(Severity.class, shape, row, "severity"),
        page,
        row.text(shape.index("slug")),
        row.text(shape.index("attribute")),
        row.text(shape.index("member")),
        row.text(shape.index("expected")),
        row.text(shape.index("actual")),
        row.text(shape.index("message")),
        origins,
        whole(shape, row, "silenced") == 1);
  }

  /** What could not be read, of a row. */
  public static Quarantined quarantined(TableRow row) {
    TableSchema shape = StorageTables.QUARANTINE;
    return new Quarantined(
        needed(shape, row, "page"),
        needed(shape, row, "reason"),
        needed(shape, row, "message"),
        needed(shape, row, "raw_text"),
        row.cell(shape.index("raw_start")).isEmpty()
            ? null
            : span(shape, row, "raw_start", "raw_end"));
  }

  // --- cells ----------------------------------------------------------------------------------

  private static @Nullable String text(TableSchema shape, TableRow row, String column) {
    return row.cell(shape.index(column)).map(Object::toString).orElse(null);
  }

  private static String needed(TableSchema shape, TableRow row, String column) {
    return row.cell(shape.index(column))
        .map(Object::toString)
        .orElseThrow(() -> wrong(shape, row, column, "a value, found none"));
  }

  private static long whole(TableSchema shape, TableRow row, String column) {
    return row.cell(shape.index(column)).map(cell -> ((Number) cell).longValue()).orElse(0L);
  }

  /**
   * As a database gives it: whole numbers without a point, all others with the digits they have.
   */
  private static @Nullable BigDecimal decimal(@Nullable Object cell) {
    BigDecimal number = Sql.decimal(cell);
    return number != null && number.scale() < 0 ? number.setScale(0) : number;
  }

  private static double number(TableSchema shape, TableRow row, String column) {
    return row.cell(shape.index(column)).map(cell -> ((Number) cell).doubleValue()).orElse(0.0);
  }

  private static Span span(TableSchema shape, TableRow row, String start, String end) {
    return new Span((int) whole(shape, row, start), (int) whole(shape, row, end));
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, TableSchema shape, TableRow row, String column) {
    String word = needed(shape, row, column);
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw wrong(shape, row, column, "a known word, found \"%.80s\"".formatted(word));
  }

  private static StoreException wrong(
      TableSchema shape, TableRow row, String column, String finding) {
    return new StoreException(
        "table %s: %s: expected %s in the row %.200s"
            .formatted(shape.name(), column, finding, row));
  }
}
