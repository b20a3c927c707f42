package dev.unglue.store.table;

import dev.unglue.model.subject.NameWorth;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Subjects by their slug. Of the names that are printed for one slug the store keeps as the name
 * the one that most pages print as the name of a column, of several the best, and the others as
 * aliases; which it is does not depend on the order of the pages.
 */
public final class SubjectTable {
  private static final String FIND = "SELECT subject_id, name FROM subject WHERE slug = ?";
  private static final String INSERT =
      "INSERT INTO subject (subject_id, kind, slug, name) VALUES (?, ?, ?, ?)";
  private static final String RENAME = "UPDATE subject SET name = ? WHERE subject_id = ?";
  private static final String ALIAS =
      "INSERT INTO subject_alias (alias, subject_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String NO_ALIAS =
      "DELETE FROM subject_alias WHERE alias = ? AND subject_id = ?";

  private static final String PRINTED =
      """
      SELECT k.name, count(DISTINCT c.page) FROM comparison k JOIN capture c USING (capture_id)
      WHERE k.subject_id = ? AND k.name IS NOT NULL AND c.parse_status <> 'superseded'
      GROUP BY k.name
      """;

  /** Enough for the subjects of a few hundred pages; the table itself is indexed. */
  private static final int CACHED = 5_000;

  private final PreparedStatements statements;
  private final String kind;
  private final Set<String> several = new TreeSet<>();
  private final Map<String, Known> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > CACHED;
        }
      };

  public SubjectTable(PreparedStatements statements, String kind) {
    this.statements = statements;
    this.kind = kind;
  }

  private record Known(long id, String name) {}

  /** The id of the subject, which is added where it is new; notes the name that was printed. */
  public long idOf(Subject subject) throws SQLException {
    Optional<Known> known = find(subject.slug());
    return known.isEmpty() ? insert(subject) : noteName(subject, known.get());
  }

  /** Forgets what was cached; called when a page was taken back. */
  public void forget() {
    cache.clear();
  }

  private Optional<Known> find(String slug) throws SQLException {
    Known cached = cache.get(slug);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Known> stored =
        statements.first(FIND, row -> new Known(row.getLong(1), row.getString(2)), slug);
    stored.ifPresent(known -> cache.put(slug, known));
    return stored;
  }

  private long insert(Subject subject) throws SQLException {
    long id = statements.number("SELECT coalesce(max(subject_id), 0) + 1 FROM subject");
    statements.update(INSERT, id, kind, subject.slug(), subject.name());
    cache.put(subject.slug(), new Known(id, subject.name()));
    return id;
  }

  private long noteName(Subject subject, Known known) throws SQLException {
    if (subject.name().equals(known.name())) {
      return known.id();
    }
    several.add(subject.slug());
    if (NameWorth.BY_WORTH.compare(subject.name(), known.name()) > 0) {
      rename(known, subject);
    } else {
      statements.update(ALIAS, subject.name(), known.id());
    }
    return known.id();
  }

  private void rename(Known known, Subject better) throws SQLException {
    statements.update(RENAME, better.name(), known.id());
    statements.update(NO_ALIAS, better.name(), known.id());
    statements.update(ALIAS, known.name(), known.id());
    cache.put(better.slug(), new Known(known.id(), better.name()));
  }

  /** Lets the pages vote on the names of the subjects for which they print several. */
  public void settle() throws SQLException {
    for (String slug : several) {
      Optional<Known> known = find(slug);
      if (known.isPresent()) {
        Optional<String> most = mostPrinted(known.get());
        if (most.isPresent() && !most.get().equals(known.get().name())) {
          rename(known.get(), new Subject(most.get(), slug));
        }
      }
    }
    several.clear();
  }

  private Optional<String> mostPrinted(Known subject) throws SQLException {
    Map<String, Long> pages = new HashMap<>();
    statements.each(PRINTED, row -> pages.put(row.getString(1), row.getLong(2)), subject.id());
    return NameWorth.mostPrinted(pages);
  }
}
