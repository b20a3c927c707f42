package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Signature;
import dev.unglue.validate.RuleSettings.Regrade;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final PageFixture PAGE =
      PageFixture.page("a.txt", "Teller", "Head Teller")
          .table(Section.OVERVIEW, Layout.PIPE)
          .row("Average age", "4246", "46");

  private static RuleBook book(String rule, Severity severity, boolean enabled) {
    return new RuleBook(
        PageFixture.CATALOGUE,
        Map.of(rule, new RuleSettings(severity, enabled, Map.of(), List.of())),
        List.of(),
        List.of());
  }

  @Test
  void givesFlagsTheSeverityOfTheSettings() {
    List<Flag> flags = book("age_range", Severity.INFO, true).checkPage(PAGE.build(), new Tally());

    assertThat(flags).extracting(Flag::rule, Flag::severity).contains(tuple("age_range"));
  }

  private static org.assertj.core.groups.Tuple tuple(String rule) {
    return org.assertj.core.groups.Tuple.tuple(rule, Severity.INFO);
  }

  @Test
  void gradesAFlagByTheFirstExceptionThatFits() {
    assertThat(
            graded(
                new Regrade("other", "", "", null), new Regrade("", "", "average_age_years", null)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.ERROR, true));
    assertThat(
            graded(
                new Regrade("", "teller", "average_age_years", Severity.WARN),
                new Regrade("", "", "average_age_years", null)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.WARN, false));
    assertThat(graded(new Regrade("", "head-teller", "", null)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.ERROR, false));
  }

  private static List<org.assertj.core.groups.Tuple> graded(Regrade... regrades) {
    RuleSettings settings = new RuleSettings(Severity.ERROR, true, Map.of(), List.of(regrades));
    RuleBook book =
        new RuleBook(PageFixture.CATALOGUE, Map.of("age_range", settings), List.of(), List.of());
    return book.checkPage(PAGE.build(), new Tally()).stream()
        .filter(flag -> flag.rule().equals("age_range"))
        .map(flag -> org.assertj.core.groups.Tuple.tuple(flag.severity(), flag.silenced()))
        .toList();
  }

  @Test
  void makesAnExceptionForAllFlagsOrThoseOfOneSourceOnly() {
    assertThat(graded(new Regrade("samples", "", "", Severity.INFO)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.INFO, false));
    assertThat(graded(new Regrade("", "", "", null)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.ERROR, true));
    assertThat(graded(new Regrade("", "", "job_count", null)))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.ERROR, false));
  }

  @Test
  void silencesTheOneFlagThatAPersonHasAccepted() {
    Flag flag = Checks.flags("age_range", PAGE).get(0);
    Signature by =
        new Signature("Ann", Instant.parse("2026-01-05T00:00:00Z"), "He is old.", "flags.csv:2");

    assertThat(accepted(flag, flag.actual(), by)).containsExactly(flag.accepted(by));
    assertThat(accepted(flag, "4247", by)).containsExactly(flag);
  }

  private static List<Flag> accepted(Flag flag, String actual, Signature by) {
    FlagDecision decision =
        new FlagDecision(
            flag.rule(),
            flag.page(),
            flag.subject(),
            flag.attribute(),
            flag.member(),
            flag.expected(),
            actual,
            by);
    RuleBook book =
        new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(decision), List.of());
    return Checks.only("age_range", book.checkPage(PAGE.build(), new Tally()));
  }

  @Test
  void leavesOutRulesThatAreSwitchedOff() {
    RuleBook book = book("age_range", Severity.ERROR, false);
    Tally tally = new Tally();

    assertThat(book.checkPage(PAGE.build(), tally)).isEmpty();
    assertThat(book.rules()).extracting(RuleInfo::id).doesNotContain("age_range");
  }

  @Test
  void asksOfObservationsAloneNoRuleThatNeedsTablesOrText() {
    RuleBook book =
        RuleBook.ofObservations(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

    assertThat(book.rules())
        .extracting(RuleInfo::id)
        .contains("age_range", "cross_page_value", "value_jump", "label_lost")
        .doesNotContain("split_ambiguous", "span_roundtrip", "column_count");
    assertThat(Checks.messages(book.checkPage(PAGE.build(), new Tally())))
        .containsExactly(
            "Average age of \"Teller\" is out of range: expected 16..80, found \"4246\", at"
                + " a.txt[31..35]");
  }

  @Test
  void leavesOutRulesWhoseAttributesTheCatalogueLacks() {
    Catalogue phones =
        new Catalogue(
            "phone",
            List.of("-"),
            Map.of(),
            Map.of(),
            Map.of(),
            MeasuredConfidence.NONE,
            List.of());
    RuleBook book = new RuleBook(phones, Rules.defaults(), List.of(), List.of());

    assertThat(book.rules())
        .extracting(RuleInfo::id)
        .contains("split_ambiguous", "cross_page_value", "both_sides_equal")
        .doesNotContain("salary_range", "pct_range", "value_range", "age_range", "list_count");
  }

  @Test
  void flagsRuleThatRaisesAndGoesOnWithTheOthers() {
    RuleBook book = book(Map.of(), broken("no such cell"), SOUND);
    Tally tally = new Tally();

    List<Flag> flags = book.checkPage(PAGE.build(), tally);

    assertThat(Checks.messages(flags))
        .containsExactly(
            "Rule broken raised: expected an outcome, found \"no such "
                + "cell\", at a.txt; report it as a fault of the rule",
            "Something differs: expected one, found \"two\"");
    assertThat(flags.get(0).member()).isEqualTo("broken");
    assertThat(tally.of("broken")).isEqualTo(new Tally.Count(0, 0, 1));
    assertThat(tally.of("sound")).isEqualTo(new Tally.Count(1, 1, 0));
  }

  @Test
  void countsARuleThatRaisesEvenIfNoFlagIsWanted() {
    RuleSettings off = new RuleSettings(Severity.WARN, false, Map.of(), List.of());
    RuleBook book = book(Map.of("rule_not_evaluated", off), broken("no such cell"));
    Tally tally = new Tally();

    assertThat(book.checkPage(PAGE.build(), tally)).isEmpty();
    assertThat(tally.of("broken").raised()).isEqualTo(1);
  }

  @Test
  void keepsTheExceptionItselfForThoseWhoMendTheRule() {
    RuleBook book = book(Map.of(), broken("no such cell"));
    Tally tally = new Tally();
    Tally all = new Tally();

    book.checkPage(PAGE.build(), tally);
    all.merge(tally);

    assertThat(all.faults()).containsOnlyKeys("broken");
    assertThat(all.faults().get("broken")).hasMessage("no such cell");
  }

  private static RuleBook book(Map<String, RuleSettings> settings, Rule<?>... rules) {
    return new RuleBook(PageFixture.CATALOGUE, List.of(rules), settings, List.of());
  }

  private static Rule<CheckedPage> broken(String message) {
    return RuleInput.VALUES.error(
        "broken",
        "Broken",
        (page, findings) -> {
          throw new IllegalStateException(message);
        });
  }

  private static final Rule<CheckedPage> SOUND =
      RuleInput.VALUES.error(
          "sound",
          "Sound",
          (page, findings) -> {
            findings.compared();
            findings.flag().values("one", "two").because("Something differs");
          });

  @Test
  void countsRulesThatHadNothingToCompareWithoutAFlag() {
    RuleBook book = new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());
    Tally tally = new Tally();

    assertThat(RuleBook.idle(tally)).isEqualTo(Rules.ALL.size());
    assertThat(Checks.messages(book.checkPage(PAGE.build(), tally)))
        .noneMatch(message -> message.contains("had no input"));
    assertThat(RuleBook.idle(tally)).isPositive().isLessThan(Rules.ALL.size());
    assertThat(tally.of("skill_duplicate")).isEqualTo(new Tally.Count(0, 0, 0));
  }

  @Test
  void mergesTalliesInAnyOrder() {
    RuleBook book = new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());
    Tally one = new Tally();
    Tally two = new Tally();
    book.checkPage(PAGE.build(), one);
    book.checkPage(PAGE.build(), two);
    book.checkPage(PAGE.build(), two);
    Tally left = new Tally();
    left.merge(one);
    left.merge(two);
    Tally right = new Tally();
    right.merge(two);
    right.merge(one);

    assertThat(left.counts()).isEqualTo(right.counts()).isNotEmpty();
    assertThat(left.of("age_range")).isEqualTo(new Tally.Count(6, 3, 0));
    left.compared("age_range", 4);
    assertThat(left.of("age_range")).isEqualTo(new Tally.Count(10, 3, 0));
    assertThat(left.of("no such rule")).isEqualTo(new Tally.Count(0, 0, 0));
  }

  @Test
  void refusesAParameterThatARuleLacks() {
    assertThatThrownBy(() -> RuleNotEvaluated.INFO.number("limit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule rule_not_evaluated: expected one of its parameters [], found \"limit\"");
  }

  @Test
  void cutsLongQuotes() {
    assertThat(Quote.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
    assertThat(Quote.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(79) + "…\"");
    assertThat(Quote.cut("a\r\nb")).isEqualTo("a b");
  }
}
