package dev.unglue.raw.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * The HTTP response inside a WARC record.
 *
 * @param response what jwarc reads of it
 * @param body its body, chunks undone
 */
public record HttpReply(HttpResponse response, Body body) {
  /**
   * Parses the block of a record and undoes the chunks.
   *
   * @throws IOException if it is no HTTP response
   * @throws IllegalArgumentException if its fields contradict each other
   */
  public static HttpReply parse(byte[] block) throws IOException {
    // The block ends where the record says; a Content-Length of the server may be of another form.
    ReadableByteChannel rest = Channels.newChannel(InputStream.nullInputStream());
    LengthedBody whole = LengthedBody.create(rest, ByteBuffer.wrap(block), block.length);
    HttpResponse response = HttpResponse.parse(whole);
    return new HttpReply(response, Body.read(response.body().stream(), block.length));
  }

  /** The payload of a record's block; empty if it is an HTTP message that cannot be parsed. */
  public static Optional<byte[]> payload(RecordHeader header, byte[] block) {
    try {
      return Optional.of(header.isHttp() ? parse(block).payload() : block);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public int status() {
    return response.status();
  }

  /** The payload as the WARC standard means it: chunks undone, content coding kept. */
  public byte[] payload() {
    return body.bytes();
  }

  /** The Content-Type; empty if there is none. */
  public Optional<String> contentType() {
    return response.headers().first("Content-Type").filter(value -> !value.isBlank());
  }

  /** The encodings of the body, in the order they were put on. */
  private List<String> encodings() {
    String all = String.join(",", response.headers().all("Content-Encoding"));
    return Stream.of(all.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !List.of("", "identity", "none").contains(name))
        .toList();
  }

  /** An encoding that cannot be undone here; empty if all can. */
  public Optional<String> unknownEncoding() {
    return encodings().stream()
        .filter(name -> !List.of("gzip", "x-gzip", "deflate").contains(name))
        .findFirst();
  }

  /**
   * The page itself, at most one byte over the limit.
   *
   * @throws IOException if the body is not in the encoding it names
   */
  public Body decoded(int limit) throws IOException {
    List<String> names = new ArrayList<>(encodings());
    Collections.reverse(names);
    Body decoded = body;
    for (String name : names) {
      decoded = undo(name, decoded.bytes(), limit).orCut(decoded.isCut());
    }
    return decoded;
  }

  private static Body undo(String encoding, byte[] bytes, int limit) throws IOException {
    boolean deflate = encoding.equals("deflate");
    if (!deflate && !GzipStream.isMagic(bytes)) {
      return Body.whole(bytes); // archives that unpack a body may keep the field
    }
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    try (InputStream unpacked = deflate ? inflate(in, bytes) : new GzipStream(in)) {
      return Body.read(unpacked, limit);
    }
  }

  /** Servers send {@code deflate} with and without the frame that the standard asks for. */
  private static InputStream inflate(InputStream in, byte[] bytes) {
    boolean framed =
        bytes.length >= 2
            && (bytes[0] & 0x0f) == 8
            && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(in, new Inflater(!framed));
  }

  /** How many bytes the server announced, where this body can be held against it. */
  public OptionalLong announcedBytes() {
    MessageHeaders headers = response.headers();
    boolean comparable = encodings().isEmpty() && headers.first("Transfer-Encoding").isEmpty();
    String length = headers.first("Content-Length").orElse("");
    return comparable && length.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(length))
        : OptionalLong.empty();
  }
}
