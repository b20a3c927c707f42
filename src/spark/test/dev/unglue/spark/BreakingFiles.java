package dev.unglue.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;

/**
 * Local files, called {@code breaking:/...}. A file that has one beside it that ends in {@code
 * .breaks} breaks off in its middle, once: the second who opens it gets it whole; where another one
 * ends in {@code .always}, nobody does. One that ends in {@code .holds} holds the first who opens
 * the file until he is killed; his process is told in one that ends in {@code .pid}.
 */
public final class BreakingFiles extends RawLocalFileSystem {
  static final String SCHEME = "breaking";

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
    Path file = pathToFile(path).toPath();
    if (Files.deleteIfExists(holds(file))) {
      hold(file);
    }
    FSDataInputStream whole = super.open(path, bufferSize);
    boolean breaks =
        Files.exists(always(file))
            ? Files.exists(breaks(file))
            : Files.deleteIfExists(breaks(file));
    return breaks ? new FSDataInputStream(new Breaking(whole, Files.size(file) / 2)) : whole;
  }

  private static void hold(Path file) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".pid.new");
    Files.writeString(whole, Long.toString(ProcessHandle.current().pid()));
    Files.move(whole, heldBy(file), StandardCopyOption.ATOMIC_MOVE);
    try {
      Thread.sleep(Duration.ofMinutes(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("nobody has killed the process");
  }

  /** Whose being there makes a file break off. */
  static Path breaks(Path file) {
    return beside(file, ".breaks");
  }

  /** Whose being there makes it break off each time. */
  static Path always(Path file) {
    return beside(file, ".always");
  }

  /** Whose being there makes a file hold who opens it. */
  static Path holds(Path file) {
    return beside(file, ".holds");
  }

  /** Where the process is told that is held. */
  static Path heldBy(Path file) {
    return beside(file, ".pid");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static final class Breaking extends FilterInputStream
      implements Seekable, PositionedReadable {
    private final FSDataInputStream whole;
    private long left;

    Breaking(FSDataInputStream whole, long bytes) {
      super(whole);
      this.whole = whole;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        throw new IOException("the connection was lost");
      }
      int read = whole.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void seek(long position) throws IOException {
      whole.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return whole.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
      return whole.seekToNewSource(position);
    }

    @Override
    public int read(long position, byte[] bytes, int from, int length) throws IOException {
      return whole.read(position, bytes, from, length);
    }

    @Override
    public void readFully(long position, byte[] bytes, int from, int length) throws IOException {
      whole.readFully(position, bytes, from, length);
    }

    @Override
    public void readFully(long position, byte[] bytes) throws IOException {
      whole.readFully(position, bytes);
    }
  }
}
