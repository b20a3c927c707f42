package dev.unglue.store.table;

import dev.unglue.model.value.Fact;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each run has changed of what we believe now. */
final class ChangeTable {
  private static final String INSERT =
      """
      INSERT INTO fact_change (run_id, subject_id, attribute_id, member, ordinal, old_num, old_text,
        new_num, new_text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final PreparedStatements statements;
  private final long runId;

  ChangeTable(PreparedStatements statements, long runId) {
    this.statements = statements;
    this.runId = runId;
  }

  /** Notes where the open facts of a subject differ. */
  void add(long subjectId, List<Fact> before, List<Fact> after) throws SQLException {
    Map<String, Fact> old = open(before);
    Map<String, Fact> now = open(after);
    for (Map.Entry<String, Fact> fact : now.entrySet()) {
      Fact was = old.remove(fact.getKey());
      if (was == null || !sameValue(was, fact.getValue())) {
        insert(subjectId, fact.getValue(), was, fact.getValue());
      }
    }
    for (Fact gone : old.values()) {
      insert(subjectId, gone, gone, null);
    }
  }

  private static Map<String, Fact> open(List<Fact> facts) {
    Map<String, Fact> open = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact.validTo() == null) {
        open.put(fact.attribute() + "\n" + fact.member() + "\n" + fact.ordinal(), fact);
      }
    }
    return open;
  }

  private static boolean sameValue(Fact one, Fact other) {
    return FactTable.sameNumber(one.valueNum(), other.valueNum())
        && (one.valueNum() != null || Objects.equals(one.valueText(), other.valueText()));
  }

  private void insert(long subjectId, Fact key, @Nullable Fact was, @Nullable Fact is)
      throws SQLException {
    statements.update(
        INSERT,
        runId,
        subjectId,
        key.attribute(),
        key.member(),
        key.ordinal(),
        was == null ? null : was.valueNum(),
        was == null ? null : was.valueText(),
        is == null ? null : is.valueNum(),
        is == null ? null : is.valueText());
  }
}
