package dev.unglue.model.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one source fared in one run: what it had planned against what was received. Whatever is said
 * of a night, to people or to programs, is drawn from here.
 *
 * @param source name of the source; of pages given by hand, their paths
 * @param verdict how it went
 * @param pages what became of its pages
 * @param reasons why it is not {@code ok}, each one sentence; empty where it is
 * @param missed the pages that were planned and not received, those that failed first
 * @param contactAt when it last brought or confirmed data; absent where it did neither, or where
 *     nobody was asked
 */
public record SourceNight(
    String source,
    NightVerdict verdict,
    NightPages pages,
    List<String> reasons,
    List<MissedPage> missed,
    @Nullable Instant contactAt) {
  /** So many missed pages are named where people look; the others are counted. */
  public static final int NAMED = 10;

  private static final Comparator<MissedPage> WORST_FIRST =
      Comparator.comparing((MissedPage page) -> isWish(page)).thenComparing(MissedPage::page);

  /** Copies the lists. */
  public SourceNight {
    reasons = List.copyOf(reasons);
    missed = missed.stream().sorted(WORST_FIRST).toList();
  }

  /** The verdict on what was received. */
  public static SourceNight of(
      String source,
      NightPages pages,
      List<String> troubles,
      List<MissedPage> missed,
      Optional<Instant> contact) {
    boolean nothing = pages.confirmed() == 0;
    boolean whole = !nothing && pages.failed() == 0 && troubles.isEmpty();
    NightVerdict some = nothing ? NightVerdict.UNREACHABLE : NightVerdict.PARTIAL;
    List<String> reasons =
        whole
            ? List.of()
            : Stream.concat(troubles.stream(), MissedReasons.of(missed, nothing).stream()).toList();
    boolean silent = reasons.isEmpty() && !whole;
    return new SourceNight(
        source,
        whole ? NightVerdict.OK : some,
        pages,
        silent ? List.of("no page was planned: there is none that is wanted") : reasons,
        missed,
        nothing ? null : contact.orElse(null));
  }

  /** A source that could not even be asked. */
  public static SourceNight unasked(String source, String reason) {
    NightPages none = new NightPages(0, 0, 0, 0, 0);
    return new SourceNight(
        source, NightVerdict.UNREACHABLE, none, List.of(reason), List.of(), null);
  }

  /** The same night, whose gate is closed. */
  public SourceNight rejected(List<String> why) {
    return new SourceNight(source, NightVerdict.REJECTED, pages, why, missed, contactAt);
  }

  /** The same with no more missed pages than are named. */
  public SourceNight named() {
    List<MissedPage> first = missed.stream().limit(NAMED).toList();
    return new SourceNight(source, verdict, pages, reasons, first, contactAt);
  }

  /** How many missed pages are not named. */
  public long unnamed() {
    return Math.max(0, missed.size() - NAMED);
  }

  /** {@code site partial: 1 page failed: HTTP 500}; for one that is not {@code ok}. */
  public String sentence() {
    return source + " " + verdict.id() + ": " + String.join("; ", reasons);
  }

  public boolean isOk() {
    return verdict == NightVerdict.OK;
  }

  /** True if what it brought may be published. */
  public boolean isGood() {
    return verdict == NightVerdict.OK || verdict == NightVerdict.PARTIAL;
  }

  /** True if the source brought or confirmed anything that may be loaded. */
  public boolean isReached() {
    return verdict != NightVerdict.UNREACHABLE;
  }

  /** True for what the site itself wants so. */
  static boolean isWish(MissedPage page) {
    return List.of(FetchOutcome.GONE.id(), FetchOutcome.FORBIDDEN.id()).contains(page.outcome());
  }
}
