package dev.unglue.store.table;

import dev.unglue.model.value.Fact;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The history of facts: made equal to what was computed, with the fewest changes of rows. */
public final class FactTable {
  private static final String STORED =
      """
      SELECT attribute_id, member, ordinal, valid_from, valid_to, value_num, value_text,
        resolution, support, dissent, confidence
      FROM fact WHERE subject_id = ?
      """;

  private static final String DELETE =
      """
      DELETE FROM fact
      WHERE subject_id = ? AND attribute_id = ? AND member = ? AND ordinal = ? AND valid_from = ?
      """;

  private static final String UPDATE =
      """
      UPDATE fact SET valid_to = ?, value_num = ?, value_text = ?, resolution = ?, support = ?,
        dissent = ?, confidence = ?, run_id = ?
      WHERE subject_id = ? AND attribute_id = ? AND member = ? AND ordinal = ? AND valid_from = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO fact (valid_to, value_num, value_text, resolution, support, dissent, confidence,
        run_id, subject_id, attribute_id, member, ordinal, valid_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final PreparedStatements statements;
  private final long runId;
  private final ChangeTable changes;

  public FactTable(PreparedStatements statements, long runId) {
    this.statements = statements;
    this.runId = runId;
    this.changes = new ChangeTable(statements, runId);
  }

  private record Key(String attribute, String member, int ordinal, Instant validFrom) {
    static Key of(Fact fact) {
      return new Key(fact.attribute(), fact.member(), fact.ordinal(), fact.validFrom());
    }
  }

  /** Makes the history of one subject equal to {@code facts}; true if a row has changed. */
  public boolean replace(long subjectId, String slug, List<Fact> facts) throws SQLException {
    Map<Key, Fact> gone = new HashMap<>();
    List<Fact> stored = statements.list(STORED, row -> read(row, slug), subjectId);
    stored.forEach(fact -> gone.put(Key.of(fact), fact));
    List<Fact> updated = new ArrayList<>();
    List<Fact> added = new ArrayList<>();
    for (Fact fact : facts) {
      Fact known = gone.remove(Key.of(fact));
      if (known == null) {
        added.add(fact);
      } else if (!same(known, fact)) {
        updated.add(fact);
      }
    }
    write(subjectId, gone.values(), updated, added);
    changes.add(subjectId, stored, facts);
    return !gone.isEmpty() || !updated.isEmpty() || !added.isEmpty();
  }

  /** Rows that close come before rows that open: at no moment two of one key are open. */
  private void write(long subjectId, Iterable<Fact> gone, List<Fact> updated, List<Fact> added)
      throws SQLException {
    for (Fact fact : gone) {
      statements.update(DELETE, subjectId, Key.of(fact));
    }
    updated.sort(Comparator.comparing(fact -> fact.validTo() == null));
    for (Fact fact : updated) {
      write(UPDATE, subjectId, fact);
    }
    for (Fact fact : added) {
      write(INSERT, subjectId, fact);
    }
  }

  private void write(String sql, long subjectId, Fact fact) throws SQLException {
    statements.update(
        sql,
        fact.validTo(),
        fact.valueNum(),
        fact.valueText(),
        fact.resolution(),
        fact.support(),
        fact.dissent(),
        fact.confidence(),
        runId,
        subjectId,
        Key.of(fact));
  }

  /** Of one key; equal but for the way a number is written: 4 and 4.0 are one value. */
  private static boolean same(Fact one, Fact other) {
    return sameNumber(one.valueNum(), other.valueNum())
        && Objects.equals(one.valueText(), other.valueText())
        && Objects.equals(one.validTo(), other.validTo())
        && one.resolution().equals(other.resolution())
        && one.support() == other.support()
        && one.dissent() == other.dissent()
        && Double.compare(one.confidence(), other.confidence()) == 0;
  }

  static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  public static Fact read(ResultSet row, String slug) throws SQLException {
    return new Fact(
        slug,
        row.getString("attribute_id"),
        row.getString("member"),
        row.getInt("ordinal"),
        Instant.parse(row.getString("valid_from")),
        Sql.instant(row, "valid_to"),
        Sql.number(row, "value_num"),
        Sql.text(row, "value_text"),
        row.getString("resolution"),
        row.getInt("support"),
        row.getInt("dissent"),
        row.getDouble("confidence"));
  }
}
