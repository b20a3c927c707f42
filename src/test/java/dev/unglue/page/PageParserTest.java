package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.run.TestCatalogue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page is about as a whole, and what is kept of it that nobody can read. */
class PageParserTest {
  private static final PageParser PARSER = TestCatalogue.parser();
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  private static ParsedPage parse(String mediaType, String text, @Nullable Instant capturedAt) {
    CaptureRef ref =
        new CaptureRef(
            "test", "page", null, capturedAt, "0".repeat(64), mediaType, "page", 0, null);
    return PARSER.parse(new Capture(ref, text, List.of()));
  }

  private static ParsedPage plain(String text) {
    return parse("text/plain", text, null);
  }

  @Test
  void namesTheFormOfAPageWithoutTables() {
    assertThat(plain("Nothing here.").layout()).isEqualTo("text");
    assertThat(parse("text/html", "<p>Nothing here.</p>", null).layout()).isEqualTo("html");
    assertThat(plain("Nothing here.").kind()).isEqualTo(PageKind.NONE);
  }

  @Test
  void datesACaptureWithoutADateByItsPage() {
    String updated = "Teller vs welder\n\nUpdated January 8, 2025\n";

    assertThat(plain(updated).ref().capturedAt()).isEqualTo(Instant.parse("2025-01-08T00:00:00Z"));
    assertThat(parse("text/plain", updated, MONDAY).ref().capturedAt()).isEqualTo(MONDAY);
    assertThat(plain("Teller vs welder\n").ref().capturedAt()).isNull();
  }

  private static String table(String title, String... rows) {
    return title + "<table><tr><td>" + String.join("<tr><td>", rows) + "</table>";
  }

  private static Quarantined kept(String html, String raw, String message) {
    int at = html.indexOf(raw);
    Span place = new Span(at, at + raw.length());
    String where = ", at page %d..%d; kept as it came".formatted(at, at + raw.length());
    return new Quarantined("page", "split_impossible", message + where, raw, place);
  }

  @Test
  void keepsACellThatNoReadingFits() {
    String html =
        table(
            "<h1>Teller vs welder</h1>",
            "<td>Teller<td>Welder",
            "Average age<td>38<td>41",
            "Yearly salary<td>call us<td>$43,251");

    ParsedPage page = parse("text/html", html, null);

    assertThat(page.subjects()).containsExactly(Subject.named("Teller"), Subject.named("Welder"));
    assertThat(page.quarantine())
        .containsExactly(
            kept(
                html,
                "call us",
                "no reading fits: expected 2 values for yearly_salary_usd, found \"call us\""));
  }

  @Test
  void cutsWhatIsKeptOfAVeryLongCell() {
    String cell = "call us ".repeat(1_500).strip();
    String html =
        table(
            "<h1>Teller vs welder</h1>",
            "<td>Teller<td>Welder",
            "Average age<td>38<td>41",
            "Yearly salary<td>" + cell + "<td>$43,251");

    assertThat(parse("text/html", html, null).quarantine())
        .extracting(Quarantined::rawText)
        .containsExactly(cell.substring(0, 10_000));
  }

  @Test
  void readsATableWithAHeadingInACellOnce() {
    String html =
        table(
            "<h1>Teller vs welder</h1>",
            "<td>Teller<td>Welder",
            "Average age<td>38<td>41",
            "Gender ratio<h3>People</h3><td>-<td>-");

    assertThat(parse("text/html", html, null).tables()).hasSize(1);
    assertThat(parse("text/html", html, null).observations()).hasSize(4);
  }

  @Test
  void leavesOpenWhoseTheColumnsAreIfThePageNamesTheSubjectsInTwoOrders() {
    String rows = "| Price | $20 | $30 |\n| Heat | 900 C | 800 C |\n| Weight | 9 kg | 7 kg |\n";
    String said = "Tavo 5 and Brio 3 are hot.\n\n";

    ParsedPage clear = plain("Brio 3 vs Tavo 5\n\nBrio 3 and Tavo 5 are hot.\n\n" + rows);
    ParsedPage turned = plain("Brio 3 vs Tavo 5\n\n" + said + rows);
    ParsedPage headed =
        plain("Brio 3 vs Tavo 5\n\n" + said + "| Feature | Brio 3 | Tavo 5 |\n" + rows);
    ParsedPage last = plain("Brio 3 vs Tavo 5\n\n" + said + "Brio 3 vs Tavo 5 at home\n\n" + rows);

    assertThat(clear.observations()).extracting(Observation::subject).doesNotContainNull();
    assertThat(turned.observations()).extracting(Observation::subject).containsOnlyNulls();
    assertThat(headed.observations())
        .hasSize(6)
        .extracting(Observation::subject)
        .doesNotContainNull();
    assertThat(last.observations())
        .hasSize(6)
        .extracting(Observation::subject)
        .doesNotContainNull();
  }

  @Test
  void tellsOfEachLineOfCellsBelowTheNamesThatHasNoLabel() {
    String title = "Brio Kiln vs Tavo Kiln\n\n";
    String piped =
        "Words.\nBrio Kiln | Tavo Kiln |\nSteel door | Clay door |\nLoud | Still |\nOld | New |\n";
    String joined =
        "Brio Kiln Tavo Kiln\nSteel door Clay door\nLoud Still\nOld New\nAll are hot.\n";

    assertThat(plain(title + piped).quarantine())
        .extracting(Quarantined::rawText)
        .contains("Steel door | Clay door |", "Loud | Still |", "Old | New |");
    assertThat(plain(title + joined).quarantine())
        .extracting(Quarantined::rawText)
        .contains("Steel door Clay door", "Loud Still", "Old New")
        .doesNotContain("All are hot.");
  }

  @Test
  void keepsALineOfATableThatEndsWithACommaAndIsNoHeading() {
    String domain = "Domain .brio, .kiln .tavo, ,";

    assertThat(
            plain(
                    "Brio 3 vs Tavo 5\n\nFeature Brio 3 Tavo 5\nWeight 3.2 kg 0.6 kg\n"
                        + domain
                        + "\nLength 101 cm 53 cm\nPrice $250 $80\n")
                .quarantine())
        .extracting(Quarantined::rawText)
        .containsExactly(domain);
  }

  @Test
  void takesTheSubjectsOfAHeaderInAnotherOrderThanTheTitle() {
    ParsedPage page =
        plain(
            "Difference between Oak and Elm\n\nCriteria Elm Oak\n"
                + "Origin Comes from far lands Comes from near woods\n"
                + "Growth rate Slow-growing, taking decades Fast-growing, maturing soon\n"
                + "Density Dense and heavy Lighter in density\n"
                + "Strength Harder and stronger Softer and weaker\n"
                + "Texture Smooth and fine Coarse and rough\n"
                + "Uses Used for ships Used for chairs\n");

    assertThat(page.subjects()).extracting(Subject::name).containsExactly("Elm", "Oak");
    // a label of the catalogue begins a row, but no value is of its form
    assertThat(page.kind()).isEqualTo(PageKind.OTHER);
  }

  @Test
  void takesNamesAndTheirCaptionsForNoRows() {
    ParsedPage page =
        plain("Brio Max 3 vs Tavo 5\n\nVS\nBrio Max 3\nBrio Max 3 Image\nTavo 5\nTavo 5 Image\n");

    assertThat(page.tables()).isEmpty();
    assertThat(page.observations()).isEmpty();
  }

  @Test
  void takesNamesForNoRowsOfAList() {
    ParsedPage page =
        plain("Brio Max 3 vs Tavo 5\n\nPhones Price\nBrio Max 3\nTavo 5\nOthers 7\nMore 9\n");

    assertThat(page.tables()).isEmpty();
  }
}
