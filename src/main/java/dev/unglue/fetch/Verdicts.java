package dev.unglue.fetch;

import dev.unglue.model.FetchOutcome;
import dev.unglue.model.KnownPage;
import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Tells what a reply means for the address that was asked for. Safe for use by many threads. */
final class Verdicts {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** RFC 9309, 2.3.1.2, asks for as many with a robots.txt. */
  private static final int MAX_REDIRECTS = 5;

  private Verdicts() {}

  /** What the reply means. */
  static Judgement judge(Visit visit, Reply reply) {
    return reply.match(answer -> judge(visit, answer), Verdicts::judge);
  }

  private static Judgement judge(Reply.Silence silence) {
    return switch (silence.kind()) {
      case HEALS -> Judgement.again(FetchOutcome.FAILED, silence.reason());
      case LASTS -> Judgement.of(FetchOutcome.FAILED, silence.reason());
      case REFUSED -> Judgement.of(FetchOutcome.SKIPPED, silence.reason());
    };
  }

  private static Judgement judge(Visit visit, Reply.Answer answer) {
    int status = answer.exchange().status();
    Optional<String> challenge =
        visit.kind() == Visit.Kind.ROBOTS
            ? Optional.empty()
            : Challenge.evidence(status, answer.headers(), answer.head());
    if (challenge.isPresent()) {
      return Judgement.of(FetchOutcome.BLOCKED, "a challenge page: " + challenge.get());
    }
    if (REDIRECTS.contains(status)) {
      return redirect(visit, answer);
    }
    return switch (status) {
      case 200 -> page(visit, answer);
      case 304 -> notModified(visit);
      case 404, 410 -> Judgement.of(FetchOutcome.GONE, "HTTP " + status);
      default -> other(status);
    };
  }

  private static Judgement other(int status) {
    String reason = "HTTP " + status;
    return isTrouble(status)
        ? Judgement.again(FetchOutcome.FAILED, reason)
        : Judgement.of(FetchOutcome.FAILED, reason);
  }

  /** True for the statuses by which a host says that it has trouble. */
  static boolean isTrouble(int status) {
    return status == 429 || status >= 500;
  }

  private static Judgement notModified(Visit visit) {
    boolean asked =
        known(visit).map(k -> k.etag() != null || k.lastModified() != null).orElse(false);
    return asked
        ? Judgement.known(
            FetchOutcome.UNCHANGED, visit.job().memory().links(visit.url().toString()))
        : Judgement.of(FetchOutcome.FAILED, "HTTP 304 to a request that named no earlier version");
  }

  // --- redirects ------------------------------------------------------------------------------

  private static Judgement redirect(Visit visit, Reply.Answer answer) {
    String location = Optional.ofNullable(answer.headers().get("Location")).orElse("");
    Optional<HttpUrl> target =
        location.isBlank() ? Optional.empty() : CanonicalUrl.resolve(visit.url(), location);
    if (target.isEmpty()) {
      String found = location.isBlank() ? "nothing" : "\"" + cut(location) + "\"";
      return Judgement.of(
          FetchOutcome.FAILED, "a redirect: expected an address of http or https, found " + found);
    }
    HttpUrl next = target.get();
    if (next.equals(visit.url()) || visit.chain().contains(next)) {
      return Judgement.of(FetchOutcome.FAILED, "a redirect that leads back to " + next);
    }
    if (visit.chain().size() >= MAX_REDIRECTS) {
      return Judgement.of(FetchOutcome.FAILED, "more than " + MAX_REDIRECTS + " redirects");
    }
    return Judgement.redirected(next);
  }

  private static String cut(String text) {
    return CodePoints.cut(text, 80);
  }

  // --- pages ----------------------------------------------------------------------------------

  private static Judgement page(Visit visit, Reply.Answer answer) {
    String cut = answer.cut();
    if (cut != null) {
      boolean limit = "length".equals(answer.exchange().truncated());
      return limit
          ? Judgement.of(FetchOutcome.TRUNCATED, cut)
          : Judgement.again(FetchOutcome.TRUNCATED, cut);
    }
    if (visit.kind() == Visit.Kind.SITEMAP) {
      return Sitemaps.read(visit.url(), answer.exchange().body());
    }
    if (visit.kind() == Visit.Kind.PAGE && !Reply.isPage(answer.headers())) {
      return Judgement.of(
          FetchOutcome.SKIPPED,
          "no page: " + cut(String.valueOf(answer.headers().get("Content-Type"))));
    }
    if (answer.exchange().body().length == 0) {
      return Judgement.of(FetchOutcome.FAILED, "HTTP 200 with an empty body");
    }
    return read(visit, answer);
  }

  private static Judgement read(Visit visit, Reply.Answer answer) {
    PageLook.Look look = visit.job().look().look(answer.exchange());
    @Nullable String before = known(visit).map(KnownPage::contentSha256).orElse(null);
    boolean same = before != null && before.equals(look.contentSha256());
    return Judgement.read(same ? FetchOutcome.UNCHANGED : FetchOutcome.CAPTURED, look);
  }

  /** What is known of the page from earlier runs. */
  static Optional<KnownPage> known(Visit visit) {
    return visit.kind() == Visit.Kind.PAGE
        ? visit.job().memory().known(visit.url().toString())
        : Optional.empty();
  }

  // --- robots.txt -----------------------------------------------------------------------------

  /** What a robots.txt means that will not be asked for again. */
  static Robots robots(Visit visit, Reply reply, Judgement judged) {
    return reply.match(answer -> robots(visit, answer, judged), silence -> robots(visit, silence));
  }

  private static Robots robots(Visit visit, Reply.Silence silence) {
    boolean own = visit.chain().isEmpty() && silence.kind() == Reply.Silence.Kind.REFUSED;
    return own
        ? Robots.refused(silence.reason())
        : Robots.forbidding("robots.txt gave no answer: " + silence.reason());
  }

  private static Robots robots(Visit visit, Reply.Answer answer, Judgement judged) {
    int status = answer.exchange().status();
    List<String> whole = List.of("", "length");
    String cut = Optional.ofNullable(answer.exchange().truncated()).orElse("");
    if (isTrouble(status)) {
      return Robots.forbidding("robots.txt: HTTP " + status);
    }
    if (status >= 400) {
      return Robots.allowing("no robots.txt (HTTP " + status + ")");
    }
    if (REDIRECTS.contains(status)) {
      // RFC 9309, 2.3.1.2: what is not reached by then counts as absent.
      return Robots.allowing("no robots.txt (" + judged.reason() + ")");
    }
    return whole.contains(cut)
        ? Robots.read(visit.origin(), Sitemaps.unpacked(answer.exchange().body(), Robots.MAX_BYTES))
        : Robots.forbidding("robots.txt was cut short: " + answer.cut());
  }
}
