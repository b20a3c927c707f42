package dev.unglue.validate.cross;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same bytes under two addresses; one flag for each address beyond the first. */
public final class DuplicateCapture {
  /** What it is. */
  public static final Rule<List<CaptureRef>> RULE =
      RuleInput.CAPTURES
          .info("duplicate_capture", "Same content under two addresses", DuplicateCapture::check)
          .compares("the SHA-256 of the payloads of all captures")
          .why("A redirect, or an error page that answers for every address.")
          .example("two addresses with the same \"not found\" page")
          .fix(
              "Take one of the addresses out of the source where it only redirects; accept the flag"
                  + " where the site means both.");

  private static void check(List<CaptureRef> captures, RuleFindings findings) {
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
}
