package dev.unglue.raw.archive;

import dev.unglue.lock.ProcessLock;
import dev.unglue.raw.read.OsReason;
import dev.unglue.raw.warc.QuotedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The raw store, open for writing: one folder a source, in it one WARC a run, {@code
 * raw/SOURCE/SOURCE-20260131T023000Z.warc.gz}.
 *
 * <p>One process at a time writes; the lock dies with its process. Within the process there may be
 * one archive a source, side by side. Readers need no lock, for what is written never changes.
 */
public final class RawStore implements AutoCloseable {
  /** The lock file in the folder of the store. */
  static final String LOCK = "lock";

  private final Path folder;
  private final ProcessLock lock;

  private RawStore(Path folder, ProcessLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens the store, which is made where it does not exist.
   *
   * @param folder for example {@code raw}
   * @throws RawStoreLockedException if another process writes to it
   * @throws RawStoreException if it cannot be written
   */
  public static RawStore open(Path folder) {
    Path file = folder.resolve(LOCK);
    try {
      Files.createDirectories(folder);
      Optional<ProcessLock> lock = ProcessLock.take(file);
      return new RawStore(folder, lock.orElseThrow(() -> new RawStoreLockedException(held(file))));
    } catch (IOException e) {
      String expected = "cannot lock the raw store: expected a folder that may be written, ";
      throw new RawStoreException(
          expected + "found \"%s\" at %s; check its permissions", e, folder);
    }
  }

  private static String held(Path file) {
    return "the raw store is in use: another fetch or import holds the lock (%s) at %s; wait until it is done"
        .formatted(ProcessLock.holder(file), file);
  }

  /**
   * Opens the archive that this run of a source writes. If the source has an archive whose run
   * never came to its end, that one goes on, under the time it had; see {@link
   * RawArchive#unfinished}.
   *
   * @param source name of the source: of the folder and the file
   * @param runTime the run's nominal time, to the second
   * @param software what the {@code warcinfo} record says: {@code software}, {@code
   *     http-header-user-agent}, {@code operator} and the like, in this order
   * @throws RawStoreException if it cannot be read or written
   */
  public RawArchive archive(String source, Instant runTime, Map<String, String> software) {
    if (!source.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      String expected = "expected a name of letters, digits, \".\", \"_\" and \"-\", found ";
      throw new RawStoreException(
          "cannot make a folder for the source: " + expected + QuotedInput.quoted(source));
    }
    return RawArchive.open(folder.resolve(source), source, runTime, software);
  }

  /** Gives the lock back; archives have to be closed before. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new RawStoreException(
          "cannot give the lock of the raw store back: " + OsReason.words(e), e);
    }
  }
}
