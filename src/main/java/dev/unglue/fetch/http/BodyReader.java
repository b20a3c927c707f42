package dev.unglue.fetch.http;

import dev.unglue.text.ContentCoding;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body as it was sent, and looks on the way at what it unpacks to, so that a body that
 * unpacks to far more than it is stops early. What has come is kept whatever happens.
 */
final class BodyReader {
  /** How much is looked at of an answer that is no page. */
  static final int HEAD_BYTES = 64 * 1024;

  /** How much is looked at of a page: its title. */
  static final int TITLE_BYTES = 8 * 1024;

  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int MOST_EXPECTED_BYTES = 256 * 1024;

  private final FetchRules rules;
  private final List<String> codings;
  private final int lookBytes;
  private final ByteArrayOutputStream sent;
  private final ByteArrayOutputStream head;
  private long unpackedBytes;
  private @Nullable String cut;
  private @Nullable String truncated;

  /**
   * @param codings how it is packed; all of them known
   * @param announced how long the body will be, by its header; negative if that does not say
   * @param lookBytes how much of it is looked at
   */
  BodyReader(FetchRules rules, List<String> codings, long announced, int lookBytes) {
    this.rules = rules;
    this.codings = codings;
    this.lookBytes = lookBytes;
    // A lie about the length costs little.
    int expected = (int) Math.min(announced < 0 ? CHUNK_BYTES : announced, MOST_EXPECTED_BYTES);
    this.sent = new ByteArrayOutputStream(expected);
    this.head = new ByteArrayOutputStream(Math.min(lookBytes, expected));
  }

  /** Reads to the end, to a limit or to a failure. */
  void read(InputStream in) {
    Wire wire = new Wire(in);
    String doubt = "";
    try (InputStream unpacked = ContentCoding.undo(codings, wire)) {
      look(unpacked);
    } catch (EOFException e) {
      doubt = "the packed page does not come to its end";
    } catch (IOException e) {
      doubt = "the packed page is damaged";
    }
    wire.readToEnd();
    if (!doubt.isEmpty() && truncated == null && sent.size() > 0) {
      stop("unspecified", doubt);
    }
  }

  /** More came than its header announced: nobody knows which of the two is wrong. */
  void moreThan(long announced) {
    if (truncated == null) {
      stop("unspecified", "more came than the " + announced + " bytes that were announced");
    }
  }

  private void look(InputStream unpacked) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    int count = unpacked.read(chunk);
    while (count >= 0) {
      head.write(chunk, 0, Math.min(count, lookBytes - head.size()));
      unpackedBytes += count;
      if (unpackedBytes > rules.maxUnpackedBytes()) {
        stop("length", "more than " + rules.maxUnpackedBytes() + " bytes once unpacked");
        return;
      }
      count = unpacked.read(chunk);
    }
  }

  /** Keeps what comes over the wire, and ends at the limit, at a failure and when told to stop. */
  private final class Wire extends InputStream {
    private final InputStream in;

    Wire(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = truncated == null ? next(into, offset, length) : -1;
      long room = rules.maxBytes() - sent.size();
      sent.write(into, offset, (int) Math.min(Math.max(count, 0), room));
      if (count > room) {
        stop("length", "more than " + rules.maxBytes() + " bytes");
        return -1;
      }
      return count;
    }

    private int next(byte[] into, int offset, int length) {
      try {
        return in.read(into, offset, length);
      } catch (InterruptedIOException e) {
        stop("time", "the time limit of " + rules.timeout().toMillis() + " ms was reached");
      } catch (IOException e) {
        stop("disconnect", "the connection ended before the page did");
      }
      return -1;
    }

    void readToEnd() {
      byte[] rest = new byte[CHUNK_BYTES];
      int count = 0;
      while (count >= 0) {
        count = read(rest, 0, rest.length);
      }
    }
  }

  private void stop(String reason, String why) {
    truncated = reason;
    cut = why;
  }

  byte[] body() {
    return sent.toByteArray();
  }

  /** The first bytes, unpacked, as UTF-8; what is not becomes U+FFFD. */
  String head() {
    return head.toString(StandardCharsets.UTF_8);
  }

  /** Why it is not whole, for people; absent means it is whole. */
  @Nullable String cut() {
    return cut;
  }

  /**
   * The same in the words of WARC: {@code length}, {@code time}, {@code disconnect}, {@code
   * unspecified}.
   */
  @Nullable String truncated() {
    return truncated;
  }
}
