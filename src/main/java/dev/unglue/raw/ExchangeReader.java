package dev.unglue.raw;

import dev.unglue.model.Capture;
import dev.unglue.model.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes a page of an exchange, as reading it back from the store would. */
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
      PageOrigin origin = PageOrigin.ofFile(source, exchange.url());
      RawItem item = PageMaker.ofBytes(origin, described, "", body.bytes());
      return item instanceof RawItem.Page page ? Optional.of(page.capture()) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // reading it back from the store says what is wrong with it
    }
  }

  /** The chunks are gone already, so the field that tells of them is left out. */
  private static byte[] block(Exchange exchange) {
    String head = exchange.responseHead().replaceAll("(?im)^transfer-encoding:.*\r\n", "");
    return WarcDraft.joined((head + "\r\n").getBytes(StandardCharsets.UTF_8), exchange.body());
  }
}
