package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Claim;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/**
 * A sentence that ranks two subjects the other way round than the table; a tie contradicts none.
 */
public record ProseTableDirection(RuleInfo info, Catalogue catalogue) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "prose_table_direction",
              "Prose ranks the other way round",
              Severity.ERROR,
              "\"X has more than Y\" against the table's values of X and Y",
              "The columns are swapped.",
              "\"$43,251, which is higher than the $34,920 ... of a mortgage service specialist\"")
          .fix(
              "Look at the values of both columns: if they are right, the sentence form "
                  + "in `statements.yaml` takes the wrong subject; if not, the columns are "
                  + "swapped.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (Claim claim : page.claims()) {
      catalogue
          .attribute(claim.attribute())
          .ifPresent(attribute -> check(page, claim, attribute, findings));
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, Claim claim, Attribute attribute, Findings findings) {
    Cells.number(page, claim.greater().slug(), attribute)
        .ifPresent(
            greater ->
                Cells.number(page, claim.lesser().slug(), attribute)
                    .ifPresent(lesser -> check(page, claim, attribute, greater, lesser, findings)));
  }

  private void check(
      ParsedPage page,
      Claim claim,
      Attribute attribute,
      Observation greater,
      Observation lesser,
      Findings findings) {
    findings.compared();
    if (Cells.value(greater).compareTo(Cells.value(lesser)) < 0) {
      findings.add(
          info.flag(page.ref())
              .about(greater)
              .at(lesser.span())
              .at(claim.span())
              .values("more than " + lesser.value(), greater.value())
              .because(
                  "The prose gives %s more %s than %s, the table less"
                      .formatted(
                          Quote.of(claim.greater().name()),
                          Quote.of(attribute.title()),
                          Quote.of(claim.lesser().name()))));
    }
  }
}
