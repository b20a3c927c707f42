package dev.unglue.validate;

import static dev.unglue.validate.Checks.flags;
import static dev.unglue.validate.Checks.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeRulesTest {
  private static final String TELLER = "Teller";
  private static final String HEAD = "Head Teller";

  private static PageFixture page() {
    return PageFixture.page("a.txt", TELLER, HEAD);
  }

  private static PageFixture overview(Layout layout) {
    return page().table(Section.OVERVIEW, layout);
  }

  @Test
  void flagsPageWithoutAnythingKnown() {
    PageFixture robotCheck =
        PageFixture.page("a.txt").kind(PageKind.NONE).text("Are you a person?");

    assertThat(messages("soft_error_page", robotCheck))
        .containsExactly(
            "The page says nothing that is known: expected a table, sentence or list that "
                + "the catalogue knows, found \"none\", at a.txt; look whether it is an error "
                + "page that came with status 200");
  }

  @Test
  void keepsQuietOnTablesOfAnotherKind() {
    PageFixture other =
        page().kind(PageKind.OTHER).table(Section.PAGE, Layout.HTML).row("Aspect", "x", "y");

    assertThat(messages("soft_error_page", other)).isEmpty();
    assertThat(messages("label_unknown", other)).isEmpty();
  }

  @Test
  void flagsComparisonOfWhichNothingIsKnown() {
    assertThat(messages("soft_error_page", page())).hasSize(1);
    assertThat(messages("soft_error_page", page().said(TELLER, "average_age_years", "42", "42")))
        .isEmpty();
  }

  @Test
  void flagsTruncatedCapture() {
    assertThat(messages("truncated_page", page().truncated("length")))
        .containsExactly(
            "The capture was cut short: expected a whole page, found \"length\", at "
                + "a.txt; fetch the page again");
    assertThat(messages("truncated_page", page())).isEmpty();
  }

  @Test
  void flagsShiftedHeaderOnceAPage() {
    PageFixture shifted =
        page()
            .table(Section.OVERVIEW, Layout.PIPE, true, List.of(TELLER, HEAD))
            .row("Average age", "42", "46")
            .table(Section.SALARY, Layout.PIPE, true, List.of(TELLER, HEAD));

    assertThat(flags("header_shifted", shifted))
        .containsExactly(
            new Flag(
                "header_shifted",
                Severity.INFO,
                "a.txt",
                "",
                "",
                "",
                "an empty corner before the names",
                "Teller | Head Teller",
                "The header of a table is shifted to the left: expected an empty corner "
                    + "before the names, found \"Teller | Head Teller\", at a.txt[0..6] and "
                    + "a.txt[7..18]",
                List.of(
                    new Flag.Origin("a.txt", new Span(0, 6)),
                    new Flag.Origin("a.txt", new Span(7, 18))),
                false));
    assertThat(messages("header_shifted", overview(Layout.MARKDOWN))).isEmpty();
  }

  @Test
  void flagsHeaderThatNamesOthersThanTheTitle() {
    PageFixture wrongCut =
        page()
            .named("teller", "head teller")
            .table(Section.OVERVIEW, Layout.GLUED, false, List.of("TellerHead", "Teller"));

    assertThat(messages("header_title_mismatch", wrongCut))
        .containsExactly(
            "The header and the title name other subjects: expected teller | head teller, "
                + "found \"TellerHead | Teller\", at a.txt[0..10] and a.txt[11..17]");
  }

  @Test
  void takesTheNameOfOneSubjectAboveItsCardForNoOtherName() {
    PageFixture cards =
        page()
            .named("teller", "head teller")
            .table(Section.OVERVIEW, Layout.LINES, false, List.of("Head Teller"))
            .table(Section.OVERVIEW, Layout.LINES, false, List.of("Teller"))
            .table(Section.OVERVIEW, Layout.LINES, false, List.of("Cashier"));

    assertThat(messages("header_title_mismatch", cards))
        .containsExactly(
            "The header and the title name other subjects: expected teller | head teller, "
                + "found \"Cashier\", at a.txt[19..26]");
  }

  @Test
  void flagsSwappedNamesWithoutATable() {
    assertThat(messages("header_title_mismatch", page().named("head teller", "teller")))
        .containsExactly(
            "The header and the title name other subjects: expected head teller | teller, "
                + "found \"Teller | Head Teller\"");
  }

  @Test
  void takesPluralAndPunctuationForTheSameName() {
    PageFixture plural =
        PageFixture.page("a.txt", "Chief of Police", "Cook/Dietary Aide", "Waitress", "Foreman")
            .named("chiefs-of-police", "cook dietary aides", "waitresses", "foremen")
            .table(Section.OVERVIEW, Layout.HTML)
            .table(Section.PAGE, Layout.HTML, false, List.of("Another", "table"))
            .table(Section.SALARY, Layout.HTML, false, List.of());

    assertThat(messages("header_title_mismatch", plural)).isEmpty();
  }

  @Test
  void comparesNoNamesWhereNothingNamesTwo() {
    assertThat(Checks.evaluated("header_title_mismatch", page())).isZero();
    assertThat(
            Checks.evaluated(
                "header_title_mismatch", page().named("x", "y").kind(PageKind.PROFILE)))
        .isZero();
  }

  @Test
  void flagsRowThatLostItsSides() {
    PageFixture shortRow =
        overview(Layout.PIPE)
            .row("Average age", "42", "46")
            .row(RowState.SHORT, false, "cell", "Most common skill", "Customer Service");

    assertThat(messages("short_row_side_ambiguous", shortRow))
        .containsExactly(
            "Row \"Most common skill\" is too short to tell its sides: expected a cell "
                + "for each subject, found \"Customer Service\", at a.txt[54..70]");
  }

  @Test
  void judgesShortRowsOfUnknownPagesInTheShiftedDialectOnly() {
    PageFixture plain =
        page().table(Section.PAGE, Layout.PIPE).row(RowState.SHORT, false, "cell", "Usage", "wide");
    PageFixture shifted =
        page()
            .table(Section.PAGE, Layout.PIPE, true, List.of(TELLER, HEAD))
            .row(RowState.SHORT, false, "cell", "Usage", "wide");

    assertThat(messages("short_row_side_ambiguous", plain)).isEmpty();
    assertThat(messages("short_row_side_ambiguous", shifted)).hasSize(1);
  }

  @Test
  void flagsRowWithTooManyCells() {
    PageFixture spilled =
        overview(Layout.PIPE)
            .row("Average age", "42", "46")
            .row(RowState.LONG, false, "cell", "Best paying company", "Smith", "Jones", "Citi");

    assertThat(messages("column_count", spilled))
        .containsExactly(
            "Row \"Best paying company\" has too many cells: expected a cell for each "
                + "subject, found \"Smith | Jones | Citi\", at a.txt[56..70]");
    assertThat(messages("column_count", overview(Layout.PIPE).row("Average age", "42", "46")))
        .isEmpty();
  }

  @Test
  void flagsUnknownLabelOnAKnownPage() {
    PageFixture added =
        overview(Layout.HTML).row("Average age", "42", "46").row("Remote share", "4%", "9%");

    assertThat(messages("label_unknown", added))
        .containsExactly(
            "Row label \"Remote share\" is unknown: expected a label of the catalogue, "
                + "found \"Remote share\", at a.txt[36..48]; add it to an attribute's labels");
    assertThat(flags("label_unknown", added).get(0).member()).isEqualTo("Remote share");
  }

  @Test
  void flagsRowWithSeveralReadings() {
    PageFixture open =
        overview(Layout.GLUED)
            .joined(RowState.AMBIGUOUS, "prior", "Years of experience", "4", "12")
            .reading(0.38, "41", "2");

    assertThat(messages("split_ambiguous", open))
        .containsExactly(
            "Row \"Years of experience\" can be read in several ways: expected one "
                + "reading of \"412\", found \"4 | 12 (100 %); 41 | 2 (38 %)\", at "
                + "a.txt[39..42]");
    assertThat(messages("split_ambiguous", overview(Layout.HTML).row("Average age", "42", "46")))
        .isEmpty();
    assertThat(
            messages(
                "split_ambiguous",
                overview(Layout.GLUED).joined(RowState.READ, "unique", "Average age", "42", "46")))
        .isEmpty();
  }

  @Test
  void flagsRowThatNoReadingFits() {
    PageFixture unread =
        overview(Layout.GLUED)
            .joined(RowState.UNPARSED, "none", "Hourly rate", "$16.79 to $18.00 and more");

    assertThat(messages("split_impossible", unread))
        .containsExactly(
            "No reading fits row \"Hourly rate\": expected a reading of the row, found "
                + "\"$16.79 to $18.00 and more\", at a.txt[31..56]; see the quarantine");
  }

  @Test
  void flagsCellOfItsOwnThatNoReadingFits() {
    PageFixture unread =
        overview(Layout.PIPE)
            .row(RowState.UNPARSED, false, "cell", "Growth rate", "fast", "slow")
            .row("Average age", "about forty", "46");

    assertThat(messages("split_impossible", unread))
        .containsExactly(
            "No reading fits row \"Growth rate\": expected a reading of the row, found "
                + "\"fastslow\", at a.txt[31..39]; see the quarantine",
            "No reading fits the cell of Average age of \"Teller\": expected a reading of "
                + "the cell, found \"about forty\", at a.txt[52..63]; see the quarantine");
    assertThat(messages("split_impossible", overview(Layout.PIPE).row("Average age", "42", "46")))
        .isEmpty();
  }

  @Test
  void leavesCellsOfARowThatIsTooLongToThatRow() {
    PageFixture unread = overview(Layout.PIPE).row("Average age", "about forty", "46");
    PageFixture tooLong =
        overview(Layout.PIPE)
            .row(RowState.LONG, false, "cell", "Average age", "about forty", "46", "47")
            .observed(unread.build().observations().get(0));

    assertThat(messages("split_impossible", tooLong)).isEmpty();
  }

  @Test
  void flagsACellOnceThatGivesTwoAttributes() {
    PageFixture unread =
        overview(Layout.PIPE)
            .row("Average age", "42", "46")
            .row("Salary range", "unknown", "Between $34,000 And $54,000");

    assertThat(messages("split_impossible", unread)).hasSize(1);
  }

  @Test
  void saysOnceThatARowAndItsCellsFitNoReading() {
    PageFixture unread =
        overview(Layout.PIPE).row("Average age", "about forty", "46").text("below");
    PageFixture withRow =
        overview(Layout.PIPE).row(RowState.UNPARSED, false, "cell", "Average age", "about forty");
    withRow.observed(unread.build().observations().get(0));

    assertThat(messages("split_impossible", withRow)).hasSize(1);
  }

  @Test
  void flagsDashThatEvidenceMadeASign() {
    PageFixture three =
        PageFixture.page("a.txt", "A", "B", "C")
            .table(Section.OVERVIEW, Layout.GLUED)
            .joined(RowState.READ, "pages", "Growth rate", "-", "3%", "-4%")
            .reading(0.01, "-3%", "-", "4%");

    assertThat(messages("sign_or_missing_mark", three))
        .containsExactly(
            "A \"-\" in row \"Growth rate\" may be a minus sign or the missing mark: "
                + "expected one reading only, not also \"-3% | - | 4%\", found \"- | 3% | "
                + "-4%\", at a.txt[18..24]");
  }

  @Test
  void takesAUniqueReadingOfADashForNoFault() {
    PageFixture clean =
        overview(Layout.GLUED)
            .joined(RowState.READ, "unique", "Growth rate", "-", "3%")
            .joined(RowState.READ, "unique", "Job satisfaction", "-", "3.67")
            .joined(RowState.READ, "prose", "Growth rate", "3%", "14%")
            .reading(0.01, "31%", "4%")
            .row("Growth rate", "-", "-4%")
            .joined(RowState.AMBIGUOUS, "open", "Growth rate", "-", "3%");

    assertThat(messages("sign_or_missing_mark", clean)).isEmpty();
    assertThat(Checks.evaluated("sign_or_missing_mark", clean)).isEqualTo(2);
  }

  @Test
  void flagsNamesToldApartByShapeAlone() {
    PageFixture shape =
        overview(Layout.GLUED)
            .joined(RowState.READ, "shape", "Best paying company", "Citi", "Accenture");

    assertThat(messages("glued_name_boundary", shape))
        .containsExactly(
            "The names in row \"Best paying company\" were told apart by their shape "
                + "alone: expected evidence for the cut of \"CitiAccenture\", found \"Citi | "
                + "Accenture\", at a.txt[39..43] and a.txt[43..52]");
  }

  @Test
  void acceptsNamesThatAListConfirms() {
    PageFixture clean =
        overview(Layout.GLUED)
            .joined(RowState.READ, "lexicon", "Best paying company", "Citi", "Accenture")
            .joined(RowState.READ, "shape", "Most common major", "Business", "Business")
            .joined(RowState.READ, "shape", "Average age", "42", "46")
            .joined(RowState.AMBIGUOUS, "shape", "Best paying company", "Citi", "Accenture")
            .row("Best paying company", "Citi", "Accenture");

    assertThat(messages("glued_name_boundary", clean)).isEmpty();
  }

  @Test
  void flagsNumberWithMarksAtOddPlaces() {
    PageFixture odd =
        overview(Layout.PIPE)
            .row("Number of jobs", "22,4787,596", "7,596")
            .row(RowState.LONG, false, "cell", "Hourly rate", "$1.679.2", "$3", "$4")
            .said(TELLER, "yearly_salary_usd", "$34,9200", "349200");

    assertThat(messages("number_format", odd))
        .containsExactly(
            "A number in row \"Number of jobs\" has its marks at odd places: expected "
                + "groups of three digits and one decimal point, found \"22,4787,596\", at "
                + "a.txt[34..45]",
            "A number in row \"Hourly rate\" has its marks at odd places: expected groups "
                + "of three digits and one decimal point, found \"1.679.2\", at a.txt[63..71]",
            "A number for Yearly salary of \"Teller\" has its marks at odd places: "
                + "expected groups of three digits and one decimal point, found \"34,9200\", at "
                + "a.txt[76..84]");
    assertThat(flags("number_format", odd))
        .extracting(Flag::subject)
        .containsExactly("teller", "", "teller");
  }

  @Test
  void acceptsWellFormedNumbers() {
    PageFixture clean =
        overview(Layout.PIPE)
            .row("Number of jobs", "1,016,123", "357")
            .row("Hourly rate", "$16.79", "-")
            .row("Most common degree", "Bachelor's Degree, 48%", "-")
            .row("Best paying company", "1,2,3 Inc.", "3M")
            .joined(RowState.UNPARSED, "none", "Number of jobs", "22,4787,596")
            .said(TELLER, "yearly_salary_usd", "$34,920, which", "34920")
            .topSkills(TELLER, "1,2,3 skills");

    assertThat(messages("number_format", clean)).isEmpty();
  }

  @Test
  void judgesNoTableOfAProfileThatItDoesNotKnow() {
    PageFixture profile =
        PageFixture.page("a.txt", TELLER)
            .kind(PageKind.PROFILE)
            .skills(TELLER, "Cash Handling, 12%")
            .table(Section.PAGE, Layout.HTML, false, List.of())
            .row("Region", "East");

    assertThat(messages("label_unknown", profile)).isEmpty();
    assertThat(messages("soft_error_page", profile)).isEmpty();
  }
}
