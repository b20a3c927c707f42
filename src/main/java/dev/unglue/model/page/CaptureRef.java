package dev.unglue.model.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a capture: what it is a copy of, when it was made and where its bytes lie.
 *
 * @param source name of the source it came by, for example {@code samples}
 * @param page what people call it: the target URI, else the path (with {@code #n} for record n of a
 *     file that holds many)
 * @param url the target URI; absent where the container names none
 * @param capturedAt when it was captured, by the container's own word (WARC-Date, the {@code
 *     captured_at} of a JSONL line or a {@code .meta.json}); absent means unknown, never guessed
 *     from a file's modification time
 * @param rawSha256 SHA-256 of the payload bytes, 64 hex digits
 * @param mediaType {@code text/plain}, {@code text/markdown} or {@code text/html}
 * @param rawPath the file that holds it, relative to the working folder where it lies below it,
 *     with {@code /} as separator
 * @param rawOffset place of the record in the file: byte offset in a WARC, line number (from 0) in
 *     a JSONL, 0 in a file of its own
 * @param truncated why the capture was cut short ({@code length}, {@code time}, {@code
 *     disconnect}); absent means it is whole
 */
public record CaptureRef(
    String source,
    String page,
    @Nullable String url,
    @Nullable Instant capturedAt,
    String rawSha256,
    String mediaType,
    String rawPath,
    long rawOffset,
    @Nullable String truncated) {}
