package dev.unglue.store.view;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an observation, each declared once: {@code observations.csv} with its descriptor
 * and its reader, the view {@code v_observation}, and the CSV that {@code parse} prints all follow
 * this list and its order.
 */
public final class ObservationColumns {
  /**
   * The SQL of the view is stored with it, and another text would make the view anew: so the line
   * breaks are part of it.
   */
  private static final String BREAK = "\n  ";

  private static final String ATTRIBUTE = BREAK + "o.attribute_id AS attribute";
  private static final String CANDIDATES = BREAK + ResolvedCellSql.columns("o", "r", "candidates");
  private static final String MEMBER =
      "Part of the attribute, such as a gender or a skill; empty: it has none";
  private static final String VALUE_NUM =
      "The value in the column unit; empty: it is a text or absent";
  private static final String VALUE_TEXT = "The value as text; empty: it is a number or absent";

  private static final List<Column> ALL =
      List.of(
          both("page", "Address or path of the page", "c.page", Cell::name).always(),
          exported("source", "Source it came by", "c.source").always(),
          exported("raw_sha256", "SHA-256 of the page's bytes", "c.raw_sha256").always(),
          exported("captured_at", "When it was captured; empty: unknown", "c.captured_at")
              .as("datetime"),
          both(
                  "layout",
                  "Shape of the table",
                  "coalesce(o.layout, c.layout) AS layout",
                  Cell::layout)
              .always(),
          both("section", "Part of the page", "o.section", seen(o -> o.section().id())).always(),
          exported("slug", "Key of the subject: its name in lower case with hyphens", "s.slug"),
          both("subject", "Name of the subject", "s.name AS subject", Cell::subject),
          viewed("kind", "s.kind", Cell::kind),
          both("attribute", "Id of the attribute", ATTRIBUTE, seen(Observation::attribute))
              .always(),
          both("member", MEMBER, "o.member", seen(Observation::member)),
          both("ordinal", "Place in a list, from 1; 0: no order", "o.ordinal", Cell::ordinal)
              .as("integer")
              .always(),
          believed("state", "What became of the cell", o -> o.state().id())
              .always()
              .oneOf("value", "missing", "ambiguous", "out_of_range", "unparsed"),
          believed("value_num", VALUE_NUM, Observation::valueNum).as("number"),
          believed("value_text", VALUE_TEXT, Observation::valueText),
          both("unit", "Unit of value_num", "nullif(a.unit, '') AS unit", Cell::unit),
          believed(
              "raw_text", "What the page prints; empty: its missing mark", Observation::rawText),
          believed("raw_start", "First character in the page, code points", o -> o.span().start())
              .as("integer")
              .always(),
          believed("raw_end", "One past the last character", o -> o.span().end())
              .as("integer")
              .always(),
          believed("method", "How it was read", Observation::method).always(),
          believed("confidence", "How sure the reading is, 0 to 1", Observation::confidence)
              .as("number")
              .always()
              .within(new Range(BigDecimal.ZERO, BigDecimal.ONE)),
          both(
              "candidates",
              "The readings that remain, as JSON",
              CANDIDATES,
              seen(o -> Json.writeUnlessEmpty(o.candidates()))));

  private ObservationColumns() {}

  /**
   * One of them.
   *
   * @param column what it is
   * @param sql gives it, of the observation {@code o}, its resolution {@code r}, its capture {@code
   *     c}, its subject {@code s} and its attribute {@code a}
   * @param exported true if it stands in {@code observations.csv}
   * @param parsed gives it of a cell that is not stored; absent where the view lacks the column
   */
  private record Column(
      PublishedColumn column,
      String sql,
      boolean exported,
      @Nullable Function<Cell, @Nullable Object> parsed) {
    Column as(String type) {
      return new Column(column.as(type), sql, exported, parsed);
    }

    Column always() {
      return new Column(column.always(), sql, exported, parsed);
    }

    Column within(Range range) {
      return new Column(column.within(Optional.of(range)), sql, exported, parsed);
    }

    Column oneOf(String... values) {
      return new Column(column.oneOf(values), sql, exported, parsed);
    }
  }

  /** A cell as it was parsed just now. */
  private record Cell(ParsedPage page, Observation seen, Catalogue catalogue) {
    String name() {
      return page.ref().page();
    }

    String layout() {
      return seen.layout() == null ? page.layout() : seen.layout().id();
    }

    @Nullable String subject() {
      Subject subject = seen.subject();
      return subject == null ? null : subject.name();
    }

    @Nullable String kind() {
      return seen.subject() == null ? null : catalogue.kind();
    }

    @Nullable Integer ordinal() {
      return seen.ordinal() == 0 ? null : seen.ordinal();
    }

    String unit() {
      return catalogue.attribute(seen.attribute()).map(Attribute::unit).orElse("");
    }
  }

  private static Function<Cell, @Nullable Object> seen(
      Function<Observation, @Nullable Object> part) {
    return cell -> part.apply(cell.seen());
  }

  private static Column both(
      String name, String description, String sql, Function<Cell, @Nullable Object> parsed) {
    return new Column(PublishedColumn.of(name, "string", description), sql, true, parsed);
  }

  private static Column exported(String name, String description, String sql) {
    return new Column(PublishedColumn.of(name, "string", description), sql, true, null);
  }

  private static Column viewed(String name, String sql, Function<Cell, @Nullable Object> parsed) {
    return new Column(PublishedColumn.of(name, "string", ""), sql, false, parsed);
  }

  /** A column that other captures may have decided. */
  private static Column believed(
      String name, String description, Function<Observation, @Nullable Object> part) {
    return both(name, description, BREAK + ResolvedCellSql.columns("o", "r", name), seen(part));
  }

  /** The column of that name, which other tables have, too. */
  public static PublishedColumn of(String name) {
    return ALL.stream()
        .map(Column::column)
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The columns of {@code observations.csv}. */
  public static List<PublishedColumn> exported() {
    return ALL.stream().filter(Column::exported).map(Column::column).toList();
  }

  /** What {@code observations.csv} selects. */
  public static String exportedSql() {
    return sql(ALL.stream().filter(Column::exported).toList());
  }

  /** What the view selects. */
  static String viewedSql() {
    return sql(viewed());
  }

  private static String sql(List<Column> columns) {
    return columns.stream()
        .map(Column::sql)
        .collect(Collectors.joining(", "))
        .replace(", \n", ",\n");
  }

  private static List<Column> viewed() {
    return ALL.stream().filter(column -> column.parsed() != null).toList();
  }

  /** Names of the columns of the view, which are those of a parsed page too. */
  public static List<String> names() {
    return viewed().stream().map(column -> column.column().name()).toList();
  }

  /** The cells of a line about an observation that is not stored; absent ones are null. */
  public static List<@Nullable Object> cells(
      ParsedPage page, Observation seen, Catalogue catalogue) {
    List<@Nullable Object> cells = new ArrayList<>();
    Cell cell = new Cell(page, seen, catalogue);
    for (Column column : ALL) {
      if (column.parsed() != null) {
        cells.add(column.parsed().apply(cell));
      }
    }
    return cells;
  }
}
