package dev.unglue.store.site;

import dev.unglue.store.StorePlace;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.view.ResolvedCellSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The published file for many readers. A publish puts another file in its place: the next question
 * opens that one, questions under way end on the old one.
 */
public final class PublishedFile implements AutoCloseable {
  private static final String SMALL_CACHE = "PRAGMA cache_size = -8192";

  private final StorePlace place;
  private volatile @Nullable Snapshot current;

  /**
   * @param out the folder of the results; nothing needs to be published there yet
   */
  public PublishedFile(Path out) {
    this.place = new StorePlace(out);
  }

  /** One file with its connections. */
  private static final class Snapshot {
    private final Path file;
    private final String identity;
    private final Set<Long> open;
    private final Deque<WorkStore> idle = new ArrayDeque<>();
    private boolean retired;

    Snapshot(Path file, String identity) {
      this.file = file;
      this.identity = identity;
      WorkStore first = connect();
      this.open = Set.copyOf(first.query(statements -> statements.keys(OPEN_SUBJECTS)));
      idle.push(first);
    }

    private WorkStore connect() {
      WorkStore store = WorkStore.openFile(file);
      store.query(
          statements -> {
            Sql.execute(statements.connection(), SMALL_CACHE);
            return true;
          });
      return store;
    }

    /** Gives a connection of this file; absent where it is another's turn. */
    synchronized @Nullable WorkStore take() {
      return retired ? null : idle.isEmpty() ? connect() : idle.pop();
    }

    synchronized void giveBack(WorkStore store) {
      if (retired) {
        store.close();
      } else {
        idle.push(store);
      }
    }

    synchronized void retire() {
      retired = true;
      idle.forEach(WorkStore::close);
      idle.clear();
    }
  }

  /** Asked once a publish, for no index leads to cells in doubt. */
  private static final String OPEN_SUBJECTS =
      """
      SELECT DISTINCT o.subject_id FROM observation o JOIN capture c USING (capture_id)
        %s
      WHERE o.state IN ('ambiguous', 'unparsed') AND o.subject_id IS NOT NULL
        AND c.parse_status <> 'superseded' AND coalesce(r.state, o.state) IN ('ambiguous', 'unparsed')
      """
          .formatted(ResolvedCellSql.join("o", "r"));

  /**
   * Asks the file that is published now.
   *
   * @throws NotPublishedException if nothing is
   * @throws dev.unglue.store.sql.StoreException if it cannot be read by this version
   */
  public <T> T ask(Sql.Query<T> query) {
    return read(store -> store.query(query));
  }

  /**
   * Asks the work store, which knows of runs that have published nothing, too; what is published
   * where that cannot be read now, for example while it is brought up to date.
   */
  public <T> T askStore(Sql.Query<T> query) {
    try (WorkStore store = WorkStore.openFile(place.store())) {
      return store.query(query);
    } catch (StoreException e) {
      return ask(query);
    }
  }

  /** Tells this publish from the next. */
  public String publish() {
    return snapshot().identity;
  }

  /** The keys of the subjects with cells in doubt. */
  Set<Long> openSubjects() {
    return snapshot().open;
  }

  /** The same by a store. */
  public <T> T read(Function<WorkStore, T> question) {
    while (true) {
      Snapshot snapshot = snapshot();
      WorkStore store = snapshot.take();
      if (store != null) {
        try {
          return question.apply(store);
        } finally {
          snapshot.giveBack(store);
        }
      }
    }
  }

  private Snapshot snapshot() {
    String identity = identity(place.published());
    Snapshot known = current;
    return known != null && known.identity.equals(identity) ? known : renew(identity);
  }

  private synchronized Snapshot renew(String identity) {
    Snapshot known = current;
    if (known != null && known.identity.equals(identity)) {
      return known;
    }
    Snapshot renewed = new Snapshot(place.published(), identity);
    current = renewed;
    if (known != null) {
      known.retire();
    }
    return renewed;
  }

  /** Tells one publish from the next: each is another file. */
  private static String identity(Path file) {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return is.fileKey() + " " + is.size() + " " + is.lastModifiedTime();
    } catch (NoSuchFileException e) {
      throw new NotPublishedException(
          "nothing is published yet: expected %s, found none; run unglue run, and load this page again"
              .formatted(file.getFileName()));
    } catch (IOException e) {
      throw new NotPublishedException(
          "cannot read what is published: %s".formatted(e.getMessage()));
    }
  }

  /** Closes the connections that nobody uses. */
  @Override
  public synchronized void close() {
    Snapshot known = current;
    if (known != null) {
      known.retire();
    }
  }
}
