package dev.unglue.store;

import dev.unglue.lock.ProcessLock;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the work store lies, what is published beside it, and who may write to both.
 *
 * @param out the output folder
 */
public record StorePlace(Path out) {
  /** Name of the published file in the output folder. */
  public static final String PUBLISHED = "unglue.db";

  /** The work store. */
  public Path store() {
    return out.resolve("work").resolve("store.db");
  }

  /** What is published. */
  public Path published() {
    return out.resolve(PUBLISHED);
  }

  /**
   * Takes the lock of the store, for which its folder is made.
   *
   * @throws StoreLockedException if another process has it
   */
  ProcessLock lock() {
    Path folder = out.resolve("work");
    Path file = folder.resolve("lock");
    try {
      makeFolder(folder);
      return ProcessLock.take(file)
          .orElseThrow(
              () ->
                  new StoreLockedException(
                      "the store is in use: another run holds the lock (%s) at %s; wait until it is done"
                          .formatted(ProcessLock.holder(file), file)));
    } catch (IOException e) {
      throw new StoreException(
          "cannot lock the store: expected a file that may be written, found \"%s\" at %s; check its permissions"
              .formatted(e.getMessage(), file),
          e);
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "cannot make the folder of the store: expected a folder that may be written, found \"%s\" at %s; name another output folder"
              .formatted(e.getMessage(), folder),
          e);
    }
  }

  /** Gives the lock back. */
  static void unlock(ProcessLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException("cannot give the lock back: " + e.getMessage(), e);
    }
  }
}
