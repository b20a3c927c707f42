package dev.unglue.store.table;

import dev.unglue.model.value.Fact;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The history of facts: made equal to what was computed, with the fewest changes of rows; and what
 * each run has changed of what we believe now.
 *
 * @param statements of the store
 * @param runId number of the run
 */
public record FactTable(PreparedStatements statements, long runId) {
  private static final String STORED =
      """
      SELECT ?2, attribute_id, member, ordinal, valid_from, valid_to, value_num, value_text,
        resolution, support, dissent, confidence
      FROM fact WHERE subject_id = ?1
      """;

  private static final RecordReader<Fact> FACTS = RecordReader.inOrder(Fact.class);

  private static final String DELETE =
      """
      DELETE FROM fact
      WHERE subject_id = ? AND attribute_id = ? AND member = ? AND ordinal = ? AND valid_from = ?
      """;

  /** The run, the subject and the fact with its slug, which is no column. */
  private static final String UPDATE =
      """
      UPDATE fact SET valid_to = ?8, value_num = ?9, value_text = ?10, resolution = ?11,
        support = ?12, dissent = ?13, confidence = ?14, run_id = ?1
      WHERE subject_id = ?2 AND attribute_id = ?4 AND member = ?5 AND ordinal = ?6
        AND valid_from = ?7
      """;

  private static final String INSERT =
      """
      INSERT INTO fact (run_id, subject_id, attribute_id, member, ordinal, valid_from, valid_to,
        value_num, value_text, resolution, support, dissent, confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String CHANGE =
      """
      INSERT INTO fact_change (run_id, subject_id, attribute_id, member, ordinal, old_num, old_text,
        new_num, new_text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIRST = "INSERT INTO temp.first_known VALUES (?)";

  /** Of a subject of which nothing was known, every open fact is a change. */
  private static final String FIRST_CHANGES =
      """
      INSERT INTO fact_change (run_id, subject_id, attribute_id, member, ordinal, new_num, new_text)
      SELECT ?, subject_id, attribute_id, member, ordinal, value_num, value_text
      FROM temp.first_known CROSS JOIN fact USING (subject_id) WHERE valid_to IS NULL
      """;

  private record Key(String attribute, String member, int ordinal, Instant validFrom) {
    static Key of(Fact fact) {
      return new Key(fact.attribute(), fact.member(), fact.ordinal(), fact.validFrom());
    }
  }

  private record Value(@Nullable BigDecimal number, @Nullable String text) {
    static final Value NONE = new Value(null, null);

    static Value of(Fact fact) {
      return new Value(fact.valueNum(), fact.valueText());
    }
  }

  /** Before all else. */
  public void begin() throws SQLException {
    statements.makeTemporary("first_known", "(subject_id INTEGER PRIMARY KEY)");
  }

  /** Once the facts of all subjects are in. */
  public void settle() throws SQLException {
    statements.update(FIRST_CHANGES, runId);
    begin();
  }

  /** Makes the history of one subject equal to {@code facts}; true if a row has changed. */
  public boolean replace(long subjectId, String slug, List<Fact> facts) throws SQLException {
    refuseTwoOpen(facts);
    Map<Key, Fact> gone = new HashMap<>();
    List<Fact> stored = statements.list(STORED, FACTS, subjectId, slug);
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
    if (!stored.isEmpty()) {
      noteChanges(subjectId, stored, facts);
    } else if (!facts.isEmpty()) {
      statements.update(FIRST, subjectId);
    }
    return !gone.isEmpty() || !updated.isEmpty() || !added.isEmpty();
  }

  /** The unique index that would refuse them may be yet to be built. */
  private static void refuseTwoOpen(List<Fact> facts) throws SQLException {
    Set<String> open = new HashSet<>();
    for (Fact fact : facts) {
      if (fact.validTo() == null && !open.add(place(fact))) {
        throw new SQLException("expected one open fact at most, found two of " + fact.attribute());
      }
    }
  }

  /** Rows that close come before rows that open: at no moment two of one key are open. */
  private void write(long subjectId, Iterable<Fact> gone, List<Fact> updated, List<Fact> added)
      throws SQLException {
    for (Fact fact : gone) {
      statements.update(DELETE, subjectId, Key.of(fact));
    }
    updated.sort(Comparator.comparing(fact -> fact.validTo() == null));
    for (Fact fact : updated) {
      statements.update(UPDATE, runId, subjectId, fact);
    }
    for (Fact fact : added) {
      statements.batch(
          INSERT,
          runId,
          subjectId,
          fact.attribute(),
          fact.member(),
          fact.ordinal(),
          fact.validFrom(),
          fact.validTo(),
          fact.valueNum(),
          fact.valueText(),
          fact.resolution(),
          fact.support(),
          fact.dissent(),
          fact.confidence());
    }
    statements.flush(INSERT);
  }

  /** Notes where the open facts of a subject differ. */
  private void noteChanges(long subjectId, List<Fact> before, List<Fact> after)
      throws SQLException {
    Map<String, Fact> old = open(before);
    for (Fact fact : open(after).values()) {
      Fact was = old.remove(place(fact));
      if (was == null || !sameValue(was, fact)) {
        note(subjectId, fact, was == null ? Value.NONE : Value.of(was), Value.of(fact));
      }
    }
    for (Fact gone : old.values()) {
      note(subjectId, gone, Value.of(gone), Value.NONE);
    }
    statements.flush(CHANGE);
  }

  private static Map<String, Fact> open(List<Fact> facts) {
    Map<String, Fact> open = new TreeMap<>();
    facts.stream().filter(fact -> fact.validTo() == null).forEach(f -> open.put(place(f), f));
    return open;
  }

  private static String place(Fact fact) {
    return fact.attribute() + "\n" + fact.member() + "\n" + fact.ordinal();
  }

  private void note(long subjectId, Fact fact, Value was, Value is) {
    statements.batch(
        CHANGE,
        runId,
        subjectId,
        fact.attribute(),
        fact.member(),
        fact.ordinal(),
        was.number(),
        was.text(),
        is.number(),
        is.text());
  }

  private static boolean sameValue(Fact one, Fact other) {
    return sameNumber(one.valueNum(), other.valueNum())
        && (one.valueNum() != null || Objects.equals(one.valueText(), other.valueText()));
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

  private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
