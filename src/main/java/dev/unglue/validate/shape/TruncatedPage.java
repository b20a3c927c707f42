package dev.unglue.validate.shape;

import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** A capture that was cut by a limit of size or time. */
public final class TruncatedPage {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("truncated_page", "Capture cut short", TruncatedPage::check)
          .compares("the capture's own note on truncation against none")
          .why("Half a table may be missing, and its last cell may be cut in the middle.")
          .example("`WARC-Truncated: length`")
          .fix(
              "Raise `maxBytes` or `timeout` of the source, or bring the whole record, and fetch"
                  + " the page again.");

  private static void check(ParsedPage page, RuleFindings findings) {
    findings.compared();
    String cut = page.ref().truncated();
    if (cut != null) {
      findings
          .flag()
          .values("a whole page", cut)
          .onPage()
          .because("The capture was cut short", "fetch the page again");
    }
  }
}
