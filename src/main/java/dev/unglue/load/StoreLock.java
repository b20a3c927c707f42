package dev.unglue.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a store: one run at a time. The system gives it back when the process dies, however
 * it dies; the file itself stays, for to delete a lock file is a race.
 */
final class StoreLock implements AutoCloseable {
  /** Far behind the text, so that others may read who holds it where locks are mandatory. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreLockedException if another run holds it
   * @throws StoreException if the file cannot be written
   */
  static StoreLock take(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        if (lock(channel) == null) {
          throw new StoreLockedException(held(file));
        }
        sign(channel);
        return new StoreLock(channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(
          "cannot lock the store: expected a file that may be written, found \"%s\" at %s; check its permissions"
              .formatted(e.getMessage(), file),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String started = self.info().startInstant().map(Object::toString).orElse("unknown");
    String text = "pid " + self.pid() + ", started_at " + started + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  private static String held(Path file) {
    String holder = holder(file).orElse("unknown");
    return "the store is in use: another run holds the lock (%s) at %s; wait until it is done"
        .formatted(holder, file);
  }

  private static Optional<String> holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty(); // the name of the holder is a courtesy
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("cannot give the lock back: " + e.getMessage(), e);
    }
  }
}
