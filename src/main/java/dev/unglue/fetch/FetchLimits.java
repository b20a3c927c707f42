package dev.unglue.fetch;

import java.time.Duration;
import java.util.Locale;

/**
 * How much of a source a run asks for. What is beyond a limit is left out, and said by name.
 *
 * @param perSitemap most addresses that are taken of one sitemap, 1 or more
 * @param addresses most addresses that are planned, 1 or more
 * @param time how long the fetch may take
 * @param timeSetBy who says so, for people: {@code maxTime of sources/site.yaml}
 */
public record FetchLimits(int perSitemap, int addresses, Duration time, String timeSetBy) {
  /** Why an address is left out that would be one too many. */
  String beyondAddresses() {
    return "beyond the %d addresses that a run asks for of a source (maxAddresses); others may be too"
        .formatted(addresses);
  }

  /** Why an address is left out whose turn comes too late. */
  String beyondTime() {
    return "the fetch of the source may take %s (%s), which are over"
        .formatted(words(time), timeSetBy);
  }

  private static String words(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
