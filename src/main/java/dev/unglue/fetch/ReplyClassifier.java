package dev.unglue.fetch;

import dev.unglue.fetch.http.Reply;
import dev.unglue.fetch.site.CanonicalUrl;
import dev.unglue.fetch.site.ChallengePage;
import dev.unglue.fetch.site.FetchDecision;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Robots;
import dev.unglue.fetch.site.Sitemaps;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.text.CodePoints;
import dev.unglue.text.ContentCoding;
import dev.unglue.text.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Tells what a reply means for the address that was asked for. Safe for use by many threads. */
final class ReplyClassifier {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** RFC 9309, 2.3.1.2, asks for as many with a robots.txt. */
  private static final int MAX_REDIRECTS = 5;

  private ReplyClassifier() {}

  /** What the reply means. */
  static FetchDecision judge(FetchAttempt attempt, Reply reply) {
    return reply.match(answer -> judge(attempt, answer), ReplyClassifier::judge);
  }

  private static FetchDecision judge(Reply.Silence silence) {
    return switch (silence.kind()) {
      case HEALS -> FetchDecision.again(FetchOutcome.FAILED, silence.reason());
      case LASTS, REFUSED -> FetchDecision.of(FetchOutcome.FAILED, silence.reason());
    };
  }

  private static FetchDecision judge(FetchAttempt attempt, Reply.Answer answer) {
    int status = answer.exchange().status();
    Optional<String> challenge =
        attempt.kind() == FetchAttempt.Kind.ROBOTS
            ? Optional.empty()
            : ChallengePage.evidence(status, answer.headers(), answer.head());
    if (challenge.isPresent()) {
      return FetchDecision.again(FetchOutcome.BLOCKED, "a challenge page: " + challenge.get());
    }
    if (REDIRECTS.contains(status)) {
      return redirect(attempt, answer);
    }
    return switch (status) {
      case 200 -> page(attempt, answer);
      case 304 -> notModified(attempt);
      case 404, 410 -> FetchDecision.of(FetchOutcome.GONE, "HTTP " + status);
      default -> other(status);
    };
  }

  private static FetchDecision other(int status) {
    String reason = "HTTP " + status;
    return isTrouble(status) ? FetchDecision.again(FetchOutcome.FAILED, reason) : failed(reason);
  }

  private static FetchDecision failed(String reason) {
    return FetchDecision.of(FetchOutcome.FAILED, reason);
  }

  /** True for the statuses by which a host says that it has trouble. */
  static boolean isTrouble(int status) {
    return status == 429 || status >= 500;
  }

  private static FetchDecision notModified(FetchAttempt attempt) {
    boolean asked =
        known(attempt).map(k -> k.etag() != null || k.lastModified() != null).orElse(false);
    List<String> links = asked ? attempt.job().memory().links(attempt.address()) : List.of();
    return asked
        ? FetchDecision.known(FetchOutcome.UNCHANGED, links)
        : failed("HTTP 304 to a request that named no earlier version");
  }

  // --- redirects ------------------------------------------------------------------------------

  private static FetchDecision redirect(FetchAttempt attempt, Reply.Answer answer) {
    String location = Optional.ofNullable(answer.headers().get("Location")).orElse("");
    Optional<HttpUrl> target =
        location.isBlank() ? Optional.empty() : CanonicalUrl.resolve(attempt.url(), location);
    if (target.isEmpty()) {
      String found =
          location.isBlank()
              ? "nothing"
              : "\"" + cut(TerminalText.withoutCredentials(location)) + "\"";
      return failed("a redirect: expected an address of http or https, found " + found);
    }
    HttpUrl next = target.get();
    if (next.equals(attempt.url()) || attempt.chain().contains(next)) {
      return failed("a redirect that leads back to " + next);
    }
    if (attempt.chain().size() >= MAX_REDIRECTS) {
      return failed("more than " + MAX_REDIRECTS + " redirects");
    }
    return FetchDecision.redirected(next);
  }

  private static String cut(String text) {
    return CodePoints.cut(text, 80);
  }

  // --- pages ----------------------------------------------------------------------------------

  private static FetchDecision page(FetchAttempt attempt, Reply.Answer answer) {
    String cut = answer.cut();
    if (cut != null) {
      boolean limit = "length".equals(answer.exchange().truncated());
      FetchOutcome outcome = FetchOutcome.TRUNCATED;
      return limit ? FetchDecision.of(outcome, cut) : FetchDecision.again(outcome, cut);
    }
    if (attempt.kind() == FetchAttempt.Kind.SITEMAP) {
      FetchPlan plan = attempt.plan();
      return Sitemaps.read(
          attempt.url(), answer.exchange().body(), plan.limits().perSitemap(), plan.scope());
    }
    if (attempt.kind() == FetchAttempt.Kind.PAGE && !Reply.isPage(answer.headers())) {
      String type = String.valueOf(answer.headers().get("Content-Type"));
      return FetchDecision.of(FetchOutcome.SKIPPED, "no page: " + cut(type));
    }
    Optional<String> coding = ContentCoding.unknown(Reply.codings(answer.headers()));
    if (coding.isPresent()) {
      return failed("a page packed as nobody asked for: expected gzip, found " + cut(coding.get()));
    }
    if (answer.exchange().body().length == 0) {
      return failed("HTTP 200 with an empty body");
    }
    return read(attempt, answer);
  }

  private static FetchDecision read(FetchAttempt attempt, Reply.Answer answer) {
    PageInspector.Look look = attempt.job().look().look(answer.exchange());
    @Nullable String before = known(attempt).map(KnownPage::contentSha256).orElse(null);
    boolean same = before != null && before.equals(look.contentSha256());
    return FetchDecision.read(same ? FetchOutcome.UNCHANGED : FetchOutcome.CAPTURED, look);
  }

  /** What is known of the page from earlier runs. */
  static Optional<KnownPage> known(FetchAttempt attempt) {
    return attempt.kind() == FetchAttempt.Kind.PAGE
        ? attempt.job().memory().known(attempt.address())
        : Optional.empty();
  }

  // --- robots.txt -----------------------------------------------------------------------------

  /** What a robots.txt means that will not be asked for again. */
  static Robots robots(FetchAttempt attempt, Reply reply, FetchDecision judged) {
    return reply.match(
        answer -> robots(attempt, answer, judged), silence -> robots(attempt, silence));
  }

  private static Robots robots(FetchAttempt attempt, Reply.Silence silence) {
    boolean own = attempt.chain().isEmpty() && silence.kind() == Reply.Silence.Kind.REFUSED;
    return own
        ? Robots.unknown(silence.reason())
        : Robots.unknown("robots.txt gave no answer: " + silence.reason());
  }

  private static Robots robots(FetchAttempt attempt, Reply.Answer answer, FetchDecision judged) {
    int status = answer.exchange().status();
    List<String> whole = List.of("", "length");
    String cut = Optional.ofNullable(answer.exchange().truncated()).orElse("");
    if (isTrouble(status)) {
      return Robots.unknown("robots.txt: HTTP " + status);
    }
    if (status >= 400) {
      return Robots.allowing("no robots.txt (HTTP " + status + ")");
    }
    if (REDIRECTS.contains(status)) {
      // RFC 9309, 2.3.1.2: what is not reached by then counts as absent.
      return Robots.allowing("no robots.txt (" + judged.reason() + ")");
    }
    return whole.contains(cut)
        ? Robots.read(
            attempt.origin(), Sitemaps.unpacked(answer.exchange().body(), Robots.MAX_BYTES))
        : Robots.unknown("robots.txt was cut short: " + answer.cut());
  }
}
