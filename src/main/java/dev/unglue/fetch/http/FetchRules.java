package dev.unglue.fetch.http;

import java.time.Duration;

/**
 * How politely and how far a source is fetched.
 *
 * @param delay least pause between two requests to one host, zero or more
 * @param latencyFactor the pause is at least this many times as long as the host took for its last
 *     answer, 0 or more
 * @param maxBytes most bytes of one body as sent, 1 or more
 * @param maxUnpackedBytes most bytes of one body once unpacked, 1 or more
 * @param timeout longest time for one request, from the look-up of the name to the last byte
 * @param retries how often a request that may heal is made again, 0 or more
 * @param backoff pause after the first trouble with a host; doubles with each further one
 * @param patience the longest pause that a host may ask for; a longer one ends its part of the run
 * @param allowPrivateAddresses true if addresses of the own network may be fetched
 */
public record FetchRules(
    Duration delay,
    double latencyFactor,
    long maxBytes,
    long maxUnpackedBytes,
    Duration timeout,
    int retries,
    Duration backoff,
    Duration patience,
    boolean allowPrivateAddresses) {

  /** Pause after the first trouble with a host. */
  public static final Duration BACKOFF = Duration.ofSeconds(2);

  /** Longer than this nobody waits for a host. */
  public static final Duration PATIENCE = Duration.ofHours(1);

  /** The same with this limit for a body, packed and unpacked. */
  public FetchRules withBytes(long bytes) {
    return new FetchRules(
        delay,
        latencyFactor,
        bytes,
        bytes,
        timeout,
        retries,
        backoff,
        patience,
        allowPrivateAddresses);
  }
}
