package dev.unglue.raw;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes a payload of a record. */
final class StoredPages {
  private StoredPages() {}

  /**
   * The payload of the record that the cursor stands on.
   *
   * @throws IOException if it is cut, or not packed as it says
   */
  static StoredPage of(HeldCapture capture, WarcFrames frames) throws IOException {
    RawLimits limits = RawLimits.defaults();
    if (frames.blockBytes() > limits.maxPayloadBytes() + HttpHead.MAX_BYTES) {
      throw new IOException("too large: " + frames.blockBytes() + " bytes");
    }
    String contentType = frames.field("Content-Type").orElse("");
    byte[] block = frames.block();
    if (!WarcFileReader.isHttp(contentType) || capture.status() == 0) {
      return page(capture, List.of(), block, contentType);
    }
    HttpReply reply = HttpReply.parse(block);
    Optional<String> unknown = reply.unknownEncoding();
    if (unknown.isPresent()) {
      throw new IOException("packed in a way that is not known here: " + unknown.get());
    }
    byte[] bytes = reply.decoded(limits.maxBytes()).bytes();
    return page(capture, HttpHead.of(block).lines(), bytes, reply.contentType().orElse(""));
  }

  private static StoredPage page(
      HeldCapture capture, List<String> head, byte[] bytes, String contentType) {
    boolean html = MediaTypes.ofHeader(contentType).filter(MediaTypes.HTML::equals).isPresent();
    String text = TextDecoder.of(bytes, contentType, html).decode(bytes).text();
    return new StoredPage(capture, head, contentType, bytes, text);
  }
}
