package dev.unglue.raw.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines and blocks of bytes from one stream, and never keeps more of a line than its limit.
 *
 * <p>A cursor: {@link #next} moves on, the other methods tell of the line it stands on.
 */
public final class ByteLines {
  private final InputStream in;
  private final int maxLineBytes;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private long position;
  private byte[] line = new byte[0];
  private long length;
  private long start;
  private boolean terminated;
  private boolean carriageReturn;

  public ByteLines(InputStream in, int maxLineBytes) {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
  }

  /** Reads the next line; false at the end of the stream. */
  public boolean next() throws IOException {
    start = position;
    length = 0;
    terminated = false;
    carriageReturn = false;
    line = new byte[0]; // before the next one is gathered: two at once may be too much
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    while (!terminated && (from < to || fill())) {
      int end = lineEnd();
      keep(kept, end);
      length += end - from;
      carriageReturn = end > from ? buffer[end - 1] == '\r' : carriageReturn;
      terminated = end < to;
      advance(end + (terminated ? 1 : 0));
    }
    line = kept.toByteArray();
    return position > start;
  }

  private void keep(ByteArrayOutputStream kept, int end) {
    int room = maxLineBytes - kept.size();
    kept.write(buffer, from, Math.min(room, end - from));
  }

  private int lineEnd() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The line without its line end, cut at the limit. */
  public byte[] line() {
    return line.length > length() ? Arrays.copyOf(line, line.length - 1) : line;
  }

  /** Length of the line in bytes, without its line end. */
  public long length() {
    return carriageReturn ? length - 1 : length;
  }

  /** True if the line is longer than the limit. */
  public boolean isTooLong() {
    return length() > maxLineBytes;
  }

  /** True if the line has a line feed at its end; the last one may have none. */
  boolean isTerminated() {
    return terminated;
  }

  /** Place of the line in the stream, in bytes. */
  long start() {
    return start;
  }

  /** Place of the cursor in the stream, in bytes. */
  long position() {
    return position;
  }

  /** The next bytes; fewer than asked for only at the end of the stream. */
  byte[] readNBytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int read = 0;
    while (read < count && (from < to || fill())) {
      int part = Math.min(count - read, to - from);
      System.arraycopy(buffer, from, bytes, read, part);
      read += part;
      advance(from + part);
    }
    return read == count ? bytes : Arrays.copyOf(bytes, read);
  }

  /** Passes over so many bytes and tells how many there were. */
  long skip(long count) throws IOException {
    long left = count;
    while (left > 0 && (from < to || fill())) {
      int part = (int) Math.min(left, to - from);
      left -= part;
      advance(from + part);
    }
    return count - left;
  }

  private void advance(int newFrom) {
    position += newFrom - from;
    from = newFrom;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    from = 0;
    to = Math.max(count, 0);
    return count > 0;
  }
}
