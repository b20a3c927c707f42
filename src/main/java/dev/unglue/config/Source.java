package dev.unglue.config;

import dev.unglue.cron.CatchUp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where pages come from, as {@code config/sources/NAME.yaml} says.
 *
 * @param name name of the source, that of its file
 * @param enabled true if a run without {@code --source} takes it
 * @param contact an address or page where the owner of a site can reach the user; empty for files
 * @param pages which pages
 * @param schedule Quartz cron expression; absent means it is never run by itself
 * @param zone the zone of the schedule
 * @param fetch how politely and how far it is fetched
 * @param links which pages that its pages link to are fetched too
 * @param catchUp what becomes of times of the schedule that were missed
 */
public record Source(
    String name,
    boolean enabled,
    String contact,
    Pages pages,
    @Nullable String schedule,
    ZoneId zone,
    Fetch fetch,
    Links links,
    CatchUp catchUp) {

  /** Which pages a source has. */
  public sealed interface Pages permits Files, Urls, UrlFile, Sitemap {}

  /**
   * Pages that lie here already.
   *
   * @param patterns files, folders and globs, relative to the working folder
   */
  public record Files(List<String> patterns) implements Pages {
    /** Copies the patterns. */
    public Files {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * Pages by their addresses.
   *
   * @param addresses http or https, as written
   */
  public record Urls(List<String> addresses) implements Pages {
    /** Copies the addresses. */
    public Urls {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Pages whose addresses stand in a file.
   *
   * @param path the file, relative to the working folder: one address a line; empty lines and those
   *     that begin with {@code #} say nothing
   */
  public record UrlFile(String path) implements Pages {}

  /**
   * The pages that a site lists.
   *
   * @param url address of the sitemap
   * @param include patterns of addresses to take, {@code *} for anything; empty means all
   * @param exclude patterns of addresses to leave out
   */
  public record Sitemap(String url, List<String> include, List<String> exclude) implements Pages {
    /** Copies the patterns. */
    public Sitemap {
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }
  }

  /**
   * Which pages that comparison pages link to are fetched too; they lie on the hosts of the source.
   *
   * @param budget how many at most in one run, 0 or more
   * @param include patterns of addresses to take, {@code *} for anything; empty means all
   * @param exclude patterns of addresses to leave out
   */
  public record Links(int budget, List<String> include, List<String> exclude) {
    /** Copies the patterns. */
    public Links {
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }

    /** Follows none. */
    public static Links none() {
      return new Links(0, List.of(), List.of());
    }
  }

  /**
   * How politely and how far a source is fetched.
   *
   * @param delay pause between two requests to one host
   * @param maxBytes most bytes of one page
   * @param timeout longest time for one page
   * @param retries how often a failed fetch is tried again, 0..10
   * @param allowPrivateAddresses true if addresses of the own network may be fetched
   * @param latencyFactor the pause is at least this many times as long as the last answer took,
   *     0..100
   * @param maxPerSitemap most addresses that are taken of one sitemap
   * @param maxAddresses most addresses that a run plans
   * @param maxTime how long the fetch of the source may take in a run
   */
  public record Fetch(
      Duration delay,
      long maxBytes,
      Duration timeout,
      int retries,
      boolean allowPrivateAddresses,
      double latencyFactor,
      int maxPerSitemap,
      int maxAddresses,
      Duration maxTime) {
    /** What holds where a source says nothing. */
    public static Fetch usual() {
      return new Fetch(
          Duration.ofSeconds(2),
          5_000_000,
          Duration.ofSeconds(30),
          3,
          false,
          2,
          50_000,
          1_000_000,
          Duration.ofHours(20));
    }
  }
}
