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
      RuleInput.CAPTURES.info(
          "duplicate_capture", "Same content under two addresses", StoredCaptures::checkBytes);

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
          .limit(DAYS, "365");

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
      RuleInput.AGE.info("page_gone", "Page gone from its site", StoredCaptures::checkGone);

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
