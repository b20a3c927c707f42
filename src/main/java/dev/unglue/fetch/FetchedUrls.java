package dev.unglue.fetch;

import dev.unglue.fetch.http.Reply;
import dev.unglue.fetch.site.FetchDecision;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.text.Sha256;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Writes down what became of an address. */
final class FetchedUrls {
  private FetchedUrls() {}

  /** It was not asked for, or no answer came. */
  static FetchedUrl unasked(FetchAttempt attempt, FetchOutcome outcome, @Nullable String reason) {
    return new FetchedUrl(
        attempt.plan().source(),
        attempt.address(),
        attempt.role(),
        outcome,
        null,
        reason,
        attempt.attempts(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        attempt.robots());
  }

  /** It was asked for. */
  static FetchedUrl of(FetchAttempt attempt, Reply reply, FetchDecision judged) {
    return reply.match(
        answer -> answered(attempt, answer, judged),
        silence -> unasked(attempt, judged.outcome(), judged.reason()));
  }

  private static FetchedUrl answered(
      FetchAttempt attempt, Reply.Answer answer, FetchDecision judged) {
    Exchange exchange = answer.exchange();
    Optional<KnownPage> before =
        exchange.status() == 304 ? ReplyClassifier.known(attempt) : Optional.empty();
    HttpUrl target = judged.redirect();
    return new FetchedUrl(
        attempt.plan().source(),
        attempt.address(),
        attempt.role(),
        judged.outcome(),
        exchange.status(),
        judged.reason(),
        attempt.attempts(),
        exchange.fetchedAt(),
        (long) exchange.body().length,
        Sha256.hex(exchange.body()),
        before.map(KnownPage::contentSha256).orElse(judged.contentSha256()),
        or(answer.headers().get("ETag"), before.map(KnownPage::etag)),
        or(answer.headers().get("Last-Modified"), before.map(KnownPage::lastModified)),
        target == null ? null : target.toString(),
        attempt.robots());
  }

  /** A 304 need not repeat what the page itself said. */
  private static @Nullable String or(@Nullable String said, Optional<String> before) {
    return said == null ? before.orElse(null) : said;
  }
}
