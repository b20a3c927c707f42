package dev.unglue.validate.cross;

import dev.unglue.model.subject.PageAge;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A page that nobody has looked at for long. */
public final class StaleCapture {
  private static final String DAYS = "most_days";

  /** What it is. */
  public static final Rule<PageAge> RULE =
      RuleInput.AGE
          .info("stale_capture", "Page not seen for long", StaleCapture::check)
          .compares("the time at which a page was last seen against that of the run")
          .why("Its values may be out of date; nothing newer is known of them.")
          .example("a page captured in January of last year and never since")
          .fix("Fetch the page again, or raise `most_days` for data that is meant to be old.")
          .limit(DAYS, "days", "365", "labour figures are counted once a year; older is outdated");

  private static void check(PageAge page, RuleFindings findings) {
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
}
