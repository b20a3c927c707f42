package dev.unglue.store;

import dev.unglue.lock.ProcessLock;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import dev.unglue.store.table.CountsTable;
import dev.unglue.store.table.NightTable;
import dev.unglue.store.table.Pruning;
import dev.unglue.store.table.PublishedMark;
import dev.unglue.store.table.RunTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work store, {@code work/store.db} in the output folder: everything that was ever loaded.
 *
 * <p>One run at a time may write to it; others may read meanwhile. What is published is a copy of
 * it.
 */
public final class WorkStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkStore.class);

  private final Path file;
  private final Connection connection;
  private final @Nullable ProcessLock lock;
  private final boolean own;
  private @Nullable Load load;

  /**
   * @param lock absent for reading only
   * @param own true if the lock is given back with the store
   */
  private WorkStore(Path file, Connection connection, @Nullable ProcessLock lock, boolean own) {
    this.file = file;
    this.connection = connection;
    this.lock = lock;
    this.own = own;
  }

  /**
   * Opens the store for writing; makes it where it is absent and brings an older one up to date.
   *
   * @throws StoreLockedException if another run has it open
   * @throws StoreException if the folder cannot be written, or the store is newer, foreign, damaged
   *     or not the one that has published the file beside it
   */
  public static WorkStore open(Path outFolder) {
    StorePlace folder = new StorePlace(outFolder);
    ProcessLock lock = folder.lock();
    try {
      LostStore.refuse(folder);
      Path file = folder.store();
      Schema.prepare(file);
      WorkStore store = new WorkStore(file, connect(file, true), lock, true);
      store.takeIn(RunNotes.skipped(store.folder()));
      store.takeIn(RunNotes.begun(store.folder()));
      return store;
    } catch (RuntimeException e) {
      StorePlace.unlock(lock);
      throw e;
    }
  }

  /**
   * Notes that a run was refused because another holds the store. Whoever holds it makes a row of
   * the note when it is done, if that does not go at once; a note that cannot be left is a warning.
   */
  public static void leaveSkipped(Path outFolder, EndedRun run) {
    Path work = outFolder.resolve("work");
    RunNotes.skipped(work).leave(run, work.resolve("store.db"));
  }

  /**
   * Notes that a run could not begin; whoever opens the store next makes a row of the note. The
   * name that the run has there.
   */
  public static String leaveBroken(Path outFolder, EndedRun run) {
    return RunNotes.begun(outFolder.resolve("work")).leave(run);
  }

  /** How many runs have left no more than a note, for the store could not take in more. */
  public static int unstored(Path outFolder) {
    return RunNotes.begun(outFolder.resolve("work")).notes().size();
  }

  /** Notes that a run has begun, so that it leaves a trace however it ends. */
  public void noteBegun(EndedRun broken) {
    RunNotes.begun(folder()).leave(broken, String.valueOf(broken.start().runUuid()));
  }

  /** Takes that note back: the run has a row that tells how it ended. */
  public void noteEnded(RunStart start) {
    RunNotes.begun(folder()).remove(String.valueOf(start.runUuid()));
  }

  private void takeIn(RunNotes notes) {
    Sql.perform("store the notes of runs in " + file, () -> notes.takeIn(connection));
  }

  private Path folder() {
    return file.toAbsolutePath().resolveSibling("");
  }

  /** Gives the run the name that it will have in the store. */
  public RunStart named(RunStart start) {
    return start.named(query(statements -> new RunTable(statements).uuid(start)));
  }

  /**
   * Notes a run that broke off, and was taken back.
   *
   * @param fetched what it had fetched until then
   */
  public void addBroken(EndedRun run, List<FetchedUrl> fetched) {
    write(runs -> runs.addFetched(runs.addEnded(run), fetched));
  }

  /** Another file of the same kind, whose lock is that of this one. */
  WorkStore beside(Path other) {
    return new WorkStore(other, connect(other, true), lock, false);
  }

  /** Takes what the gate has rejected in the place of what this store holds. */
  public void accept(RejectedStore rejected) {
    query(
        statements -> {
          rejected.replace(statements);
          return true;
        });
  }

  /**
   * Opens the store for reading, beside a run that writes; absent where there is none yet. One of
   * an older version is brought up to date first.
   *
   * @throws StoreLockedException if that is to be done and another run has it open
   * @throws StoreException if it is newer, foreign, damaged or not the one that has published the
   *     file beside it, or must be brought up to date and cannot be written
   */
  public static Optional<WorkStore> openForReading(Path outFolder) {
    StorePlace folder = new StorePlace(outFolder);
    LostStore.refuse(folder);
    Path file = folder.store();
    long version = Files.exists(file) ? Schema.check(file) : 0;
    if (version == 0) {
      return Optional.empty();
    }
    if (version < Schema.VERSION) {
      open(outFolder).close();
    }
    return Optional.of(new WorkStore(file, connect(file, false), null, false));
  }

  /**
   * Opens a published file, or any other of this version, for reading.
   *
   * @throws StoreException if it is absent, of another version, foreign or damaged
   */
  public static WorkStore openFile(Path file) {
    long version = Files.isRegularFile(file) ? Schema.check(file) : 0;
    if (version != Schema.VERSION) {
      throw new StoreException(
          "expected a database of unglue of version %d, found %s, at %s; publish it again with this program"
              .formatted(Schema.VERSION, version == 0 ? "none" : version, file));
    }
    return new WorkStore(file, connect(file, false), null, false);
  }

  private static Connection connect(Path file, boolean write) {
    return Sql.attempt(
        "open the store " + file,
        () -> write ? Sql.openForWriting(file) : Sql.openForReading(file));
  }

  /**
   * Begins a load; the last one must have ended.
   *
   * @throws IllegalStateException if the store is open for reading only
   */
  public Load begin(RunStart start, Catalogue catalogue) {
    if (lock == null) {
      throw new IllegalStateException("begin: expected a store open for writing");
    }
    Load begun =
        Sql.attempt("begin a load in " + file, () -> Load.begin(connection, start, catalogue));
    load = begun;
    lock.sign("run " + begun.runUuid());
    return begun;
  }

  /**
   * Stores a run that only fetched: nothing of what is believed changes, so it ends as {@code
   * unchanged}.
   *
   * @param nights how each source fared
   * @return number of the run
   */
  public long addFetchRun(
      RunStart start, List<FetchedUrl> rows, List<SourceNight> nights, Instant finishedAt) {
    return write(
        "store what was fetched in",
        statements -> {
          RunTable runs = new RunTable(statements);
          long runId = runs.begin(start).runId();
          runs.addFetched(runId, rows);
          new NightTable(statements).add(runId, nights);
          runs.finish(runId, "unchanged", finishedAt);
          return runId;
        });
  }

  /** What is known of its runs. */
  public RunList runs() {
    return new RunList(this);
  }

  /**
   * Keeps that a person has published what the store holds.
   *
   * @param forced true if the gate was closed on that run, which then counts as published
   */
  public void recordPublication(long runId, Instant at, String by, boolean forced) {
    write(
        runs -> {
          runs.addPublication(runId, at, by, forced);
          if (forced) {
            runs.setStatus(runId, "published");
            new NightTable(runs.statements()).accept(runId);
          }
        });
  }

  /** Takes the last such record back, for the publish has failed. */
  public void takeBackPublication(long runId, String status) {
    write(
        runs -> {
          runs.removeLastPublication();
          runs.setStatus(runId, status);
        });
  }

  /** Says that a run that was finished could not be published. */
  public void fail(long runId, int exitCode, String reason) {
    write(runs -> runs.fail(runId, exitCode, reason));
  }

  /**
   * Drops observations that no fact needs and that were read before a moment.
   *
   * @return how many
   */
  public long prune(Instant before) {
    return write("write to the store", statements -> Pruning.before(statements, before));
  }

  private interface Change {
    void make(RunTable runs) throws SQLException;
  }

  /** All of it in one transaction, or none. */
  private void write(Change change) {
    write(
        "write to the store",
        statements -> {
          change.make(new RunTable(statements));
          return true;
        });
  }

  private <T> T write(String doing, Sql.Query<T> change) {
    return Sql.attempt(doing + " " + file, () -> Sql.inTransaction(connection, change));
  }

  /** Copies what was committed, whoever writes to the store, into a file that is not there. */
  public void copyTo(Path target) {
    Sql.perform(
        "copy the store to " + target,
        () -> {
          try (Connection reading = Sql.openForReading(file);
              PreparedStatements statements = new PreparedStatements(reading)) {
            statements.update("VACUUM INTO ?", target);
          }
        });
  }

  /**
   * The last run of the published file, where the store holds nothing else but what tells of later
   * runs.
   */
  public Optional<String> publishedRun() {
    return query(statements -> new PublishedMark(statements).run());
  }

  /** Says that all it holds is published. */
  public void notePublished() {
    write(
        "write to the store",
        statements -> {
          new PublishedMark(statements).set();
          return true;
        });
  }

  /** How much the store holds. */
  public StoreCounts counts() {
    return query(CountsTable::of);
  }

  /** Several questions about one moment, for a run may write meanwhile. */
  public <T> T queryAtOnce(Sql.Query<T> query) {
    return Sql.attempt("read the store " + file, () -> Sql.inTransaction(connection, query));
  }

  public <T> T query(Sql.Query<T> query) {
    return Sql.attempt(
        "read the store " + file,
        () -> {
          try (PreparedStatements statements = new PreparedStatements(connection)) {
            return query.run(statements);
          }
        });
  }

  /** What was refused meanwhile; if that fails, the next run makes rows of it. */
  private void takeInLate() {
    try {
      takeIn(RunNotes.skipped(folder()));
    } catch (StoreException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  /** For tests that take its space away. */
  public Connection connection() {
    return connection;
  }

  /** The file that holds it. */
  public Path file() {
    return file;
  }

  /** Takes back a load that has not ended, closes the file and gives the lock back. */
  @Override
  public void close() {
    try {
      if (load != null) {
        load.rollback();
      }
      if (own) {
        takeInLate();
      }
      Sql.perform("close the store " + file, connection::close);
    } finally {
      if (lock != null && own) {
        StorePlace.unlock(lock);
      }
    }
  }
}
