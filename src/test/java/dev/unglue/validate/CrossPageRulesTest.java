package dev.unglue.validate;

import static dev.unglue.validate.Checks.inGroup;
import static dev.unglue.validate.Checks.ofSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrossPageRulesTest {
  private static final String TELLER = "Teller";
  private static final String HEAD = "Head Teller";
  private static final Instant JANUARY = PageFixture.JANUARY;
  private static final Instant MONTH_LATER = JANUARY.plus(Duration.ofDays(31));
  private static final Instant LATER = MONTH_LATER.plusSeconds(1);
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private static PageFixture overview(String page, String label, String left, String right) {
    return PageFixture.page(page, TELLER, HEAD)
        .table(Section.OVERVIEW, Layout.PIPE)
        .row(label, left, right);
  }

  private static List<Sighting> satisfaction(String page, String value, Instant seenAt) {
    return overview(page, "Job satisfaction", value, "-").sightings(TELLER, seenAt);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<Sighting> all(List<Sighting>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }

  @Test
  void flagsJobSatisfactionThatDiffersBetweenTwoPages() {
    List<Sighting> seen =
        all(satisfaction("a.txt", "3.67", JANUARY), satisfaction("b.txt", "4.1", JANUARY));

    List<Flag> flags =
        BOOK.check(
            RuleInput.SUBJECT, new SubjectSightings(Subject.named(TELLER), seen), new Tally());

    assertThat(flags)
        .containsExactly(
            new Flag(
                "cross_page_value",
                Severity.WARN,
                "b.txt",
                "teller",
                "job_satisfaction",
                "",
                "3.67",
                "4.1",
                "Job satisfaction of \"Teller\" differs between pages \"a.txt\" and "
                    + "\"b.txt\": expected 3.67, found \"4.1\", at b.txt[36..39] and a.txt[36..40]",
                List.of(
                    new Flag.Origin("b.txt", new Span(36, 39)),
                    new Flag.Origin("a.txt", new Span(36, 40))),
                false));
  }

  @Test
  void namesTheValueWithMostPagesFirst() {
    List<Sighting> seen =
        all(
            satisfaction("a.txt", "4.1", JANUARY),
            satisfaction("b.txt", "3.67", JANUARY),
            satisfaction("c.txt", "3.67", JANUARY));
    List<Sighting> reversed = new ArrayList<>(seen);
    Collections.reverse(reversed);

    assertThat(ofSubject("cross_page_value", TELLER, seen))
        .containsExactly(
            "Job satisfaction of \"Teller\" differs between pages \"b.txt\" and "
                + "\"a.txt\": expected 3.67, found \"4.1\", at a.txt[36..39] and b.txt[36..40]")
        .isEqualTo(ofSubject("cross_page_value", TELLER, reversed));
  }

  @Test
  void namesTheLatestOfTwoValuesWithAsManyPagesFirst() {
    List<Sighting> seen =
        all(satisfaction("a.txt", "4.1", JANUARY), satisfaction("b.txt", "3.67", MONTH_LATER));

    assertThat(ofSubject("cross_page_value", TELLER, seen))
        .containsExactly(
            "Job satisfaction of \"Teller\" differs between pages \"b.txt\" and "
                + "\"a.txt\": expected 3.67, found \"4.1\", at a.txt[36..39] and b.txt[36..40]");
  }

  @Test
  void comparesPagesOfOneVintageOnly() {
    List<Sighting> seen =
        all(satisfaction("a.txt", "4.1", JANUARY), satisfaction("b.txt", "3.67", LATER));

    assertThat(ofSubject("cross_page_value", TELLER, seen)).isEmpty();
  }

  @Test
  void comparesTheLatestSightingOfAPageOnly() {
    List<Sighting> seen =
        all(
            satisfaction("a.txt", "4.1", JANUARY),
            satisfaction("a.txt", "3.67", MONTH_LATER),
            satisfaction("b.txt", "3.67", JANUARY));

    assertThat(ofSubject("cross_page_value", TELLER, seen)).isEmpty();
  }

  @Test
  void flagsAValueOnceHoweverManyVintagesDisagree() {
    Instant june = JANUARY.plus(Duration.ofDays(150));
    List<Sighting> seen =
        all(
            satisfaction("a.txt", "4.1", JANUARY),
            satisfaction("b.txt", "3.67", JANUARY),
            satisfaction("c.txt", "3", june),
            satisfaction("d.txt", "2", june),
            satisfaction("e.txt", "1", june),
            satisfaction("f.txt", "1.1", JANUARY));

    assertThat(ofSubject("cross_page_value", TELLER, seen))
        .containsExactly(
            "Job satisfaction of \"Teller\" differs between pages \"c.txt\" and "
                + "\"d.txt\": expected 3, found \"2\", at d.txt[36..37] and c.txt[36..37]");
    assertThat(ofSubject("cross_page_many_values", TELLER, seen)).hasSize(1);
  }

  @Test
  void comparesTextWithoutRegardToCase() {
    List<Sighting> finance =
        overview("a.txt", "Best paying industry", "Finance", "-").sightings(TELLER, JANUARY);
    List<Sighting> lower =
        overview("b.txt", "Best paying industry", "finance", "-").sightings(TELLER, JANUARY);
    List<Sighting> other =
        overview("c.txt", "Best paying industry", "Retail", "-").sightings(TELLER, JANUARY);

    assertThat(ofSubject("cross_page_value", TELLER, all(finance, lower))).isEmpty();
    assertThat(ofSubject("cross_page_value", TELLER, all(finance, lower, other)))
        .containsExactly(
            "Best paying industry of \"Teller\" differs between pages \"a.txt\" and "
                + "\"c.txt\": expected Finance, found \"Retail\", at c.txt[40..46] and "
                + "a.txt[40..47]");
  }

  @Test
  void leavesOutListsTextsAndWhatIsSaidInPassing() {
    List<Sighting> one =
        PageFixture.page("a.txt", TELLER)
            .skills(TELLER, "Sales, 9%")
            .observed(text(Section.PROSE, "description", "counts money"))
            .observed(text(Section.RELATED, "common_major", "Business"))
            .observed(text(Section.PAGE, "common_major", "Business"))
            .observed(text(Section.OVERVIEW, Observation.UNMAPPED, "x"))
            .sightings(TELLER, JANUARY);
    List<Sighting> other =
        PageFixture.page("b.txt", TELLER)
            .skills(TELLER, "Sales, 8%")
            .observed(text(Section.PROSE, "description", "takes deposits"))
            .observed(text(Section.RELATED, "common_major", "Finance"))
            .observed(text(Section.PAGE, "common_major", "Finance"))
            .observed(text(Section.OVERVIEW, Observation.UNMAPPED, "y"))
            .sightings(TELLER, JANUARY);

    assertThat(ofSubject("cross_page_value", TELLER, all(one, other))).isEmpty();
  }

  private static Observation text(Section section, String attribute, String value) {
    return new Observation(
        Subject.named(TELLER),
        attribute,
        "",
        0,
        section,
        State.VALUE,
        null,
        value,
        value,
        new Span(0, value.length()),
        "cell",
        1,
        List.of(),
        null);
  }

  @Test
  void allowsTheToleranceThatSettingsGive() {
    RuleSettings wide =
        new RuleSettings(
            Severity.WARN, true, Map.of("tolerance_pct", new BigDecimal("10")), List.of());
    RuleBook book =
        new RuleBook(PageFixture.CATALOGUE, Map.of("cross_page_value", wide), List.of(), List.of());
    List<Sighting> seen =
        all(satisfaction("a.txt", "4.1", JANUARY), satisfaction("b.txt", "4", JANUARY));

    assertThat(
            book.check(
                RuleInput.SUBJECT, new SubjectSightings(Subject.named(TELLER), seen), new Tally()))
        .isEmpty();
    assertThat(ofSubject("cross_page_value", TELLER, seen)).hasSize(1);
  }

  @Test
  void flagsThreeValuesOfOneFact() {
    List<Sighting> seen =
        all(
            satisfaction("a.txt", "4.1", JANUARY),
            satisfaction("b.txt", "3.67", JANUARY),
            satisfaction("c.txt", "3.67", JANUARY),
            satisfaction("d.txt", "2", JANUARY));

    assertThat(ofSubject("cross_page_many_values", TELLER, seen))
        .containsExactly(
            "Job satisfaction of \"Teller\" has 3 values on 4 pages: expected 3.67, found "
                + "\"4.1, 2\", at a.txt[36..39] and d.txt[36..37] and b.txt[36..40]");
    assertThat(ofSubject("cross_page_many_values", TELLER, seen.subList(0, 3))).isEmpty();
  }

  @Test
  void saysWhereAMissingValueIsPresent() {
    List<Sighting> seen =
        all(satisfaction("a.txt", "-", JANUARY), satisfaction("b.txt", "3.67", JANUARY));

    assertThat(ofSubject("missing_elsewhere_present", TELLER, seen))
        .containsExactly(
            "Job satisfaction of \"Teller\" is missing on page \"a.txt\" and present on "
                + "page \"b.txt\": expected 3.67, found \"-\", at a.txt[36..37] and "
                + "b.txt[36..40]");
    assertThat(ofSubject("cross_page_value", TELLER, seen)).isEmpty();
    assertThat(
            ofSubject(
                "missing_elsewhere_present",
                TELLER,
                all(satisfaction("a.txt", "-", JANUARY), satisfaction("b.txt", "3", LATER))))
        .isEmpty();
  }

  @Test
  void findsAnyPartOfABreakdownThatIsMissingElsewhere() {
    PageFixture missing =
        PageFixture.page("a.txt", TELLER, HEAD)
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Gender ratio", "-", "-");
    PageFixture present =
        PageFixture.page("b.txt", TELLER, HEAD)
            .table(Section.DEMOGRAPHICS, Layout.PIPE)
            .row("Gender ratio", "Male, 40% Female, 60%", "-");

    assertThat(
            ofSubject(
                "missing_elsewhere_present",
                TELLER,
                all(missing.sightings(TELLER, JANUARY), present.sightings(TELLER, JANUARY))))
        .containsExactly(
            "Gender ratio of \"Teller\" is missing on page \"a.txt\" and present on page "
                + "\"b.txt\": expected Female 60, found \"-\", at a.txt[32..33] and "
                + "b.txt[32..53]");
  }

  private static PageFixture sides(String page, String left, String right, boolean swapped) {
    return PageFixture.page(page, left, right)
        .table(Section.OVERVIEW, Layout.PIPE)
        .row("Yearly salary", swapped ? "$43,251" : "$34,920", swapped ? "$34,920" : "$43,251")
        .row("Growth rate", "-3%", "-3%")
        .row("Average age", swapped ? "46" : "42", swapped ? "42" : "46");
  }

  @Test
  void flagsPageWithItsSidesSwapped() {
    assertThat(
            inGroup(
                "mirror_page",
                sides("a.txt", TELLER, HEAD, false),
                sides("b.txt", HEAD, TELLER, false)))
        .containsExactly(
            "Page \"b.txt\" gives \"Teller\" the values that page \"a.txt\" gives \"Head "
                + "Teller\" (average_age_years, yearly_salary_usd): expected 34920, found "
                + "\"43251\", at b.txt[40..47] and a.txt[33..40] and a.txt[40..47] and 1 more");
  }

  @Test
  void flagsThePageThatStandsAlone() {
    PageFixture odd = sides("a.txt", TELLER, HEAD, true);
    PageFixture one = sides("b.txt", TELLER, HEAD, false);
    PageFixture other = sides("c.txt", TELLER, HEAD, false);

    assertThat(inGroup("mirror_page", odd, one, other))
        .containsExactly(
            "Page \"a.txt\" gives \"Teller\" the values that page \"b.txt\" gives \"Head "
                + "Teller\" (average_age_years, yearly_salary_usd): expected 34920, found "
                + "\"43251\", at a.txt[33..40] and b.txt[33..40] and b.txt[40..47] and 1 more");
  }

  @Test
  void acceptsMirroredPagesThatAgree() {
    PageFixture mirrored = sides("b.txt", HEAD, TELLER, true);

    assertThat(inGroup("mirror_page", sides("a.txt", TELLER, HEAD, false), mirrored)).isEmpty();
  }

  @Test
  void takesOneChangedValueForNoSwap() {
    assertThat(
            inGroup(
                "mirror_page",
                overview("a.txt", "Average age", "42", "46"),
                overview("b.txt", "Average age", "46", "42")))
        .isEmpty();
  }

  @Test
  void comparesNoSidesAcrossVintages() {
    PageFixture later = sides("b.txt", HEAD, TELLER, false).at(LATER);

    assertThat(inGroup("mirror_page", sides("a.txt", TELLER, HEAD, false), later)).isEmpty();
    assertThat(inGroup("mirror_page", sides("a.txt", TELLER, HEAD, false), later.at(null)))
        .hasSize(1);
    assertThat(BOOK.check(RuleInput.GROUP, new PageGroup(List.of()), new Tally())).isEmpty();
  }

  private static PageFixture glued(String page, String label, String left, String right) {
    return PageFixture.page(page, TELLER, HEAD)
        .table(Section.OVERVIEW, Layout.GLUED)
        .row(label, left, right);
  }

  @Test
  void flagsTwoLayoutsOfAPageThatDisagree() {
    PageFixture apart = overview("a.txt", "Years of experience", "2", "12");
    PageFixture joined = glued("b.txt", "Years of experience", "21", "2");

    assertThat(inGroup("twin_layouts_disagree", joined, apart))
        .containsExactly(
            "Years of experience of \"Teller\" differs between two layouts of a page, "
                + "\"a.txt\" (pipe) and \"b.txt\" (glued): expected 2, found \"21\", at "
                + "b.txt[39..41] and a.txt[39..40]",
            "Years of experience of \"Head Teller\" differs between two layouts of a "
                + "page, \"a.txt\" (pipe) and \"b.txt\" (glued): expected 12, found \"2\", at "
                + "b.txt[41..42] and a.txt[40..42]");
    assertThat(inGroup("twin_layouts_disagree", apart, joined)).hasSize(2);
  }

  @Test
  void flagsValueThatALayoutLost() {
    PageFixture apart = overview("a.txt", "Job satisfaction", "3.67", "-").url("https://x.test/1");
    PageFixture joined = glued("b.txt", "Job satisfaction", "-", "-").url("https://x.test/1");

    assertThat(inGroup("twin_layouts_disagree", apart, joined))
        .containsExactly(
            "Job satisfaction of \"Teller\" differs between two layouts of a page, "
                + "\"a.txt\" (pipe) and \"b.txt\" (glued): expected 3.67, found \"-\", at "
                + "b.txt[36..37] and a.txt[36..40]");
  }

  @Test
  void comparesTwinsOnly() {
    PageFixture apart = overview("a.txt", "Average age", "42", "46");
    PageFixture sameLayout = overview("b.txt", "Average age", "43", "46");
    PageFixture later = glued("c.txt", "Average age", "43", "46").at(LATER);
    PageFixture turned =
        PageFixture.page("d.txt", HEAD, TELLER)
            .table(Section.OVERVIEW, Layout.SPACED)
            .row("Average age", "43", "46")
            .row("Growth rate", "3%", "4%");

    assertThat(inGroup("twin_layouts_disagree", apart, sameLayout)).isEmpty();
    assertThat(inGroup("twin_layouts_disagree", apart, later)).isEmpty();
    assertThat(inGroup("twin_layouts_disagree", apart, turned)).isEmpty();
    assertThat(
            inGroup(
                "twin_layouts_disagree",
                apart.url("https://x.test/1"),
                glued("e.txt", "Average age", "43", "46").url("https://x.test/2")))
        .isEmpty();
  }

  @Test
  void flagsOneSubjectUnderTwoSlugs() {
    assertThat(
            names(
                new NamedSubject("a.txt", Subject.named("Instructor, Adjunct Faculty")),
                new NamedSubject("b.txt", Subject.named("Adjunct Faculty Instructor")),
                new NamedSubject("c.txt", Subject.named("Store Manager")),
                new NamedSubject("d.txt", Subject.named("Store Managers"))))
        .containsExactly(
            "The names \"Store Manager\" and \"Store Managers\" have two slugs: expected "
                + "store-manager, found \"store-managers\", at d.txt and c.txt",
            "The names \"Adjunct Faculty Instructor\" and \"Instructor, Adjunct Faculty\" "
                + "have two slugs: expected adjunct-faculty-instructor, found "
                + "\"instructor-adjunct-faculty\", at a.txt and b.txt");
  }

  @Test
  void flagsTwoNamesUnderOneSlug() {
    assertThat(
            names(
                new NamedSubject("a.txt", Subject.named("Cook/Dietary Aide")),
                new NamedSubject("b.txt", Subject.named("Cook, Dietary Aide")),
                new NamedSubject("c.txt", Subject.named("Teller")),
                new NamedSubject("d.txt", Subject.named("teller"))))
        .containsExactly(
            "The names \"Cook, Dietary Aide\" and \"Cook/Dietary Aide\" have one slug: "
                + "expected Cook, Dietary Aide, found \"Cook/Dietary Aide\", at a.txt and b.txt");
  }

  private static List<String> names(NamedSubject... names) {
    return Checks.messages(BOOK.check(RuleInput.NAMES, List.of(names), new Tally()));
  }

  @Test
  void flagsSameBytesUnderTwoAddresses() {
    List<CaptureRef> captures =
        List.of(
            capture("https://x.test/2", "a"),
            capture("https://x.test/1", "a"),
            capture("https://x.test/1", "a"),
            capture("https://x.test/3", "b"));

    assertThat(Checks.messages(BOOK.check(RuleInput.CAPTURES, captures, new Tally())))
        .containsExactly(
            "Page \"https://x.test/2\" has the same bytes as page \"https://x.test/1\": "
                + "expected content of its own, found \"that of https://x.test/1\", at "
                + "https://x.test/2 and https://x.test/1");
  }

  private static CaptureRef capture(String url, String digit) {
    @Nullable Instant unknown = null;
    return new CaptureRef(
        "samples", url, url, unknown, digit.repeat(64), "text/html", "raw/x.warc", 0, null);
  }
}
