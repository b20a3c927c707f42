package dev.unglue.store.sql;

import dev.unglue.lock.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;

/** The lock of a store: one run at a time. */
public final class StoreLock implements AutoCloseable {
  private final ProcessLock lock;

  private StoreLock(ProcessLock lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreLockedException if another run holds it
   * @throws StoreException if the file cannot be written
   */
  public static StoreLock take(Path file) {
    try {
      return new StoreLock(
          ProcessLock.take(file).orElseThrow(() -> new StoreLockedException(held(file))));
    } catch (IOException e) {
      throw new StoreException(
          "cannot lock the store: expected a file that may be written, found \"%s\" at %s; check its permissions"
              .formatted(e.getMessage(), file),
          e);
    }
  }

  private static String held(Path file) {
    return "the store is in use: another run holds the lock (%s) at %s; wait until it is done"
        .formatted(ProcessLock.holder(file), file);
  }

  /** Tells others more of who holds it. */
  public void sign(String more) {
    lock.sign(more);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException("cannot give the lock back: " + e.getMessage(), e);
    }
  }
}
