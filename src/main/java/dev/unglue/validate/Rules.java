package dev.unglue.validate;

import dev.unglue.validate.agree.PctSum;
import dev.unglue.validate.agree.ProseAndTable;
import dev.unglue.validate.agree.RepeatedValues;
import dev.unglue.validate.agree.SkillLists;
import dev.unglue.validate.agree.TableNumbers;
import dev.unglue.validate.cross.CrossPageValue;
import dev.unglue.validate.cross.MirrorPage;
import dev.unglue.validate.cross.StoredCaptures;
import dev.unglue.validate.cross.SubjectAliasCollision;
import dev.unglue.validate.cross.TwinLayoutsDisagree;
import dev.unglue.validate.cross.ValueJump;
import dev.unglue.validate.drift.Drift;
import dev.unglue.validate.range.RangeRule;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.shape.CharsetDoubtful;
import dev.unglue.validate.shape.DecisionStale;
import dev.unglue.validate.shape.JoinedCells;
import dev.unglue.validate.shape.NumberFormat;
import dev.unglue.validate.shape.PageAccountRules;
import dev.unglue.validate.shape.SpanRoundtrip;
import dev.unglue.validate.shape.TableHeader;
import dev.unglue.validate.shape.TableRows;
import dev.unglue.validate.shape.UnreadRows;
import dev.unglue.validate.shape.WholePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plain list of all rules. To add one, write it, name it here, and tell of it in {@code
 * src/docs/rules.yaml}.
 */
public final class Rules {
  /** In the order of the documents, which is the order in which those on one input are asked. */
  static final List<Rule<?>> ALL =
      List.of(
          WholePage.UNKNOWN,
          WholePage.TRUNCATED,
          PageAccountRules.NO_TABLE,
          UnreadRows.RULE,
          PageAccountRules.ROLES,
          PageAccountRules.BUDGET,
          SpanRoundtrip.RULE,
          CharsetDoubtful.RULE,
          TableHeader.SHIFTED,
          TableHeader.OTHER_NAMES,
          TableRows.TOO_SHORT,
          TableRows.TOO_LONG,
          TableRows.LABEL,
          JoinedCells.AMBIGUOUS,
          JoinedCells.IMPOSSIBLE,
          JoinedCells.SIGN,
          JoinedCells.NAMES,
          NumberFormat.RULE,
          RangeRule.SALARY,
          RangeRule.GROWTH,
          RangeRule.SATISFACTION,
          RangeRule.AGE,
          RangeRule.EXPERIENCE,
          RangeRule.PCT,
          RangeRule.VALUE,
          TableNumbers.HOURLY_RATE,
          TableNumbers.SALARY,
          ProseAndTable.LOST_UNIT,
          TableNumbers.AGE,
          PctSum.GENDER,
          PctSum.RACE,
          SkillLists.ORDER,
          SkillLists.DUPLICATE,
          SkillLists.COUNT,
          SkillLists.TOP_SKILLS,
          ProseAndTable.VALUE,
          ProseAndTable.DIRECTION,
          RepeatedValues.LABEL,
          RepeatedValues.SIDES,
          CrossPageValue.VALUE,
          CrossPageValue.MANY_VALUES,
          CrossPageValue.MISSING,
          MirrorPage.RULE,
          TwinLayoutsDisagree.RULE,
          SubjectAliasCollision.RULE,
          StoredCaptures.DUPLICATE,
          StoredCaptures.STALE,
          StoredCaptures.GONE,
          ValueJump.RULE,
          Drift.LABEL,
          Drift.FILL_RATE,
          Drift.AMBIGUITY_RATE,
          Drift.ATTRIBUTE,
          Drift.COVERAGE,
          DecisionStale.RULE);

  private static final List<Rule<?>> DRIFT =
      List.of(Drift.LABEL, Drift.FILL_RATE, Drift.AMBIGUITY_RATE, Drift.ATTRIBUTE, Drift.COVERAGE);

  private Rules() {}

  /** Ids of the rules that compare a run with those before it. */
  public static List<String> idsOfDrift() {
    return DRIFT.stream().map(rule -> rule.info().id()).toList();
  }

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
