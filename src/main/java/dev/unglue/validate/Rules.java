package dev.unglue.validate;

import dev.unglue.model.Attribute;
import dev.unglue.model.CaptureRef;
import dev.unglue.model.Catalogue;
import dev.unglue.model.NamedSubject;
import dev.unglue.model.PageAge;
import dev.unglue.model.PageGroup;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.SubjectHistory;
import dev.unglue.model.SubjectSightings;
import dev.unglue.validate.agree.BothSidesEqual;
import dev.unglue.validate.agree.ExperienceMonthsAsYears;
import dev.unglue.validate.agree.ExperienceVsAge;
import dev.unglue.validate.agree.GenderPctSum;
import dev.unglue.validate.agree.HourlyTimes2080;
import dev.unglue.validate.agree.ListCount;
import dev.unglue.validate.agree.ProseTableDirection;
import dev.unglue.validate.agree.ProseTableValue;
import dev.unglue.validate.agree.RacePctSum;
import dev.unglue.validate.agree.RepeatedLabelDisagrees;
import dev.unglue.validate.agree.SalaryLowAvgHigh;
import dev.unglue.validate.agree.SkillDuplicate;
import dev.unglue.validate.agree.SkillPctOrder;
import dev.unglue.validate.agree.TopSkillVsList;
import dev.unglue.validate.cross.CrossPageManyValues;
import dev.unglue.validate.cross.CrossPageValue;
import dev.unglue.validate.cross.DuplicateCapture;
import dev.unglue.validate.cross.MirrorPage;
import dev.unglue.validate.cross.MissingElsewherePresent;
import dev.unglue.validate.cross.StaleCapture;
import dev.unglue.validate.cross.SubjectAliasCollision;
import dev.unglue.validate.cross.TwinLayoutsDisagree;
import dev.unglue.validate.cross.ValueJump;
import dev.unglue.validate.drift.AmbiguityRateDrift;
import dev.unglue.validate.drift.AttributeDrift;
import dev.unglue.validate.drift.CoverageDrop;
import dev.unglue.validate.drift.FillRateDrop;
import dev.unglue.validate.drift.LabelLost;
import dev.unglue.validate.range.AgeRange;
import dev.unglue.validate.range.ExperienceRange;
import dev.unglue.validate.range.GrowthRange;
import dev.unglue.validate.range.PctRange;
import dev.unglue.validate.range.SalaryRange;
import dev.unglue.validate.range.SatisfactionRange;
import dev.unglue.validate.range.ValueRange;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.shape.ColumnCount;
import dev.unglue.validate.shape.DecidedPage;
import dev.unglue.validate.shape.DecisionStale;
import dev.unglue.validate.shape.GluedNameBoundary;
import dev.unglue.validate.shape.HeaderShifted;
import dev.unglue.validate.shape.HeaderTitleMismatch;
import dev.unglue.validate.shape.LabelUnknown;
import dev.unglue.validate.shape.NumberFormat;
import dev.unglue.validate.shape.ReadPage;
import dev.unglue.validate.shape.ShortRowSideAmbiguous;
import dev.unglue.validate.shape.SignOrMissingMark;
import dev.unglue.validate.shape.SoftErrorPage;
import dev.unglue.validate.shape.SpanRoundtrip;
import dev.unglue.validate.shape.SplitAmbiguous;
import dev.unglue.validate.shape.SplitImpossible;
import dev.unglue.validate.shape.TruncatedPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The plain list of all rules. To add one, write its class and name it here twice. */
public final class Rules {
  private static final String YEARLY = "yearly_salary_usd";
  private static final String GROWTH = "growth_rate_pct";
  private static final String SATISFACTION = "job_satisfaction";
  private static final String AGE = "average_age_years";
  private static final String EXPERIENCE = "experience_years";
  private static final String SKILL = "skill_pct";
  private static final String TOP_SKILL = "top_skill";

  private static final List<RuleInfo> INFOS =
      List.of(
          SoftErrorPage.INFO,
          TruncatedPage.INFO,
          SpanRoundtrip.INFO,
          HeaderShifted.INFO,
          HeaderTitleMismatch.INFO,
          ShortRowSideAmbiguous.INFO,
          ColumnCount.INFO,
          LabelUnknown.INFO,
          SplitAmbiguous.INFO,
          SplitImpossible.INFO,
          SignOrMissingMark.INFO,
          GluedNameBoundary.INFO,
          NumberFormat.INFO,
          SalaryRange.INFO,
          GrowthRange.INFO,
          SatisfactionRange.INFO,
          AgeRange.INFO,
          ExperienceRange.INFO,
          PctRange.INFO,
          ValueRange.INFO,
          HourlyTimes2080.INFO,
          SalaryLowAvgHigh.INFO,
          ExperienceMonthsAsYears.INFO,
          ExperienceVsAge.INFO,
          GenderPctSum.INFO,
          RacePctSum.INFO,
          SkillPctOrder.INFO,
          SkillDuplicate.INFO,
          ListCount.INFO,
          TopSkillVsList.INFO,
          ProseTableValue.INFO,
          ProseTableDirection.INFO,
          RepeatedLabelDisagrees.INFO,
          BothSidesEqual.INFO,
          CrossPageValue.INFO,
          CrossPageManyValues.INFO,
          MissingElsewherePresent.INFO,
          MirrorPage.INFO,
          TwinLayoutsDisagree.INFO,
          SubjectAliasCollision.INFO,
          DuplicateCapture.INFO,
          StaleCapture.INFO,
          ValueJump.INFO,
          LabelLost.INFO,
          FillRateDrop.INFO,
          AmbiguityRateDrift.INFO,
          AttributeDrift.INFO,
          CoverageDrop.INFO,
          DecisionStale.INFO,
          RuleNotEvaluated.INFO);

  private Rules() {}

  /** Every rule that there is, as it is by default, in the order of the documents. */
  public static List<RuleInfo> infos() {
    return INFOS;
  }

  /** The default settings of every rule, by id. */
  public static Map<String, RuleSettings> defaults() {
    Map<String, RuleSettings> defaults = new LinkedHashMap<>();
    INFOS.forEach(each -> defaults.put(each.id(), RuleSettings.of(each)));
    return defaults;
  }

  /** The rules that look at one page. */
  static List<Rule<ParsedPage>> page(Catalogue catalogue, Map<String, RuleSettings> settings) {
    List<Rule<ParsedPage>> rules = new ArrayList<>(shape(catalogue, settings));
    rules.addAll(observed(catalogue, settings));
    return List.copyOf(rules);
  }

  /** Those of them that need the observations of the page only. */
  static List<Rule<ParsedPage>> observed(Catalogue catalogue, Map<String, RuleSettings> settings) {
    List<Rule<ParsedPage>> rules = new ArrayList<>(range(catalogue, settings));
    rules.addAll(agree(catalogue, settings));
    return List.copyOf(rules);
  }

  /** The rules that look at a page and its text. */
  static List<Rule<ReadPage>> proof(Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<ReadPage>(catalogue, settings)
        .add(SpanRoundtrip.INFO, SpanRoundtrip::new)
        .rules();
  }

  /** The rules that look at all sightings of a subject. */
  static List<Rule<SubjectSightings>> subject(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<SubjectSightings>(catalogue, settings)
        .add(CrossPageValue.INFO, info -> new CrossPageValue(info, catalogue))
        .add(CrossPageManyValues.INFO, info -> new CrossPageManyValues(info, catalogue))
        .add(MissingElsewherePresent.INFO, info -> new MissingElsewherePresent(info, catalogue))
        .rules();
  }

  /** The rules that look at pages which compare the same subjects. */
  static List<Rule<PageGroup>> group(Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<PageGroup>(catalogue, settings)
        .add(MirrorPage.INFO, MirrorPage::new)
        .add(TwinLayoutsDisagree.INFO, info -> new TwinLayoutsDisagree(info, new Titles(catalogue)))
        .rules();
  }

  /** The rules that look at the names of a run. */
  static List<Rule<List<NamedSubject>>> names(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<List<NamedSubject>>(catalogue, settings)
        .add(SubjectAliasCollision.INFO, SubjectAliasCollision::new)
        .rules();
  }

  /** The rules that look at the captures of a run. */
  static List<Rule<List<CaptureRef>>> captures(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<List<CaptureRef>>(catalogue, settings)
        .add(DuplicateCapture.INFO, DuplicateCapture::new)
        .rules();
  }

  /** The rules that look at when a page was last seen. */
  static List<Rule<PageAge>> ages(Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<PageAge>(catalogue, settings)
        .add(StaleCapture.INFO, StaleCapture::new)
        .rules();
  }

  /** The rules that look at what was believed of a subject over time. */
  static List<Rule<SubjectHistory>> history(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<SubjectHistory>(catalogue, settings)
        .add(ValueJump.INFO, info -> new ValueJump(info, catalogue))
        .rules();
  }

  /** The rules that compare a run with those before it. */
  static List<Rule<RunMetrics>> drift(Catalogue catalogue, Map<String, RuleSettings> settings) {
    Titles titles = new Titles(catalogue);
    return new RuleChoice<RunMetrics>(catalogue, settings)
        .add(LabelLost.INFO, info -> new LabelLost(info, titles))
        .add(FillRateDrop.INFO, info -> new FillRateDrop(info, titles))
        .add(AmbiguityRateDrift.INFO, info -> new AmbiguityRateDrift(info, titles))
        .add(AttributeDrift.INFO, info -> new AttributeDrift(info, titles))
        .add(CoverageDrop.INFO, CoverageDrop::new)
        .rules();
  }

  /** The rules that hold what people have decided against a page. */
  static List<Rule<DecidedPage>> decisions(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<DecidedPage>(catalogue, settings)
        .add(DecisionStale.INFO, DecisionStale::new)
        .rules();
  }

  private static List<Rule<ParsedPage>> shape(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<ParsedPage>(catalogue, settings)
        .add(SoftErrorPage.INFO, SoftErrorPage::new)
        .add(TruncatedPage.INFO, TruncatedPage::new)
        .add(HeaderShifted.INFO, HeaderShifted::new)
        .add(HeaderTitleMismatch.INFO, HeaderTitleMismatch::new)
        .add(ShortRowSideAmbiguous.INFO, ShortRowSideAmbiguous::new)
        .add(ColumnCount.INFO, ColumnCount::new)
        .add(LabelUnknown.INFO, LabelUnknown::new)
        .add(SplitAmbiguous.INFO, SplitAmbiguous::new)
        .add(SplitImpossible.INFO, info -> new SplitImpossible(info, new Titles(catalogue)))
        .add(SignOrMissingMark.INFO, info -> new SignOrMissingMark(info, catalogue))
        .add(GluedNameBoundary.INFO, info -> new GluedNameBoundary(info, catalogue))
        .add(NumberFormat.INFO, info -> new NumberFormat(info, catalogue))
        .rules();
  }

  /** Each attribute with a hard range falls to exactly one of these. */
  private static List<Rule<ParsedPage>> range(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    List<String> named = List.of(GROWTH, SATISFACTION, AGE, EXPERIENCE);
    Predicate<Attribute> free = each -> each.hardRange().isPresent() && !named.contains(each.id());
    List<Attribute> open = catalogue.attributes().values().stream().filter(free).toList();
    return new RuleChoice<ParsedPage>(catalogue, settings)
        .addIfAny(SalaryRange.INFO, only(open, Rules::isMoney), SalaryRange::new)
        .add(GrowthRange.INFO, List.of(GROWTH), GrowthRange::new)
        .add(
            SatisfactionRange.INFO,
            List.of(SATISFACTION),
            (info, found) -> new SatisfactionRange(info, found.get(0)))
        .add(AgeRange.INFO, List.of(AGE), AgeRange::new)
        .add(
            ExperienceRange.INFO,
            List.of(EXPERIENCE),
            (info, found) -> new ExperienceRange(info, found.get(0)))
        .addIfAny(PctRange.INFO, only(open, Rules::isShare), PctRange::new)
        .addIfAny(
            ValueRange.INFO, only(open, each -> !isMoney(each) && !isShare(each)), ValueRange::new)
        .rules();
  }

  private static List<Attribute> only(List<Attribute> open, Predicate<Attribute> which) {
    return open.stream().filter(which).toList();
  }

  private static boolean isMoney(Attribute attribute) {
    return attribute.type().isMoney();
  }

  private static boolean isShare(Attribute attribute) {
    return attribute.unit().equals("percent")
        && attribute.hardRange().stream().allMatch(hard -> hard.min().signum() == 0);
  }

  private static List<Rule<ParsedPage>> agree(
      Catalogue catalogue, Map<String, RuleSettings> settings) {
    return new RuleChoice<ParsedPage>(catalogue, settings)
        .add(
            HourlyTimes2080.INFO,
            List.of("hourly_rate_usd", YEARLY),
            (info, found) -> new HourlyTimes2080(info, found.get(0), found.get(1)))
        .add(
            SalaryLowAvgHigh.INFO,
            List.of("salary_low_usd", YEARLY, "salary_high_usd"),
            (info, found) -> new SalaryLowAvgHigh(info, found.get(0), found.get(1), found.get(2)))
        .add(
            ExperienceMonthsAsYears.INFO,
            List.of(EXPERIENCE, "time_to_become_min_months", "time_to_become_max_months"),
            (info, found) ->
                new ExperienceMonthsAsYears(info, found.get(0), found.get(1), found.get(2)))
        .add(
            ExperienceVsAge.INFO,
            List.of(EXPERIENCE, AGE),
            (info, found) -> new ExperienceVsAge(info, found.get(0), found.get(1)))
        .add(
            GenderPctSum.INFO,
            List.of("gender_pct"),
            (info, found) -> new GenderPctSum(info, found.get(0)))
        .add(
            RacePctSum.INFO,
            List.of("race_pct"),
            (info, found) -> new RacePctSum(info, found.get(0)))
        .add(
            SkillPctOrder.INFO,
            List.of(SKILL),
            (info, found) -> new SkillPctOrder(info, found.get(0)))
        .add(
            SkillDuplicate.INFO,
            List.of(SKILL),
            (info, found) -> new SkillDuplicate(info, found.get(0)))
        .add(
            ListCount.INFO,
            List.of(TOP_SKILL, SKILL),
            (info, found) -> new ListCount(info, found.get(0), found.get(1)))
        .add(
            TopSkillVsList.INFO,
            List.of(TOP_SKILL, SKILL),
            (info, found) -> new TopSkillVsList(info, found.get(0), found.get(1)))
        .add(ProseTableValue.INFO, info -> new ProseTableValue(info, catalogue))
        .add(ProseTableDirection.INFO, info -> new ProseTableDirection(info, catalogue))
        .add(
            RepeatedLabelDisagrees.INFO,
            info -> new RepeatedLabelDisagrees(info, new Titles(catalogue)))
        .add(BothSidesEqual.INFO, BothSidesEqual::new)
        .rules();
  }
}
