package dev.unglue.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
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

  private final FetchRules rules;
  private final boolean gzip;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final Inflater inflater;
  private final byte[] unpacked;
  private boolean headerDone;
  private boolean broken;
  private long unpackedBytes;
  private @Nullable String cut;
  private @Nullable String truncated;

  BodyReader(FetchRules rules, boolean gzip) {
    this.rules = rules;
    this.gzip = gzip;
    this.inflater = new Inflater(true);
    this.unpacked = new byte[gzip ? 16 * 1024 : 0];
  }

  /** Reads to the end, to a limit or to a failure. */
  void read(InputStream in) {
    byte[] buffer = new byte[16 * 1024];
    try {
      int count = in.read(buffer);
      while (count >= 0 && truncated == null) {
        take(buffer, count);
        count = truncated == null ? in.read(buffer) : -1;
      }
    } catch (InterruptedIOException e) {
      stop("time", "the time limit of " + rules.timeout().toMillis() + " ms was reached");
    } catch (IOException e) {
      stop("disconnect", "the connection ended before the page did");
    }
  }

  private void take(byte[] buffer, int count) {
    int room = (int) Math.min(count, rules.maxBytes() - sent.size());
    sent.write(buffer, 0, room);
    if (room < count) {
      stop("length", String.format(Locale.ROOT, "more than %d bytes", rules.maxBytes()));
    } else if (!gzip) {
      look(buffer, count);
    } else if (!broken) {
      unpack(buffer, count);
    }
  }

  private void look(byte[] bytes, int count) {
    head.write(bytes, 0, Math.min(count, HEAD_BYTES - head.size()));
    unpackedBytes += count;
    if (unpackedBytes > rules.maxUnpackedBytes()) {
      stop(
          "length",
          String.format(Locale.ROOT, "more than %d bytes once unpacked", rules.maxUnpackedBytes()));
    }
  }

  private void unpack(byte[] buffer, int count) {
    if (headerDone) {
      inflater.setInput(buffer, 0, count);
    } else {
      byte[] all = sent.toByteArray();
      int start = gzipHeader(all);
      broken = (start < 0 && all.length > GZIP_HEADER_LIMIT) || notGzip(all);
      if (start < 0 || broken) {
        return;
      }
      headerDone = true;
      inflater.setInput(Arrays.copyOfRange(all, start, all.length));
    }
    inflate();
  }

  private void inflate() {
    try {
      int count = inflater.inflate(unpacked);
      while (count > 0 && truncated == null) {
        look(unpacked, count);
        count = inflater.inflate(unpacked);
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
    return sent.toByteArray();
  }

  /** At most so many of the first bytes, unpacked, as UTF-8; what is not becomes U+FFFD. */
  String head(int most) {
    byte[] bytes = head.toByteArray();
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
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
    inflater.end();
  }
}
