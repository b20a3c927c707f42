package dev.unglue.raw.warc;

import dev.unglue.text.ContentCoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    byte[] body = Arrays.copyOfRange(block, HttpHead.of(block).length(), block.length);
    List<String> transfer = response.headers().all("Transfer-Encoding");
    boolean chunked = ContentCoding.named(String.join(",", transfer)).contains("chunked");
    return new HttpReply(response, chunked ? ChunkedBytes.undone(body) : Body.whole(body));
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
    return ContentCoding.named(String.join(",", response.headers().all("Content-Encoding")));
  }

  /** An encoding that cannot be undone here; empty if all can. */
  public Optional<String> unknownEncoding() {
    return ContentCoding.unknown(encodings());
  }

  /**
   * The page itself, at most one byte over the limit.
   *
   * @throws IOException if the body is not in the encoding it names
   */
  public Body decoded(int limit) throws IOException {
    return encodings().isEmpty()
        ? body
        : Body.unpacked(encodings(), body.bytes(), limit).orCut(body.cut());
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
