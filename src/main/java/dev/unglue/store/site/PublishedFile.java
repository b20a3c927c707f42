package dev.unglue.store.site;

import dev.unglue.store.StorePlace;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
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
  private volatile @Nullable Overview overview;

  /** What was counted while the store was as it was. */
  private record Overview(String identity, SiteOverview figures) {}

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
    private final SubjectMarks marks;
    private final Deque<WorkStore> idle = new ArrayDeque<>();
    private boolean retired;

    Snapshot(Path file, String identity) {
      this.file = file;
      this.identity = identity;
      WorkStore first = connect();
      this.marks = first.query(SubjectMarks::read);
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
   * How things stand by the work store, which knows of runs that have published nothing, too; by
   * what is published where that cannot be read now, for example while it is brought up to date. It
   * is asked again once anything was written to it.
   */
  public SiteOverview overview() {
    String identity = publish() + written(place.store()) + written(wal());
    Overview known = overview;
    if (known != null && known.identity().equals(identity)) {
      return known.figures();
    }
    try (WorkStore store = WorkStore.openFile(place.store())) {
      SiteOverview figures = store.query(SiteOverview::read);
      overview = new Overview(identity, figures);
      return figures;
    } catch (StoreException e) {
      return ask(SiteOverview::read);
    }
  }

  /** Where what was written last waits until it is taken into the store. */
  private Path wal() {
    return place.store().resolveSibling(place.store().getFileName() + "-wal");
  }

  /** Tells that a file was written; the same for none. */
  private static String written(Path file) {
    try {
      return " " + identityOf(file);
    } catch (IOException e) {
      return " none";
    }
  }

  private static String identityOf(Path file) throws IOException {
    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
    return is.fileKey() + " " + is.size() + " " + is.lastModifiedTime();
  }

  /** Tells this publish from the next. */
  public String publish() {
    return snapshot().identity;
  }

  /** Which subjects are to be told from the others. */
  SubjectMarks marks() {
    return snapshot().marks;
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
      return identityOf(file);
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
