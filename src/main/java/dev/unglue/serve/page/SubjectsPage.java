package dev.unglue.serve.page;

import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.Request;
import dev.unglue.store.site.SubjectQuery;
import dev.unglue.store.site.SubjectSearch;
import dev.unglue.store.site.SubjectSearch.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subjects that are looked for.
 *
 * @param text what is looked for
 * @param kind their kind; empty for all
 * @param kinds all kinds
 * @param open true for those with cells in doubt only
 * @param flagged true for those with flags only
 * @param sort the attribute by which they are sorted; empty for the name
 * @param descending true for the greatest first
 * @param heads the columns that are shown
 * @param choices all attributes, and whether each is shown
 * @param ranges the attributes with numbers, and the bounds that are set
 * @param found what was found
 * @param paging which of them are shown
 * @param nameLink address of the same sorted by name
 */
public record SubjectsPage(
    String text,
    String kind,
    List<String> kinds,
    boolean open,
    boolean flagged,
    String sort,
    boolean descending,
    List<Head> heads,
    List<Choice> choices,
    List<Range> ranges,
    SubjectSearch.Found found,
    Paging paging,
    String nameLink) {
  private static final int ROWS = 50;

  /** With many columns a page has fewer rows. */
  private static final int CELLS = 400;

  private static final int LEAST_ROWS = 10;
  private static final int MOST_ROWS = 10_000;
  private static final int COLUMNS = 6;
  private static final int NAMES = 12;

  /**
   * The head of a column.
   *
   * @param column the attribute
   * @param link address of the same sorted by it, the other way round where it is
   */
  public record Head(Column column, String link) {}

  /**
   * An attribute that may be shown.
   *
   * @param column the attribute
   * @param chosen true if it is shown
   */
  public record Choice(Column column, boolean chosen) {}

  /**
   * Bounds of an attribute.
   *
   * @param column the attribute
   * @param least as it was typed
   * @param most as it was typed
   */
  public record Range(Column column, String least, String most) {}

  /**
   * Looks for them.
   *
   * @param whole true for all rows at once, as programs take them
   */
  public static View view(SubjectSearch search, Request request, boolean whole) {
    Params asked = request.query();
    List<Column> all = search.columns();
    List<Column> shown = shown(all, asked);
    SubjectQuery query = query(asked, all, shown, whole);
    SubjectSearch.Found found = search.find(query);
    SubjectsPage page =
        new SubjectsPage(
            query.text(),
            query.kind(),
            search.kinds(),
            query.open(),
            query.flagged(),
            query.sort(),
            query.descending(),
            shown.stream().map(column -> new Head(column, sorted(asked, column.id()))).toList(),
            all.stream().map(column -> new Choice(column, shown.contains(column))).toList(),
            all.stream().filter(Column::numeric).map(column -> range(asked, column)).toList(),
            found,
            Paging.of(
                "/subjects",
                asked,
                query.offset(),
                found.rows().size(),
                query.limit(),
                found.all()),
            sorted(asked, ""));
    return new View("subjects.peb", "Subjects", page, sheet(page));
  }

  /** The names that begin as what is being typed, in whichever field. */
  public static View names(SubjectSearch search, Request request) {
    String text =
        Stream.of("q", "left", "right")
            .map(request.query()::first)
            .filter(typed -> !typed.isEmpty())
            .findFirst()
            .orElse("");
    SubjectQuery query =
        new SubjectQuery(text, false, "", Map.of(), false, false, "", false, List.of(), 0, NAMES);
    return new View("names.peb", "Names", search.find(query), View.NO_SHEET);
  }

  private static List<Column> shown(List<Column> all, Params asked) {
    List<String> wanted = asked.all("col");
    return wanted.isEmpty()
        ? all.stream().limit(COLUMNS).toList()
        : all.stream().filter(column -> wanted.contains(column.id())).toList();
  }

  private static SubjectQuery query(
      Params asked, List<Column> all, List<Column> shown, boolean whole) {
    Map<String, SubjectQuery.Bounds> ranges = new LinkedHashMap<>();
    for (Column column : all) {
      BigDecimal least = number(asked.first("min." + column.id()));
      BigDecimal most = number(asked.first("max." + column.id()));
      if (least != null || most != null) {
        ranges.put(column.id(), new SubjectQuery.Bounds(least, most));
      }
    }
    String sort = asked.first("sort");
    boolean known = all.stream().anyMatch(column -> column.id().equals(sort));
    return new SubjectQuery(
        asked.first("q"),
        true,
        asked.first("kind"),
        ranges,
        asked.has("open"),
        asked.has("flagged"),
        known ? sort : "",
        asked.has("desc"),
        shown.stream().map(Column::id).toList(),
        whole ? 0 : asked.number(Paging.FROM, 0, 0, 10_000_000),
        whole ? MOST_ROWS : rows(shown.size()));
  }

  private static int rows(int columns) {
    return Math.max(LEAST_ROWS, Math.min(ROWS, CELLS / Math.max(1, columns)));
  }

  private static @Nullable BigDecimal number(String text) {
    String plain = text.replace(",", "").strip();
    return plain.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? new BigDecimal(plain) : null;
  }

  private static Range range(Params asked, Column column) {
    return new Range(column, asked.first("min." + column.id()), asked.first("max." + column.id()));
  }

  /** Numbers begin with the greatest, names with the first; the next click turns it round. */
  private static String sorted(Params asked, String attribute) {
    boolean same = asked.first("sort").equals(attribute);
    boolean descending = same ? !asked.has("desc") : !attribute.isEmpty();
    return "/subjects?"
        + asked
            .with("sort", attribute)
            .with("desc", descending ? "1" : "")
            .with(Paging.FROM, "")
            .encoded();
  }

  private static Sheet sheet(SubjectsPage page) {
    List<String> columns = new ArrayList<>(List.of("subject", "slug", "kind"));
    page.heads().forEach(head -> columns.add(head.column().id()));
    return new Sheet(
        columns,
        page.found().rows().stream()
            .map(
                row -> {
                  List<Object> cells = new ArrayList<>(List.of(row.name(), row.slug(), row.kind()));
                  row.cells()
                      .forEach(
                          cell -> cells.add(cell.number() == null ? cell.text() : cell.number()));
                  return cells;
                })
            .toList());
  }
}
