package dev.unglue.model.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page from the last time that it came whole.
 *
 * @param url the canonical address
 * @param fetchedAt when it last came or was said to be the same
 * @param etag the server's name for that version; absent if it gave none
 * @param lastModified its {@code Last-Modified}, as sent; absent if it gave none
 * @param contentSha256 hash over the text that the page showed; absent where nothing came
 */
public record KnownPage(
    String url,
    Instant fetchedAt,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String contentSha256) {}
