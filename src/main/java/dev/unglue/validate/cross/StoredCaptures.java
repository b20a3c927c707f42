package dev.unglue.validate.cross;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.subject.PageAge;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captures that are old, gone from their site, or the same as others. */
public final class StoredCaptures {
  private static final String DAYS = "most_days";

  private StoredCaptures() {}

  /** The same bytes under two addresses; one flag for each address beyond the first. */
  public static final Rule<List<CaptureRef>> DUPLICATE =
      RuleInput.CAPTURES
          .info("duplicate_capture", "Same content under two addresses", StoredCaptures::checkBytes)
          .compares("the SHA-256 of the payloads of all captures")
          .why("A redirect, or an error page that answers for every address.")
          .example("two addresses with the same \"not found\" page")
          .fix(
              "Take one of the addresses out of the source where it only redirects; accept the flag"
                  + " where the site means both.");

  private static void checkBytes(List<CaptureRef> captures, RuleFindings findings) {
    Map<String, CaptureRef> first = new HashMap<>();
    Map<String, CaptureRef> pages = new HashMap<>();
    captures.stream()
        .sorted(Comparator.comparing(CaptureRef::page).thenComparing(CaptureRef::rawSha256))
        .filter(each -> pages.putIfAbsent(each.page() + " " + each.rawSha256(), each) == null)
        .forEach(
            each -> {
              findings.compared();
              CaptureRef twin = first.putIfAbsent(each.rawSha256(), each);
              if (twin != null) {
                findings
                    .flag(each)
                    .values("content of its own", "that of " + twin.page())
                    .onPage(each.page())
                    .onPage(twin.page())
                    .because(
                        "Page %s has the same bytes as page %s"
                            .formatted(Quote.of(each.page()), Quote.of(twin.page())));
              }
            });
  }

  /** A page that nobody has looked at for long. */
  public static final Rule<PageAge> STALE =
      RuleInput.AGE
          .info("stale_capture", "Page not seen for long", StoredCaptures::checkAge)
          .compares("the time at which a page was last seen against that of the run")
          .why("Its values may be out of date; nothing newer is known of them.")
          .example("a page captured in January of last year and never since")
          .fix("Fetch the page again, or raise `most_days` for data that is meant to be old.")
          .limit(DAYS, "days", "365", "labour figures are counted once a year; older is outdated");

  private static void checkAge(PageAge page, RuleFindings findings) {
    findings.compared();
    Duration most = Duration.ofMillis(findings.limit(DAYS).movePointRight(3).longValue() * 86_400);
    if (Duration.between(page.seenAt(), page.now()).compareTo(most) > 0) {
      // The age itself would make another flag of it every night.
      findings
          .flag()
          .values(
              "a capture of the last %s days".formatted(findings.limit(DAYS).toPlainString()),
              LocalDate.ofInstant(page.seenAt(), ZoneOffset.UTC).toString())
          .onPage()
          .because(
              "Page %s was not seen for long".formatted(Quote.of(page.ref().page())),
              "fetch it again");
    }
  }

  /** A page that its site has no more. */
  public static final Rule<PageAge> GONE =
      RuleInput.AGE
          .info("page_gone", "Page gone from its site", StoredCaptures::checkGone)
          .compares("what the site last answered for a page against the captures of it")
          .why("What it said is still believed, and nobody can look it up any more.")
          .example("HTTP 404 for a page that was captured last month")
          .fix(
              "Take the address out of the source where the page is gone for good; its facts stay,"
                  + " with `gone_at` in `v_fact`. Many at once are a matter of `most_gone_pct` in"
                  + " `gate.yaml`.");

  private static void checkGone(PageAge page, RuleFindings findings) {
    findings.compared();
    if (page.goneAt() != null) {
      findings
          .flag()
          .values("the page", "HTTP 404 or 410")
          .onPage()
          .because(
              "Page %s is gone from its site".formatted(Quote.of(page.ref().page())),
              "its facts stay");
    }
  }
}
