package dev.unglue.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;

/**
 * Local files, called {@code breaking:/...}. A file that has one beside it that ends in {@code
 * .breaks} breaks off in its middle, once: the second who opens it gets it whole.
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
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
      throws IOException {
    FSDataInputStream whole = super.open(path, bufferSize);
    Path file = pathToFile(path).toPath();
    return Files.deleteIfExists(mark(file))
        ? new FSDataInputStream(new Breaking(whole, Files.size(file) / 2))
        : whole;
  }

  /** Whose being there makes a file break off. */
  static Path mark(Path file) {
    return file.resolveSibling(file.getFileName() + ".breaks");
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
