package dev.unglue.fetch.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body as it was sent, and looks on the way at what it unpacks to, so that a body that
 * unpacks to far more than it is stops early. What has come is kept whatever happens.
 */
final class BodyReader implements AutoCloseable {
  /** How much is looked at of an answer that is no page. */
  static final int HEAD_BYTES = 64 * 1024;

  /** How much is looked at of a page: its title. */
  static final int TITLE_BYTES = 8 * 1024;

  private static final int GZIP_HEADER_LIMIT = 4096;
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int MOST_EXPECTED_BYTES = 256 * 1024;

  private final FetchRules rules;
  private final boolean gzip;
  private final int lookBytes;
  private final ByteArrayOutputStream head;
  private @Nullable Inflater inflater;
  private byte[] sent;
  private int sentBytes;
  private byte[] unpacked = new byte[0];
  private boolean broken;
  private long unpackedBytes;
  private @Nullable String cut;
  private @Nullable String truncated;

  /**
   * @param announced how long the body will be, by its header; negative if that does not say
   * @param lookBytes how much of it is looked at
   */
  BodyReader(FetchRules rules, boolean gzip, long announced, int lookBytes) {
    this.rules = rules;
    this.gzip = gzip;
    this.lookBytes = lookBytes;

    // One more than announced, so that the end is met without another array. A lie costs little.
    long expected = announced < 0 ? CHUNK_BYTES : announced + 1;
    this.sent = new byte[(int) Math.min(expected, MOST_EXPECTED_BYTES)];
    this.head = new ByteArrayOutputStream(Math.min(lookBytes, sent.length));
  }

  /** Reads to the end, to a limit or to a failure. */
  void read(InputStream in) {
    try {
      int count = in.read(sent, 0, sent.length);
      while (count >= 0 && truncated == null) {
        take(count);
        count = truncated == null ? next(in) : -1;
      }
    } catch (InterruptedIOException e) {
      stop("time", "the time limit of " + rules.timeout().toMillis() + " ms was reached");
    } catch (IOException e) {
      stop("disconnect", "the connection ended before the page did");
    }
  }

  private int next(InputStream in) throws IOException {
    if (sentBytes == sent.length) {
      sent = Arrays.copyOf(sent, Math.max(2 * sent.length, CHUNK_BYTES));
    }
    return in.read(sent, sentBytes, sent.length - sentBytes);
  }

  /** So many bytes have come behind those that were there. */
  private void take(int count) {
    int from = sentBytes;
    sentBytes = (int) Math.min(from + (long) count, rules.maxBytes());
    if (sentBytes < from + count) {
      stop("length", "more than " + rules.maxBytes() + " bytes");
    } else if (!gzip) {
      look(sent, from, count);
    } else if (!broken) {
      unpack(from, count);
    }
  }

  private void look(byte[] bytes, int from, int count) {
    head.write(bytes, from, Math.min(count, lookBytes - head.size()));
    unpackedBytes += count;
    if (unpackedBytes > rules.maxUnpackedBytes()) {
      stop("length", "more than " + rules.maxUnpackedBytes() + " bytes once unpacked");
    }
  }

  private void unpack(int from, int count) {
    Inflater known = inflater;
    if (known != null) {
      known.setInput(sent, from, count);
      inflate(known);
      return;
    }
    byte[] all = body();
    int start = gzipHeader(all);
    broken = (start < 0 && all.length > GZIP_HEADER_LIMIT) || notGzip(all);
    if (start >= 0 && !broken) {
      Inflater begun = new Inflater(true);
      inflater = begun;
      unpacked = new byte[CHUNK_BYTES];
      begun.setInput(all, start, all.length - start);
      inflate(begun);
    }
  }

  private void inflate(Inflater from) {
    try {
      int count = from.inflate(unpacked);
      while (count > 0 && truncated == null) {
        look(unpacked, 0, count);
        count = from.inflate(unpacked);
      }
    } catch (DataFormatException e) {
      broken = true; // who reads the page says so; here it only ends the look at it
    }
  }

  private static boolean notGzip(byte[] bytes) {
    return bytes.length >= 2 && ((bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b);
  }

  /** Where the deflated data begin; -1 if that is not known yet (RFC 1952, 2.3). */
  private static int gzipHeader(byte[] bytes) {
    if (bytes.length < 10) {
      return -1;
    }
    int flags = bytes[3];
    int at = 10;
    if ((flags & 4) != 0) {
      at = bytes.length < at + 2 ? -1 : at + 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    for (int bit : new int[] {8, 16}) {
      at = (flags & bit) != 0 && at >= 0 ? afterZero(bytes, at) : at;
    }
    at = (flags & 2) != 0 && at >= 0 ? at + 2 : at;
    return at > bytes.length ? -1 : at;
  }

  private static int afterZero(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at < bytes.length ? at + 1 : -1;
  }

  private void stop(String reason, String why) {
    truncated = reason;
    cut = why;
  }

  byte[] body() {
    return sentBytes == sent.length ? sent : Arrays.copyOf(sent, sentBytes);
  }

  /** The first bytes, unpacked, as UTF-8; what is not becomes U+FFFD. */
  String head() {
    return head.toString(StandardCharsets.UTF_8);
  }

  /** Why it is not whole, for people; absent means it is whole. */
  @Nullable String cut() {
    return cut;
  }

  /** The same in the words of WARC: {@code length}, {@code time}, {@code disconnect}. */
  @Nullable String truncated() {
    return truncated;
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }
}
