package dev.unglue.fetch;

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

  private static final long MIB = 1024L * 1024;

  /** What holds where nothing else is said. */
  public static FetchRules usual() {
    return new FetchRules(
        Duration.ofSeconds(2),
        2,
        5_000_000,
        16 * MIB,
        Duration.ofSeconds(30),
        3,
        Duration.ofSeconds(2),
        Duration.ofHours(1),
        false);
  }

  /** The same with this limit for a body, packed and unpacked. */
  FetchRules withBytes(long bytes) {
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
