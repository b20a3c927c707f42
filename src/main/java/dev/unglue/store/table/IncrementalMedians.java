package dev.unglue.store.table;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the kept medians to where they belong once values have come and gone: as many steps as
 * there are values between the old one and the new one. Of an even number the median is the lower
 * one of the two in the middle: a value that was seen.
 *
 * @param statements of the store
 */
public record IncrementalMedians(PreparedStatements statements) {
  private static final String MOVED =
      """
      SELECT source, attribute_id, numbers, median, below FROM kept_figure
      WHERE (source, attribute_id) IN (SELECT source, attribute_id FROM temp.moved_value)
      """;

  private static final String KEEP =
      "UPDATE kept_figure SET median = ?, below = ? WHERE source = ? AND attribute_id = ?";

  private static final String VALUE =
      "SELECT value, n FROM kept_value WHERE source = ? AND attribute_id = ? AND value ";

  /** Numbers come before texts. */
  private static final String FIRST = VALUE + "IS NOT NULL ORDER BY value LIMIT 1";

  private static final String HERE = VALUE + "= ?";

  public static final String BEFORE = VALUE + "< ? ORDER BY value DESC LIMIT 1";

  public static final String AFTER = VALUE + "> ? ORDER BY value LIMIT 1";

  private record Kept(
      String source, String attribute, long numbers, @Nullable Number median, long below) {}

  private record Value(Number number, long n) {}

  private static final RecordReader<Value> VALUES = RecordReader.inOrder(Value.class);

  void update() throws SQLException {
    for (Kept kept : statements.list(MOVED, RecordReader.inOrder(Kept.class))) {
      move(kept);
    }
  }

  private void move(Kept kept) throws SQLException {
    if (kept.numbers() == 0) {
      statements.update(KEEP, null, 0, kept.source(), kept.attribute());
      return;
    }
    long place = (kept.numbers() + 1) / 2;
    long below = kept.below();
    Value value = begin(kept);
    while (below >= place) {
      value = find(BEFORE, kept, value.number()).orElseThrow(() -> wrong(kept));
      below -= value.n();
    }
    while (below + value.n() < place) {
      below += value.n();
      value = find(AFTER, kept, value.number()).orElseThrow(() -> wrong(kept));
    }
    statements.update(KEEP, value.number(), below, kept.source(), kept.attribute());
  }

  /** The old median, even if that value has gone; else the least value. */
  private Value begin(Kept kept) throws SQLException {
    Number median = kept.median();
    return median == null
        ? statements
            .first(FIRST, VALUES, kept.source(), kept.attribute())
            .orElseThrow(() -> wrong(kept))
        : find(HERE, kept, median).orElse(new Value(median, 0));
  }

  private Optional<Value> find(String sql, Kept kept, Number number) throws SQLException {
    return statements.first(sql, VALUES, kept.source(), kept.attribute(), number);
  }

  private static SQLException wrong(Kept kept) {
    return new SQLException(
        "the values of %s: expected %d numbers, found fewer"
            .formatted(kept.attribute(), kept.numbers()));
  }
}
