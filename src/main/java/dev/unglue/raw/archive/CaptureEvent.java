package dev.unglue.raw.archive;

import dev.unglue.model.page.Exchange;
import dev.unglue.raw.warc.HttpHead;
import dev.unglue.raw.warc.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one exchange: request, metadata, and last the response, or a revisit where the
 * page is one that the store has.
 *
 * @param exchange what came
 * @param metadata what else is to be kept of it; may be empty
 * @param original the capture whose payload this one repeats; absent if it is new
 * @param payloadDigest of the body
 * @param ids names of the records
 * @param warcinfoId name of the record that begins the archive
 */
record CaptureEvent(
    Exchange exchange,
    Map<String, String> metadata,
    @Nullable HeldCapture original,
    String payloadDigest,
    RecordIds ids,
    String warcinfoId) {
  private static final String RESPONSE = "application/http;msgtype=response";
  private static final String REQUEST = "application/http;msgtype=request";
  private static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/";
  private static final int NOT_MODIFIED = 304;

  /**
   * The names of the records of one event, without angle brackets.
   *
   * @param page of the response or revisit
   * @param request of the request
   * @param metadata of the metadata
   */
  record RecordIds(String page, String request, String metadata) {}

  /** True if the newest whole capture of the same address has the payload of this one. */
  static boolean repeats(Exchange exchange, String payloadDigest, HeldCapture newest) {
    return exchange.truncated() == null
        && (exchange.status() == NOT_MODIFIED
            || (exchange.status() == newest.status()
                && payloadDigest.equals(newest.payloadDigest())));
  }

  /** The records before the last, packed. */
  byte[] before() {
    byte[] request = request().packed();
    return metadata.isEmpty() ? request : WarcDraft.joined(request, noted().packed());
  }

  /** The record with the page, packed. */
  byte[] page() {
    return (original == null ? response() : revisit(original)).packed();
  }

  private WarcDraft draft(String type, String id) {
    return new WarcDraft(type, id, exchange.fetchedAt())
        .field("WARC-Target-URI", exchange.url())
        .field("WARC-Warcinfo-ID", WarcDraft.bracketed(warcinfoId));
  }

  private WarcDraft request() {
    return draft("request", ids.request())
        .field("WARC-IP-Address", exchange.address())
        .concurrentTo(ids.page())
        .block(REQUEST, utf8(exchange.requestHead() + "\r\n"));
  }

  private WarcDraft noted() {
    return draft("metadata", ids.metadata())
        .concurrentTo(ids.page())
        .block("application/warc-fields", WarcDraft.fields(metadata));
  }

  private WarcDraft page(String type) {
    WarcDraft page =
        draft(type, ids.page())
            .field("WARC-IP-Address", exchange.address())
            .concurrentTo(ids.request());
    return metadata.isEmpty() ? page : page.concurrentTo(ids.metadata());
  }

  private WarcDraft response() {
    return page("response")
        .field("WARC-Truncated", Optional.ofNullable(exchange.truncated()).orElse(""))
        .field(RecordHeader.NO_PAGE_FIELD, metadata.getOrDefault(HeldCapture.NO_PAGE, ""))
        .field("WARC-Payload-Digest", payloadDigest)
        .block(RESPONSE, WarcDraft.joined(head(), exchange.body()));
  }

  /** A revisit keeps the head as it came; its payload is that of the original (6.7 of WARC 1.1). */
  private WarcDraft revisit(HeldCapture of) {
    boolean notModified = exchange.status() == NOT_MODIFIED;
    return page(HeldCapture.REVISIT)
        .field(
            "WARC-Profile",
            PROFILE + (notModified ? "server-not-modified" : "identical-payload-digest"))
        .field("WARC-Refers-To", WarcDraft.bracketed(of.recordId()))
        .field("WARC-Refers-To-Target-URI", of.url())
        .field("WARC-Refers-To-Date", of.capturedAt().toString())
        .field("WARC-Truncated", notModified ? "" : "length")
        .field("WARC-Payload-Digest", of.payloadDigest())
        .block(RESPONSE, head());
  }

  /**
   * The head with its empty line. The body has lost its chunks on the way, so the field that tells
   * of them gets the name that web archives give to such fields: else every reader would look for
   * chunks.
   */
  private byte[] head() {
    String head =
        exchange
            .responseHead()
            .replaceAll("(?im)^transfer-encoding:", "X-Archive-Orig-Transfer-Encoding:");
    return utf8(head + "\r\n");
  }

  /** What the store holds once it is written there. */
  HeldCapture held(String source, Path file, long offset) {
    HttpHead head = HttpHead.of(utf8(exchange.responseHead() + "\r\n"));
    HeldCapture of = original;
    return new HeldCapture(
        source,
        of == null ? "response" : HeldCapture.REVISIT,
        exchange.url(),
        exchange.fetchedAt(),
        exchange.status(),
        ids.page(),
        file,
        offset,
        of == null ? exchange.body().length : 0,
        of == null ? payloadDigest : of.payloadDigest(),
        of == null ? null : of.recordId(),
        head.field("ETag").orElse(null),
        head.field("Last-Modified").orElse(null),
        exchange.truncated(),
        metadata);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
