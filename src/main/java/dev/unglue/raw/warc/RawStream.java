package dev.unglue.raw.warc;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of one file, unpacked if they begin like a gzip, whatever the file is called.
 *
 * <p>A file is opened once and read from front to end, so that standard input can be read too.
 */
public final class RawStream implements Closeable {
  private static final int PEEK_BYTES = 4096;

  private final BufferedInputStream in;
  private final Optional<GzipStream> gzip;

  private RawStream(BufferedInputStream in, Optional<GzipStream> gzip) {
    this.in = in;
    this.gzip = gzip;
  }

  /** Takes over the stream: closing this closes it too. */
  public static RawStream of(InputStream stream) throws IOException {
    BufferedInputStream file = new BufferedInputStream(stream, 2 * PEEK_BYTES);
    if (!GzipStream.isMagic(peek(file, 2))) {
      return new RawStream(file, Optional.empty());
    }
    GzipStream gzip = new GzipStream(file);
    return new RawStream(new BufferedInputStream(gzip, 2 * PEEK_BYTES), Optional.of(gzip));
  }

  /** A file from one of its places on. */
  public static RawStream at(Path file, long offset) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      channel.position(offset);
      return of(Channels.newInputStream(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static byte[] peek(BufferedInputStream in, int bytes) throws IOException {
    in.mark(bytes);
    byte[] head = new byte[bytes];
    int count = 0;
    try {
      int read = in.read(head);
      while (read > 0) {
        count += read;
        read = in.read(head, count, bytes - count);
      }
    } catch (BrokenGzipException e) {
      // Thrown again when the bytes are read in earnest; what comes before it can be looked at.
      return Arrays.copyOf(head, count);
    } finally {
      in.reset();
    }
    return Arrays.copyOf(head, count);
  }

  /** The first unpacked bytes, which stay to be read. */
  public byte[] peek() throws IOException {
    return peek(in, PEEK_BYTES);
  }

  /** True if the file is a gzip. */
  public boolean isPacked() {
    return gzip.isPresent();
  }

  /** At most so many of the bytes that are left, unpacked. */
  public byte[] readNBytes(int limit) throws IOException {
    return in.readNBytes(limit);
  }

  /** Reads to the end and tells how many bytes there were. */
  public long skipRest() throws IOException {
    return in.transferTo(OutputStream.nullOutputStream());
  }

  /** The bytes themselves. */
  public InputStream unpacked() {
    return in;
  }

  /** See {@link GzipStream#fileOffset}; of a file that is no gzip the place itself. */
  public long fileOffset(long unpackedOffset) {
    return gzip.map(members -> members.fileOffset(unpackedOffset)).orElse(unpackedOffset);
  }

  /** What lies in a gzip: its members; of a file that is none they are not to be asked. */
  public GzipStream gzip() {
    return gzip.orElseThrow();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
