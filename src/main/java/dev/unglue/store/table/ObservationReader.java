package dev.unglue.store.table;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells. What few words say of a cell, the same of very many, is read as one text, and that
 * taken apart once.
 */
final class ObservationReader {
  private static final String OTHERS =
      "value_num, value_text, raw_text, raw_start, raw_end, confidence, candidates";

  /** What {@link #read} reads of a cell as its page has it, in this order. */
  static final String COLUMNS =
      words("o.state", "o.method") + ", o." + OTHERS.replace(", ", ", o.");

  /** The same of a cell as it is believed. */
  static final String BELIEVED =
      words(
              ResolvedCellSql.column("o", "r", "state"), //
              ResolvedCellSql.column("o", "r", "method"))
          + ", "
          + ResolvedCellSql.columns("o", "r", OTHERS);

  private final Map<String, Words> known = new HashMap<>();

  private record Words(
      String attribute, Section section, State state, String method, @Nullable Layout layout) {
    static Words of(String joined) {
      List<String> parts = List.of(joined.split(" ", -1));
      String layout = parts.get(4);
      return new Words(
          parts.get(0),
          constant(Section.class, parts.get(1)),
          constant(State.class, parts.get(2)),
          parts.get(3),
          layout.isEmpty() ? null : constant(Layout.class, layout));
    }
  }

  /** Ids hold no blank. */
  private static String words(String state, String method) {
    return "o.attribute_id || ' ' || o.section || ' ' || %s || ' ' || %s || ' ' || coalesce(o.layout, ''), o.member, o.ordinal"
        .formatted(state, method);
  }

  /**
   * An observation of a row that has these columns.
   *
   * @param first place of the first of them; to look up each by its name takes longer
   */
  Observation read(ResultSet row, int first, @Nullable Subject subject) throws SQLException {
    Words words = known.computeIfAbsent(row.getString(first), Words::of);
    return new Observation(
        subject,
        words.attribute(),
        row.getString(first + 1),
        row.getInt(first + 2),
        words.section(),
        words.state(),
        Sql.decimal(row.getObject(first + 3)),
        row.getString(first + 4),
        row.getString(first + 5),
        new Span(row.getInt(first + 6), row.getInt(first + 7)),
        words.method(),
        row.getDouble(first + 8),
        Json.candidates(row.getString(first + 9)),
        words.layout());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
  }
}
