package dev.unglue.model.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums up what was fetched of a source: the pages, for a sitemap is none. */
public final class FetchNight {
  private final List<FetchedUrl> pages;
  private final List<FetchedUrl> sitemaps;
  private final List<MissedPage> unread;
  private final Set<String> unreadPages;

  private FetchNight(List<FetchedUrl> rows, List<MissedPage> unread) {
    this.pages = of(rows, FetchedUrl.Role.PAGE);
    this.sitemaps = of(rows, FetchedUrl.Role.SITEMAP);
    this.unread = unread;
    this.unreadPages = unread.stream().map(MissedPage::page).collect(Collectors.toSet());
  }

  private static List<FetchedUrl> of(List<FetchedUrl> rows, FetchedUrl.Role role) {
    return rows.stream().filter(row -> row.role() == role).toList();
  }

  /**
   * The night of a source.
   *
   * @param rows what became of the addresses that were planned, of other sources too
   * @param unread pages of it that lie here and cannot be read
   */
  public static SourceNight of(String source, List<FetchedUrl> rows, List<MissedPage> unread) {
    List<FetchedUrl> own = rows.stream().filter(row -> row.source().equals(source)).toList();
    return new FetchNight(own, unread).night(source);
  }

  private SourceNight night(String source) {
    NightPages counts =
        new NightPages(
            count(row -> row.outcome() == FetchOutcome.CAPTURED && isReadable(row)),
            count(row -> row.outcome() == FetchOutcome.UNCHANGED && isReadable(row)),
            count(row -> row.outcome() == FetchOutcome.GONE),
            count(row -> row.outcome() == FetchOutcome.FORBIDDEN),
            count(row -> row.outcome().isTrouble()) + unread.size());
    List<MissedPage> missed =
        Stream.concat(
                pages.stream().filter(FetchNight::isMissed).map(FetchNight::missed),
                unread.stream())
            .toList();
    return SourceNight.of(source, counts, troubles(), missed, contact());
  }

  private long count(Predicate<FetchedUrl> wanted) {
    return pages.stream().filter(wanted).count();
  }

  private boolean isReadable(FetchedUrl row) {
    return !unreadPages.contains(row.url());
  }

  private static boolean isMissed(FetchedUrl row) {
    FetchOutcome outcome = row.outcome();
    return outcome.isTrouble() || outcome == FetchOutcome.GONE || outcome == FetchOutcome.FORBIDDEN;
  }

  private static MissedPage missed(FetchedUrl row) {
    String reason = Objects.requireNonNullElse(row.reason(), "");
    return new MissedPage(row.url(), row.outcome().id(), reason);
  }

  /** A sitemap that did not come may have listed any number of pages. */
  private List<String> troubles() {
    List<String> unread =
        sitemaps.stream()
            .filter(row -> !row.outcome().isConfirmed() && row.outcome() != FetchOutcome.REDIRECTED)
            .map(row -> "sitemap " + row.url() + " " + missed(row).why())
            .toList();
    boolean idle = unread.isEmpty() && pages.isEmpty() && !sitemaps.isEmpty();
    return idle ? List.of("no page was planned: " + listed()) : unread;
  }

  /** What the sitemaps list, where they list nothing that is wanted. */
  private String listed() {
    List<String> read =
        sitemaps.stream()
            .filter(row -> row.outcome().isConfirmed())
            .map(row -> row.url() + " is " + missed(row).reason())
            .toList();
    String first = read.stream().limit(SourceNight.NAMED).collect(Collectors.joining("; "));
    int others = read.size() - SourceNight.NAMED;
    return others > 0 ? first + "; and " + others + " other sitemaps" : first;
  }

  private Optional<Instant> contact() {
    return Stream.concat(pages.stream(), sitemaps.stream())
        .filter(row -> row.outcome().isConfirmed())
        .flatMap(row -> Stream.ofNullable(row.fetchedAt()))
        .max(Comparator.naturalOrder());
  }
}
