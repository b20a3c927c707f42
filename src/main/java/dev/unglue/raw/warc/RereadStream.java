package dev.unglue.raw.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream that keeps what was read since a mark, up to a limit, so that it can be read again. */
final class RereadStream extends InputStream {
  /** Members of archives hold a page each; a longer one is not read again. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final InputStream in;
  private byte[] kept = new byte[8192];
  private int from;
  private int to;

  RereadStream(InputStream in) {
    this.in = in;
  }

  /** Forgets what was read, but for the last so many bytes. */
  void keepFrom(int last) {
    int keep = to - Math.max(0, from - last);
    System.arraycopy(kept, to - keep, kept, 0, keep);
    from -= to - keep;
    to = keep;
  }

  /**
   * Goes back by so many bytes that were read.
   *
   * @param least how many are certain to be kept; where more are not, it goes back by these
   * @return by how many it went back
   */
  int goBack(long wanted, int least) {
    int back = wanted <= from ? (int) wanted : Math.min(least, from);
    from -= back;
    return back;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (from < to) {
      int again = Math.min(length, to - from);
      System.arraycopy(kept, from, target, offset, again);
      from += again;
      return again;
    }
    int count = in.read(target, offset, length);
    if (count > 0) {
      keep(target, offset, count);
    }
    return count;
  }

  private void keep(byte[] bytes, int offset, int count) {
    if (to + count > MOST_BYTES) {
      to = 0; // too far back to go there; the last piece is kept
    }
    if (to + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(to + count, 2 * kept.length));
    }
    System.arraycopy(bytes, offset, kept, to, count);
    to += count;
    from = to;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
