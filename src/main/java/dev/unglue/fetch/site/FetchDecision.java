package dev.unglue.fetch.site;

import dev.unglue.model.run.FetchOutcome;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What one reply means for its address.
 *
 * @param outcome what becomes of the address, if it is not asked for again
 * @param reason why, for people; absent where the outcome says all
 * @param heals true if it may be better another time
 * @param redirect the address that the server names; absent if it names none
 * @param contentSha256 hash over the text that the page shows; absent where nothing came
 * @param links addresses that the page links to, as written
 * @param sitemap what the sitemap lists; absent for pages
 */
public record FetchDecision(
    FetchOutcome outcome,
    @Nullable String reason,
    boolean heals,
    @Nullable HttpUrl redirect,
    @Nullable String contentSha256,
    List<String> links,
    @Nullable Sitemaps sitemap) {

  public static FetchDecision of(FetchOutcome outcome, String reason) {
    return new FetchDecision(outcome, reason, false, null, null, List.of(), null);
  }

  /** The page need not have come; what is known of it says where it links to. */
  public static FetchDecision known(FetchOutcome outcome, List<String> links) {
    return new FetchDecision(outcome, null, false, null, null, links, null);
  }

  /** It may be better another time; {@code outcome} holds if it is not. */
  public static FetchDecision again(FetchOutcome outcome, String reason) {
    return new FetchDecision(outcome, reason, true, null, null, List.of(), null);
  }

  public static FetchDecision redirected(HttpUrl target) {
    return new FetchDecision(FetchOutcome.REDIRECTED, null, false, target, null, List.of(), null);
  }

  public static FetchDecision read(FetchOutcome outcome, PageInspector.Look look) {
    return new FetchDecision(outcome, null, false, null, look.contentSha256(), look.links(), null);
  }

  /** What it lists within the limit is followed in any case. */
  static FetchDecision listed(Sitemaps sitemap, int most, Scope scope) {
    FetchOutcome outcome =
        sitemap.beyond(most) == 0 ? FetchOutcome.CAPTURED : FetchOutcome.TRUNCATED;
    return new FetchDecision(
        outcome, sitemap.summary(most, scope), false, null, null, List.of(), sitemap.bounded(most));
  }
}
