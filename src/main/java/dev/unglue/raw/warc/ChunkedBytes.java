package dev.unglue.raw.warc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the chunks of a body (RFC 9112, 7.1). jwarc does this too, but hands on what follows a
 * broken chunk as if it were the page.
 */
final class ChunkedBytes {
  /** Length in hex digits; what follows a semicolon is an extension. */
  private static final Pattern LENGTH = Pattern.compile("0*([0-9A-Fa-f]{1,7})\\s*(?:;.*)?");

  /** Longer than any line that tells a length. */
  private static final int MAX_LINE_BYTES = 4096;

  private final byte[] bytes;
  private final ByteArrayOutputStream page;
  private int at;

  private ChunkedBytes(byte[] bytes) {
    this.bytes = bytes;
    this.page = new ByteArrayOutputStream(bytes.length);
  }

  /** The page; a body that does not begin with a chunk has lost its chunks before. */
  static Body undone(byte[] bytes) {
    ChunkedBytes chunks = new ChunkedBytes(bytes);
    return LENGTH.matcher(chunks.line()).matches() ? chunks.undo() : Body.whole(bytes);
  }

  private Body undo() {
    int length = -1;
    while (length != 0) {
      String line = line();
      Matcher found = LENGTH.matcher(line);
      if (at + line.length() >= bytes.length) {
        return cut("the last chunk", "the end of the record");
      }
      if (!found.matches()) {
        return cut("the length of a chunk", QuotedInput.quoted(line) + " at byte " + at);
      }
      length = Integer.parseInt(found.group(1), 16);
      at = afterLineEnd(at + line.length());
      int end = Math.min(bytes.length, at + length);
      page.write(bytes, at, end - at);
      at = end;
      if (length > 0 && !endsLine()) {
        String rest = bytes.length - at < 2 ? "the end of the record" : "more";
        return cut("the end of a chunk of " + length + " bytes", rest);
      }
    }
    return Body.whole(page.toByteArray());
  }

  private Body cut(String expected, String found) {
    return new Body(page.toByteArray(), "expected " + expected + ", found " + found);
  }

  /** The line that begins here, without its end; as much of it as any length has. */
  private String line() {
    int end = at;
    while (end < bytes.length && end - at < MAX_LINE_BYTES && bytes[end] != '\n') {
      end++;
    }
    boolean carriageReturn = end > at && end < bytes.length && bytes[end - 1] == '\r';
    return new String(
        Arrays.copyOfRange(bytes, at, carriageReturn ? end - 1 : end), StandardCharsets.ISO_8859_1);
  }

  /** Passes over the line end that has to stand here. */
  private boolean endsLine() {
    int after = afterLineEnd(at);
    boolean ends = after > at && bytes[after - 1] == '\n';
    at = after;
    return ends;
  }

  private int afterLineEnd(int place) {
    int after = place < bytes.length && bytes[place] == '\r' ? place + 1 : place;
    return after < bytes.length && bytes[after] == '\n' ? after + 1 : after;
  }
}
