package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import dev.unglue.pipeline.run.TestCatalogue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that people have found on a page. */
class StatedValuesTest {
  private static final String HERE = "a".repeat(64);
  private static final Signature BY =
      new Signature("Ann", Instant.parse("2026-01-05T00:00:00Z"), "I looked.", "decisions.csv:2");
  private static final String TEXT =
      "Teller vs Baker\n\nTellerBaker\nYearly salary$34,920$43,251\n\n😀 Some say $17.50, or AT&T.\n";
  private static final String HTML =
      "<h1>Teller vs Baker</h1><p>Yearly salary</p><p>Some say <b>$17</b>.50, or <i>AT&amp;T</i>, pays.</p>";

  private static ValueDecision stated(
      String page, String subject, String attribute, String raw, String text) {
    int start = page.codePointCount(0, page.indexOf(raw));
    Span place = new Span(start, start + raw.codePointCount(0, raw.length()));
    return new ValueDecision("a", HERE, subject, attribute, "", text, place, BY);
  }

  private static ParsedPage parse(String text, String mediaType, ValueDecision... decisions) {
    Decisions all = new Decisions(List.of(), List.of(decisions), List.of());
    CaptureRef ref = new CaptureRef("s", "a", null, null, HERE, mediaType, "a", 0, null);
    return new PageParser(
            TestCatalogue.settings().catalogue(), TestCatalogue.settings().statements(), all)
        .parse(new Capture(ref, text, List.of()));
  }

  private static List<String> found(String text, String mediaType, ValueDecision... decisions) {
    return parse(text, mediaType, decisions).observations().stream()
        .filter(seen -> seen.method().equals("decided"))
        .map(StatedValuesTest::shown)
        .toList();
  }

  private static String shown(Observation seen) {
    return String.join(
        " ", seen.slug(), seen.attribute(), seen.state().id(), seen.value(), seen.rawText());
  }

  @Test
  void areReadOfTheTextAtTheirPlace() {
    assertThat(
            found(
                TEXT,
                "text/plain",
                stated(TEXT, "baker", "hourly_rate_usd", "$17.50", "$17.50"),
                stated(TEXT, "Teller", "best_paying_company", "AT&T", "AT&T")))
        .containsExactly(
            "baker hourly_rate_usd value 17.50 $17.50",
            "teller best_paying_company value AT&T AT&T");
  }

  @Test
  void areReadOfHtmlAsAReaderSeesIt() {
    assertThat(
            found(
                HTML,
                "text/html",
                stated(HTML, "Baker", "hourly_rate_usd", "$17</b>.50", "$17.50"),
                stated(HTML, "Teller", "best_paying_company", "AT&amp;T", "AT&T")))
        .containsExactly(
            "baker hourly_rate_usd value 17.50 $17</b>.50",
            "teller best_paying_company value AT&T AT&amp;T");
  }

  @Test
  void countOnlyWhereTheyFit() {
    assertThat(
            found(
                TEXT,
                "text/plain",
                stated(TEXT, "Baker", "hourly_rate_usd", "$17.50", "$17.60"),
                stated(TEXT, "Baker", "job_count", "$17.50", "$17.50"),
                stated(TEXT, "Welder", "hourly_rate_usd", "$17.50", "$17.50"),
                stated(TEXT, "Baker", "hourly_rate_usd", "\n😀 Some say $17.50", "$17.50"),
                new ValueDecision(
                    "a", HERE, "Baker", "hourly_rate_usd", "", "$17.50", new Span(900, 906), BY),
                new ValueDecision(
                    "a",
                    "b".repeat(64),
                    "Baker",
                    "hourly_rate_usd",
                    "",
                    "$17.50",
                    stated(TEXT, "", "", "$17.50", "").place(),
                    BY)))
        .isEmpty();
  }

  private static List<String> unread(ParsedPage page) {
    return page.quarantine().stream().map(each -> each.reason() + " " + each.rawText()).toList();
  }

  @Test
  void takeTheirLineOutOfQuarantine() {
    String line = "Pay by the hour $17.50 $18.20";
    String text = TEXT.replace("$17.50", "much") + "\n" + line + "\n";
    assertThat(unread(parse(text, "text/plain"))).containsExactly("row_unread " + line);

    ParsedPage page =
        parse(
            text,
            "text/plain",
            stated(text, "Teller", "hourly_rate_usd", "$17.50", "$17.50"),
            stated(text, "Baker", "hourly_rate_usd", "$18.20", "$18.20"));

    assertThat(unread(page)).isEmpty();
  }
}
