package dev.unglue.model.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and what came back, as both went over the wire.
 *
 * @param url the address that was asked for: absolute, http or https, without a fragment
 * @param requestHead request line and header lines as sent, each ended by CR LF, without the empty
 *     line
 * @param responseHead status line and header lines as received, each ended by CR LF, without the
 *     empty line
 * @param status HTTP status, 100..599
 * @param body the payload as sent: transfer coding removed, content coding kept; nobody writes to
 *     it
 * @param fetchedAt when the request was sent
 * @param address the IP address of the peer, as text without a port
 * @param truncated why the body was cut short ({@code length}, {@code time}, {@code disconnect}, as
 *     WARC names them); absent means it is whole
 */
// A body may have megabytes: it is handed on, not copied, and no one compares exchanges.
@SuppressWarnings("ArrayRecordComponent")
public record Exchange(
    String url,
    String requestHead,
    String responseHead,
    int status,
    byte[] body,
    Instant fetchedAt,
    String address,
    @Nullable String truncated) {}
