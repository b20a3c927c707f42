package dev.unglue.fetch.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * Knows the pages that ask for a proof of being human. They come with a status of their own or in
 * place of the page, and must never be taken for it.
 */
public final class ChallengePage {
  /** A header that is sent with such pages only. Each documented by who sends it. */
  private record HeaderMark(String name, String value) {}

  private static final List<HeaderMark> HEADERS =
      List.of(
          // developers.cloudflare.com, "Detect a challenge page response"
          new HeaderMark("cf-mitigated", "challenge"),
          // docs.aws.amazon.com, AWS WAF, "CAPTCHA and challenge action behavior"
          new HeaderMark("x-amzn-waf-action", "challenge"),
          new HeaderMark("x-amzn-waf-action", "captcha"));

  /** Statuses with which sites turn programs away; AWS WAF uses 202 and 405. */
  private static final Set<Integer> TURNED_AWAY = Set.of(202, 401, 403, 405, 429, 503);

  /** Whole titles of pages that hold nothing but the challenge, whatever their status. */
  private static final List<String> TITLES =
      List.of(
          "just a moment", // Cloudflare
          "attention required! | cloudflare",
          "ddos-guard", // DDoS-Guard
          "human verification", // AWS WAF
          "pardon our interruption", // Imperva
          "access to this page has been denied"); // HUMAN (PerimeterX)

  /** What stands in them; whole pages may hold these too, so they count only where turned away. */
  private static final List<String> MARKS =
      List.of(
          "/cdn-cgi/challenge-platform/", // Cloudflare
          "captcha-delivery.com", // DataDome
          "px-captcha", // HUMAN (PerimeterX)
          "_incapsula_resource", // Imperva
          "g-recaptcha", // Google reCAPTCHA
          "h-captcha", // hCaptcha
          "cf-turnstile", // Cloudflare Turnstile
          "awswafcaptcha"); // AWS WAF

  private static final Pattern DOTS_AT_END = Pattern.compile("[.…]++$");

  private ChallengePage() {}

  /**
   * The evidence that an answer is such a page; empty if there is none.
   *
   * @param head the first bytes of the body, unpacked
   */
  public static Optional<String> evidence(int status, Headers headers, String head) {
    return header(headers).or(() -> text(status, head.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> header(Headers headers) {
    return HEADERS.stream()
        .filter(mark -> mark.value().equalsIgnoreCase(headers.get(mark.name())))
        .map(mark -> "header " + mark.name() + ": " + mark.value())
        .findFirst();
  }

  private static Optional<String> text(int status, String lower) {
    String title = title(lower);
    Optional<String> named =
        TITLES.stream().filter(title::equals).map(t -> "title \"" + t + "\"").findFirst();
    if (named.isPresent() || !TURNED_AWAY.contains(status)) {
      return named;
    }
    return MARKS.stream()
        .filter(lower::contains)
        .map(mark -> "status " + status + " with \"" + mark + "\"")
        .findFirst();
  }

  /** The title without dots at its end, as some write it so and some do not. */
  private static String title(String lower) {
    int open = lower.indexOf('>', Math.max(lower.indexOf("<title"), 0));
    int end = lower.indexOf("</title", Math.max(open, 0));
    boolean found = lower.contains("<title") && open >= 0 && end >= 0;
    return found ? DOTS_AT_END.matcher(lower.substring(open + 1, end).strip()).replaceAll("") : "";
  }
}
