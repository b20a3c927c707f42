package dev.unglue.publish;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.view.PublishedColumn;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code observations.csv} and {@code facts.csv}, whoever has made them. */
public final class ObservationCsvReader {
  /** How statements are read that stand in no table. */
  private static final Set<String> SPOKEN = Set.of("sentence", "list", "paragraph");

  private final Path file;
  private final Set<String> attributes;
  private final Instant now;
  private final List<String> columns = new ArrayList<>();
  private final Map<CaptureRef, List<Observation>> byPage = new LinkedHashMap<>();
  private Map<String, String> cells = Map.of();
  private boolean facts;
  private long line = 1;

  private ObservationCsvReader(Path file, Set<String> attributes, Instant now) {
    this.file = file;
    this.attributes = attributes;
    this.now = now;
  }

  /**
   * The pages that a file tells of, in its order; facts that hold are one page.
   *
   * @param attributes ids that are known
   * @param now stands for a time that is not told
   * @throws StoreException at the first line that is not of our schema
   */
  public static List<PageObservations> read(Path file, Set<String> attributes, Instant now) {
    return new ObservationCsvReader(file, attributes, now).pages();
  }

  private List<PageObservations> pages() {
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      for (CSVRecord each : parser) {
        if (columns.isEmpty()) {
          header(each);
        } else if (each.size() > 1 || !each.get(0).isEmpty()) {
          cells = cells(each);
          take();
        }
        line = 1 + parser.getCurrentLineNumber();
      }
    } catch (IOException | UncheckedIOException e) {
      throw wrong("expected CSV (RFC 4180) in UTF-8, found \"%.80s\"".formatted(e.getMessage()));
    }
    if (columns.isEmpty()) {
      throw wrong("expected a line with the names of the columns, found none");
    }
    List<PageObservations> pages = new ArrayList<>();
    byPage.forEach((ref, seen) -> pages.add(page(ref, seen)));
    return pages;
  }

  private PageObservations page(CaptureRef ref, List<Observation> seen) {
    Instant at = Objects.requireNonNullElse(ref.capturedAt(), now);
    return new PageObservations(ref, at, PageObservations.subjects(seen), seen);
  }

  // --- lines ----------------------------------------------------------------------------------

  private void header(CSVRecord first) {
    List<String> found =
        Arrays.stream(first.values()).map(name -> name.replace("\ufeff", "")).toList();
    facts = found.contains("valid_from") || found.contains("resolution");
    CsvTable table = facts ? CsvTables.facts() : CsvTables.observations();
    List<String> known = table.fields().stream().map(PublishedColumn::name).toList();
    if (found.stream().noneMatch(known::contains)) {
      throw wrong(
          "not our schema: expected the columns of observations.csv or facts.csv, found \"%.80s\""
              .formatted(String.join(",", found)));
    }
    for (String name : found) {
      if (!known.contains(name)) {
        throw wrong(
            "unknown column \"%.80s\": expected those of %s: %s"
                .formatted(name, table.file(), String.join(", ", known)));
      }
    }
    for (String name : known) {
      if (!found.contains(name)) {
        throw wrong("the column %s of %s is missing".formatted(name, table.file()));
      }
    }
    columns.addAll(found);
  }

  private Map<String, String> cells(CSVRecord read) {
    if (read.size() != columns.size()) {
      throw wrong(
          "expected %d cells as in the first line, found %d"
              .formatted(columns.size(), read.size()));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), CsvCells.read(read.get(i)));
    }
    return cells;
  }

  private void take() {
    if (facts && !get("valid_to").isEmpty()) {
      return;
    }
    CaptureRef ref = facts ? ofFile() : capture();
    byPage.computeIfAbsent(ref, key -> new ArrayList<>()).add(observation());
  }

  private CaptureRef ofFile() {
    String name = String.valueOf(file.getFileName());
    return new CaptureRef("", name, null, null, "", "text/csv", name, 0, null);
  }

  private CaptureRef capture() {
    String page = needed("page");
    String at = get("captured_at");
    return new CaptureRef(
        get("source"),
        page,
        null,
        at.isEmpty() ? null : instant("captured_at"),
        get("raw_sha256"),
        "text/plain",
        page,
        0,
        null);
  }

  private Observation observation() {
    String attribute = needed("attribute");
    if (!attributes.contains(attribute)) {
      throw wrong(
          "attribute: expected one of the configuration, found \"%.80s\"".formatted(attribute));
    }
    State state = facts ? State.VALUE : choice(State.class, "state");
    BigDecimal number = number("value_num");
    String text = get("value_text").isEmpty() ? null : get("value_text");
    boolean valued = state == State.VALUE || state == State.OUT_OF_RANGE;
    if (valued ? (number == null) == (text == null) : number != null || text != null) {
      throw wrong(
          valued
              ? "expected either value_num or value_text"
              : "expected no value in the state " + state.id());
    }
    return new Observation(
        subject(),
        attribute,
        get("member"),
        integer("ordinal"),
        facts ? Section.PAGE : choice(Section.class, "section"),
        state,
        number,
        text,
        facts ? value(number, text) : get("raw_text"),
        facts ? new Span((int) line, (int) line) : span(),
        facts ? "cell" : needed("method"),
        confidence(),
        List.of(),
        facts ? Layout.HTML : layout());
  }

  private static String value(@Nullable BigDecimal number, @Nullable String text) {
    return number != null ? number.toPlainString() : String.valueOf(text);
  }

  /** The layout of its table; a page's statements have that of the page, and no table. */
  private @Nullable Layout layout() {
    return Arrays.stream(Layout.values())
        .filter(each -> each.id().equals(get("layout")))
        .filter(each -> !SPOKEN.contains(get("method")))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Subject subject() {
    String slug = get("slug");
    return slug.isEmpty() ? null : new Subject(get("subject"), slug);
  }

  // --- the cells of the line; one that is not of our schema ends the reading ------------------

  private String get(String column) {
    return cells.getOrDefault(column, "");
  }

  private String needed(String column) {
    if (get(column).isEmpty()) {
      throw wrong(column + ": expected a text, found none");
    }
    return get(column);
  }

  private double confidence() {
    BigDecimal share = number("confidence");
    if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw unexpected("confidence", "a number from 0 to 1");
    }
    return share.doubleValue();
  }

  private int integer(String column) {
    return parsed(column, "an integer", Integer::valueOf);
  }

  private @Nullable BigDecimal number(String column) {
    return get(column).isEmpty() ? null : parsed(column, "a number", BigDecimal::new);
  }

  private Instant instant(String column) {
    return parsed(column, "an instant such as 2026-01-31T02:30:00Z", Instant::parse);
  }

  private <T> T parsed(String column, String expected, Function<String, T> parser) {
    try {
      return parser.apply(get(column));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw unexpected(column, expected);
    }
  }

  private StoreException unexpected(String column, String expected) {
    return wrong("%s: expected %s, found \"%.80s\"".formatted(column, expected, get(column)));
  }

  private <E extends Enum<E>> E choice(Class<E> type, String column) {
    List<String> ids = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      String id = each.name().toLowerCase(Locale.ROOT);
      if (id.equals(get(column))) {
        return each;
      }
      ids.add(id);
    }
    throw unexpected(column, "one of " + String.join(", ", ids));
  }

  private Span span() {
    int start = integer("raw_start");
    int end = integer("raw_end");
    if (start < 0 || end < start) {
      throw wrong("raw_end: expected at least raw_start, found \"%d\"".formatted(end));
    }
    return new Span(start, end);
  }

  private StoreException wrong(String message) {
    return new StoreException("%s:%d: %s".formatted(file, line, message));
  }
}
