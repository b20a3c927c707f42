package dev.unglue.validate.shape;

import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/** A capture that was cut by a limit of size or time. */
public record TruncatedPage(RuleInfo info) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "truncated_page",
              "Capture cut short",
              Severity.ERROR,
              "the capture's own note on truncation against none",
              "Half a table may be missing, and its last cell may be cut in the middle.",
              "`WARC-Truncated: length`")
          .fix(
              "Raise `maxBytes` or `timeout` of the source, or bring the whole record, "
                  + "and fetch the page again.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    findings.compared();
    String cut = page.ref().truncated();
    if (cut != null) {
      findings.add(
          info.flag(page.ref())
              .values("a whole page", cut)
              .onPage(page.ref().page())
              .because("The capture was cut short", "fetch the page again"));
    }
    return findings.outcome();
  }
}
