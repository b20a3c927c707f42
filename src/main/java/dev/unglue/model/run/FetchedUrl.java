package dev.unglue.model.run;

import dev.unglue.text.LowerCaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one planned address in one run; one row of the table {@code fetch}.
 *
 * @param source name of the source that planned it
 * @param url the canonical address
 * @param role what it is
 * @param outcome what became of it
 * @param httpStatus status of the last answer; absent means none came, or none was asked for
 * @param reason why, for people; absent where the outcome says all
 * @param attempts requests made for it, 0 or more
 * @param fetchedAt when the last request was sent; absent if none was
 * @param sizeBytes size of the last body as sent; absent if no answer came
 * @param rawSha256 SHA-256 of that body, 64 hex digits; absent if no answer came
 * @param contentSha256 hash over the text that the page shows, 64 hex digits; absent where nothing
 *     came
 * @param etag the server's name for this version of the page; absent if it gives none
 * @param lastModified the server's {@code Last-Modified}, as sent; absent if it gives none
 * @param redirectedTo the canonical address that the server names; absent if it names none
 * @param robots what robots.txt says of it, and why; absent if it was not asked
 */
public record FetchedUrl(
    String source,
    String url,
    Role role,
    FetchOutcome outcome,
    @Nullable Integer httpStatus,
    @Nullable String reason,
    int attempts,
    @Nullable Instant fetchedAt,
    @Nullable Long sizeBytes,
    @Nullable String rawSha256,
    @Nullable String contentSha256,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String redirectedTo,
    @Nullable String robots) {

  /** What an address is fetched for. */
  public enum Role implements LowerCaseId {
    /** It is a page. */
    PAGE,
    /** It lists pages. */
    SITEMAP;
  }
}
