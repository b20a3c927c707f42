package dev.unglue.validate;

import dev.unglue.validate.agree.BothSidesEqual;
import dev.unglue.validate.agree.ExperienceMonthsAsYears;
import dev.unglue.validate.agree.ExperienceVsAge;
import dev.unglue.validate.agree.HourlyTimes2080;
import dev.unglue.validate.agree.ListCount;
import dev.unglue.validate.agree.PctSum;
import dev.unglue.validate.agree.ProseTableDirection;
import dev.unglue.validate.agree.ProseTableValue;
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
import dev.unglue.validate.range.RangeRule;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.shape.ColumnCount;
import dev.unglue.validate.shape.DecisionStale;
import dev.unglue.validate.shape.GluedNameBoundary;
import dev.unglue.validate.shape.HeaderShifted;
import dev.unglue.validate.shape.HeaderTitleMismatch;
import dev.unglue.validate.shape.LabelUnknown;
import dev.unglue.validate.shape.NumberFormat;
import dev.unglue.validate.shape.ShortRowSideAmbiguous;
import dev.unglue.validate.shape.SignOrMissingMark;
import dev.unglue.validate.shape.SoftErrorPage;
import dev.unglue.validate.shape.SpanRoundtrip;
import dev.unglue.validate.shape.SplitAmbiguous;
import dev.unglue.validate.shape.SplitImpossible;
import dev.unglue.validate.shape.TruncatedPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The plain list of all rules. To add one, write its class and name it here. */
public final class Rules {
  /** In the order of the documents, which is the order in which those on one input are asked. */
  static final List<Rule<?>> ALL =
      List.of(
          SoftErrorPage.RULE,
          TruncatedPage.RULE,
          SpanRoundtrip.RULE,
          HeaderShifted.RULE,
          HeaderTitleMismatch.RULE,
          ShortRowSideAmbiguous.RULE,
          ColumnCount.RULE,
          LabelUnknown.RULE,
          SplitAmbiguous.RULE,
          SplitImpossible.RULE,
          SignOrMissingMark.RULE,
          GluedNameBoundary.RULE,
          NumberFormat.RULE,
          RangeRule.SALARY,
          RangeRule.GROWTH,
          RangeRule.SATISFACTION,
          RangeRule.AGE,
          RangeRule.EXPERIENCE,
          RangeRule.PCT,
          RangeRule.VALUE,
          HourlyTimes2080.RULE,
          SalaryLowAvgHigh.RULE,
          ExperienceMonthsAsYears.RULE,
          ExperienceVsAge.RULE,
          PctSum.GENDER,
          PctSum.RACE,
          SkillPctOrder.RULE,
          SkillDuplicate.RULE,
          ListCount.RULE,
          TopSkillVsList.RULE,
          ProseTableValue.RULE,
          ProseTableDirection.RULE,
          RepeatedLabelDisagrees.RULE,
          BothSidesEqual.RULE,
          CrossPageValue.RULE,
          CrossPageManyValues.RULE,
          MissingElsewherePresent.RULE,
          MirrorPage.RULE,
          TwinLayoutsDisagree.RULE,
          SubjectAliasCollision.RULE,
          DuplicateCapture.RULE,
          StaleCapture.RULE,
          ValueJump.RULE,
          LabelLost.RULE,
          FillRateDrop.RULE,
          AmbiguityRateDrift.RULE,
          AttributeDrift.RULE,
          CoverageDrop.RULE,
          DecisionStale.RULE);

  private Rules() {}

  /** Every rule that there is, as it is by default, in the order of the documents. */
  public static List<RuleInfo> infos() {
    return Stream.concat(ALL.stream().map(Rule::info), Stream.of(RuleNotEvaluated.INFO)).toList();
  }

  /** The default settings of every rule, by id. */
  public static Map<String, RuleSettings> defaults() {
    Map<String, RuleSettings> defaults = new LinkedHashMap<>();
    infos().forEach(each -> defaults.put(each.id(), RuleSettings.of(each)));
    return defaults;
  }
}
