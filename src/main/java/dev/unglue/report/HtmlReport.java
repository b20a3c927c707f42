package dev.unglue.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.unglue.model.report.FlagLine;
import dev.unglue.model.report.Proof;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.RunComparison;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/**
 * A report as one page that asks for nothing else: no script, no image, no font. Its own policy
 * forbids all of that too, so that what a page smuggled past the escaping would still do nothing.
 */
final class HtmlReport {
  private static final String FOLDER = "dev/unglue/report/";
  private static final String STYLE = "report.css";

  private HtmlReport() {}

  static String write(Report report) {
    return page(
        "report.html.peb",
        Map.of(
            "report", report,
            "view", new ReportView(report),
            "styleHash", styleHash(),
            "proofs", report.proofs().stream().collect(toMap(Proof::id, identity())),
            "flags", report.flags().stream().collect(toMap(FlagLine::id, identity()))));
  }

  /** Two runs side by side as such a page. */
  static String write(RunComparison comparison) {
    return page("compare.html.peb", Map.of("runs", comparison, "styleHash", styleHash()));
  }

  private static String page(String template, Map<String, Object> model) {
    return PageTemplates.ofReport(FOLDER).render(template, model);
  }

  /** What the policy of the page lets through: this one style and nothing else. */
  private static String styleHash() {
    try (InputStream style = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IllegalStateException(STYLE + ": expected it beside this class");
      }
      byte[] hash = Sha256.bytes(style.readAllBytes());
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
