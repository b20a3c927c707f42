package dev.unglue.lock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * A lock on a file. The system gives it back when the process dies, however it dies; the file
 * itself stays, for to delete a lock file is a race.
 */
public final class ProcessLock implements AutoCloseable {
  /** Far behind the text, so that others may read who holds it where locks are mandatory. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock and writes into the file who has it.
   *
   * @return empty if another process has it, or this one already
   * @throws IOException if the file cannot be written
   */
  public static Optional<ProcessLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      write(channel, signature());
      return Optional.of(new ProcessLock(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /** Tells others more of who holds it, where that can be written. */
  public void sign(String more) {
    try {
      write(channel, signature() + ", " + more);
    } catch (IOException e) {
      // The name of the holder is a courtesy; the lock itself is held.
      return;
    }
  }

  private static String signature() {
    ProcessHandle self = ProcessHandle.current();
    String started = self.info().startInstant().map(Object::toString).orElse("unknown");
    return "pid " + self.pid() + ", started_at " + started + ", host " + host();
  }

  /** Where the system tells its name in a file, nobody has to be asked over a network. */
  private static String host() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return otherHost();
    }
  }

  private static String otherHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  /**
   * Who has the lock, or had it last.
   *
   * @return for example {@code pid 4711, started_at 2026-01-31T02:30:00Z, host db1}, and the run
   *     where it has begun to load; {@code unknown} where the file does not tell, for the name of
   *     the holder is a courtesy
   */
  public static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "unknown" : text;
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
