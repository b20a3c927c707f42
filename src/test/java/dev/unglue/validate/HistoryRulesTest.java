package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unglue.model.page.Flag;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryRulesTest {
  private static final Subject TELLER = Subject.named("Teller");
  private static final Instant JANUARY = PageFixture.JANUARY;
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private static List<String> jumps(String attribute, String... values) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Instant from = JANUARY.plus(Duration.ofDays(31L * i));
      Instant to = i == values.length - 1 ? null : from.plus(Duration.ofDays(31));
      BigDecimal value = new BigDecimal(values[i]);
      facts.add(new Fact("teller", attribute, "", 0, from, to, value, null, "agreed", 1, 0, 1));
    }
    return Checks.messages(
        BOOK.check(RuleInput.HISTORY, new SubjectHistory(TELLER, List.of(), facts), new Tally()));
  }

  @Test
  void flagsASalaryThatIsTenTimesTheOneBefore() {
    assertThat(jumps("yearly_salary_usd", "43251", "432510"))
        .containsExactly(
            "Yearly salary of \"Teller\" has jumped from 43251: expected 43251, give or take"
                + " 21625.5, found \"432510\"");
  }

  @Test
  void acceptsAChangeOfJustHalf() {
    assertThat(jumps("yearly_salary_usd", "40000", "60000")).isEmpty();
    assertThat(jumps("yearly_salary_usd", "40000", "60001")).hasSize(1);
  }

  @Test
  void comparesRatesByTheirPoints() {
    assertThat(jumps("growth_rate_pct", "-1", "24")).isEmpty();
    assertThat(jumps("growth_rate_pct", "-1", "25"))
        .containsExactly(
            "Growth rate of \"Teller\" has jumped from -1: expected -1, give or take 25, found"
                + " \"25\"");
  }

  @Test
  void comparesWithTheSpreadOfManyValues() {
    assertThat(jumps("yearly_salary_usd", "40000", "40100", "39900", "40050", "40000", "41000"))
        .containsExactly(
            "Yearly salary of \"Teller\" has jumped from 40000: expected 40000, give or take 250,"
                + " found \"41000\"");
    assertThat(jumps("yearly_salary_usd", "40000", "40100", "39900", "40050", "41000")).isEmpty();
  }

  @Test
  void looksAtTheLatestChangeOnly() {
    assertThat(jumps("yearly_salary_usd", "4000", "40000", "41000")).isEmpty();
  }

  @Test
  void takesTheMiddleOfTheTwoMiddleValuesOfAnEvenNumber() {
    assertThat(
            jumps(
                "yearly_salary_usd", "40000", "40100", "39900", "40050", "39950", "40010", "41000"))
        .containsExactly(
            "Yearly salary of \"Teller\" has jumped from 40010: expected 40005, give or take 250,"
                + " found \"41000\"");
  }

  @Test
  void acceptsAChangeAfterValuesThatWereAllTheSame() {
    assertThat(jumps("yearly_salary_usd", "40000", "40000", "40000", "40000", "40000", "41000"))
        .isEmpty();
  }

  @Test
  void expectsNothingElseAfterNothing() {
    assertThat(jumps("job_count", "0", "12"))
        .containsExactly(
            "Number of jobs of \"Teller\" has jumped from 0: expected 0, give or take 0, found"
                + " \"12\"");
  }

  private static List<String> jump(String member, int ordinal, boolean open, String value) {
    Instant february = JANUARY.plus(Duration.ofDays(31));
    Instant march = JANUARY.plus(Duration.ofDays(62));
    List<Fact> facts =
        List.of(
            genders(member, ordinal, JANUARY, february, "10"),
            genders(member, ordinal, february, open ? null : march, value));
    return Checks.messages(
        BOOK.check(RuleInput.HISTORY, new SubjectHistory(TELLER, List.of(), facts), new Tally()));
  }

  private static Fact genders(
      String member, int ordinal, Instant from, @Nullable Instant to, String value) {
    BigDecimal number = value.isEmpty() ? null : new BigDecimal(value);
    String text = value.isEmpty() ? "many" : null;
    return new Fact(
        "teller", "gender_pct", member, ordinal, from, to, number, text, "agreed", 1, 0, 1);
  }

  @Test
  void namesThePartThatHasJumpedAndOnlyWhileItHolds() {
    assertThat(jump("Male", 0, true, "90"))
        .containsExactly(
            "Gender ratio (Male) of \"Teller\" has jumped from 10: expected 10, give or take 25,"
                + " found \"90\"");
    assertThat(jump("Male", 0, false, "90")).isEmpty();
    assertThat(jump("Male", 1, true, "90")).isEmpty();
    assertThat(jump("Male", 0, true, "")).isEmpty();
  }

  @Test
  void namesBothPlaces() {
    List<Sighting> seen = new ArrayList<>(salary("a.txt", "$43,251", JANUARY));
    Instant march = JANUARY.plus(Duration.ofDays(60));
    seen.addAll(salary("a.txt", "$93,251", march));
    List<Fact> facts =
        List.of(
            fact(JANUARY, march, "43251"),
            new Fact(
                "teller",
                "yearly_salary_usd",
                "",
                0,
                march,
                null,
                new BigDecimal("93251"),
                null,
                "agreed",
                1,
                0,
                1));

    List<Flag> flags =
        BOOK.check(RuleInput.HISTORY, new SubjectHistory(TELLER, seen, facts), new Tally());

    assertThat(flags)
        .extracting(Flag::page, Flag::message)
        .containsExactly(
            tuple(
                "a.txt",
                "Yearly salary of \"Teller\" has jumped from 43251: expected 43251, give or take"
                    + " 21625.5, found \"93251\", at a.txt[33..40] and a.txt[33..40]"));
  }

  private static Fact fact(Instant from, Instant to, String value) {
    return new Fact(
        "teller",
        "yearly_salary_usd",
        "",
        0,
        from,
        to,
        new BigDecimal(value),
        null,
        "agreed",
        1,
        0,
        1);
  }

  private static List<Sighting> salary(String page, String printed, Instant at) {
    return PageFixture.page(page, "Teller", "Head Teller")
        .table(Section.OVERVIEW, Layout.PIPE)
        .row("Yearly salary", printed, "-")
        .sightings("Teller", at);
  }

  @Test
  void flagsAPageThatWasNotSeenForMoreThanAYear() {
    PageFixture page = PageFixture.page("a.txt", "Teller", "Head Teller");
    Instant yearLater = JANUARY.plus(Duration.ofDays(365));

    assertThat(
            BOOK.check(
                RuleInput.AGE, new PageAge(page.ref(), JANUARY, yearLater, null), new Tally()))
        .isEmpty();
    assertThat(
            Checks.messages(
                BOOK.check(
                    RuleInput.AGE,
                    new PageAge(page.ref(), JANUARY, yearLater.plusSeconds(1), null),
                    new Tally())))
        .containsExactly(
            "Page \"a.txt\" was not seen for long: expected a capture of the last 365 days, found"
                + " \"2025-01-08\", at a.txt; fetch it again");
  }

  @Test
  void flagsAPageThatIsGoneFromItsSite() {
    PageFixture page = PageFixture.page("a.txt", "Teller", "Head Teller");
    PageAge gone = new PageAge(page.ref(), JANUARY, JANUARY, JANUARY);

    assertThat(Checks.messages(BOOK.check(RuleInput.AGE, gone, new Tally())))
        .containsExactly(
            "Page \"a.txt\" is gone from its site: expected the page, found \"HTTP 404 or 410\","
                + " at a.txt; its facts stay");
  }
}
