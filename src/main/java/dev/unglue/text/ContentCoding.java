package dev.unglue.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * How HTTP packs a body, and the way back (RFC 9110, 8.4). What ends before its own end is an
 * {@link java.io.EOFException}, other damage a {@link java.util.zip.ZipException}.
 */
public final class ContentCoding {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final List<String> NONE = List.of("", "identity", "none");
  private static final List<String> KNOWN = List.of("gzip", "x-gzip", "deflate");

  private ContentCoding() {}

  /** The codings that a header field names, in the order in which they were put on. */
  public static List<String> named(String field) {
    return Stream.of(field.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !NONE.contains(name))
        .toList();
  }

  /** One that cannot be undone here; empty if all can. */
  public static Optional<String> unknown(List<String> codings) {
    return codings.stream().filter(name -> !KNOWN.contains(name)).findFirst();
  }

  /** The body as it was before the codings, all of them known, were put on. */
  public static InputStream undo(List<String> codings, InputStream body) throws IOException {
    List<String> last = new ArrayList<>(codings);
    Collections.reverse(last);
    InputStream unpacked = body;
    for (String coding : last) {
      unpacked = coding.equals("deflate") ? inflate(unpacked) : gunzip(unpacked);
    }
    return unpacked;
  }

  /** What unpacks a body on the way may leave the field; so what is no gzip is the page itself. */
  private static InputStream gunzip(InputStream body) throws IOException {
    PushbackInputStream in = new PushbackInputStream(body, 2);
    byte[] head = head(in);
    boolean packed = head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    return packed ? new GZIPInputStream(in, CHUNK_BYTES) : in;
  }

  /** Servers send {@code deflate} with and without the frame that the standard asks for. */
  private static InputStream inflate(InputStream body) throws IOException {
    PushbackInputStream in = new PushbackInputStream(body, 2);
    byte[] head = head(in);
    boolean framed =
        head.length == 2
            && (head[0] & 0x0f) == 8
            && ((head[0] & 0xff) << 8 | (head[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(in, new Inflater(!framed), CHUNK_BYTES);
  }

  private static byte[] head(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(2);
    in.unread(head);
    return head;
  }
}
