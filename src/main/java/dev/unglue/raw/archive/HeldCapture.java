package dev.unglue.raw.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One capture that the raw store holds: a record of type response, revisit, resource or conversion.
 *
 * @param source name of the folder in the store
 * @param type {@code response}; {@code revisit} for a page whose bytes lie in an earlier record;
 *     {@code resource} or {@code conversion} for what came by other ways
 * @param url the target URI
 * @param capturedAt when it was captured
 * @param status HTTP status, 100..599; 0 where the record holds no HTTP response
 * @param recordId the WARC-Record-ID, without angle brackets
 * @param file the archive that holds it
 * @param offset where in the file its gzip member begins, in bytes
 * @param payloadBytes size of the payload as sent; 0 for a revisit
 * @param payloadDigest {@code sha256:} and 64 hex digits, or what another tool wrote; empty if
 *     there is none
 * @param refersTo id of the record that holds the payload of a revisit; absent for all others
 * @param etag the validator to send as If-None-Match; absent if the server gave none
 * @param lastModified the validator to send as If-Modified-Since; absent if the server gave none
 * @param truncated why the payload was cut short; absent means it is whole
 * @param metadata what was noted of the fetch besides
 */
public record HeldCapture(
    String source,
    String type,
    String url,
    Instant capturedAt,
    int status,
    String recordId,
    Path file,
    long offset,
    long payloadBytes,
    String payloadDigest,
    @Nullable String refersTo,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String truncated,
    Map<String, String> metadata) {
  /** The type of a capture whose payload lies in an earlier record. */
  public static final String REVISIT = "revisit";

  /**
   * Among the metadata: why what came is no page, whatever its status; a word such as {@code
   * blocked}. Such a capture is kept as evidence: it is never read as data, and nothing refers to
   * it.
   */
  public static final String NO_PAGE = "no-page";

  /** Copies the metadata, keeping its order. */
  public HeldCapture {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** True if its payload lies in an earlier record. */
  public boolean isRevisit() {
    return type.equals(REVISIT);
  }

  /** True if what came is the page of its address, not a challenge or the answer of a server. */
  boolean isPage() {
    boolean answered = isRevisit() || status == 200 || status == 0;
    return answered && !metadata.containsKey(NO_PAGE);
  }

  /** True if a later capture may refer to it: a whole page with its payload. */
  boolean isOriginal() {
    return type.equals("response") && status == 200 && truncated == null && isPage();
  }
}
