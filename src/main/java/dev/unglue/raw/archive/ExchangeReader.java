package dev.unglue.raw.archive;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Exchange;
import dev.unglue.raw.read.PageDescription;
import dev.unglue.raw.read.PageMaker;
import dev.unglue.raw.read.PageOrigin;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.Body;
import dev.unglue.raw.warc.HttpReply;
import dev.unglue.raw.warc.RawLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes a page of an exchange, as reading it back from the store would, or of what lies there. */
public final class ExchangeReader {
  private ExchangeReader() {}

  /**
   * The page that came; empty if it is none, or cannot be read.
   *
   * @param source name of the source it came by
   * @param limits how much is read at most
   */
  public static Optional<Capture> page(Exchange exchange, String source, RawLimits limits) {
    try {
      HttpReply reply = HttpReply.parse(block(exchange));
      if (reply.unknownEncoding().isPresent()) {
        return Optional.empty();
      }
      Body body = reply.decoded(limits.maxBytes());
      if (body.isCut() || body.bytes().length > limits.maxBytes()) {
        return Optional.empty();
      }
      PageDescription described =
          new PageDescription(
              exchange.url(),
              exchange.fetchedAt(),
              reply.contentType().orElse(""),
              exchange.truncated(),
              List.of());
      return page(source, described, body.bytes());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // reading it back from the store says what is wrong with it
    }
  }

  /** The page that the store holds; empty if it is none. */
  public static Optional<Capture> page(StoredPage stored) {
    HeldCapture held = stored.held();
    PageDescription described =
        new PageDescription(
            held.url(), held.capturedAt(), stored.contentType(), held.truncated(), List.of());
    return page(held.source(), described, stored.bytes());
  }

  private static Optional<Capture> page(String source, PageDescription described, byte[] bytes) {
    PageOrigin origin = PageOrigin.ofFile(source, String.valueOf(described.url()));
    RawItem item = PageMaker.ofBytes(origin, described, "", bytes);
    return item instanceof RawItem.Page page ? Optional.of(page.capture()) : Optional.empty();
  }

  /** The chunks are gone already, so the field that tells of them is left out. */
  private static byte[] block(Exchange exchange) {
    String head = exchange.responseHead().replaceAll("(?im)^transfer-encoding:.*\r\n", "");
    return WarcDraft.joined((head + "\r\n").getBytes(StandardCharsets.UTF_8), exchange.body());
  }
}
