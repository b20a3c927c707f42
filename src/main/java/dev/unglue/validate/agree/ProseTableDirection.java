package dev.unglue.validate.agree;

import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Optional;

/**
 * A sentence that ranks two subjects the other way round than the table; a tie contradicts none.
 */
public final class ProseTableDirection {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .error(
              "prose_table_direction",
              "Prose ranks the other way round",
              ProseTableDirection::check)
          .compares("\"X has more than Y\" against the table's values of X and Y")
          .why("The columns are swapped.")
          .example(
              "\"$43,251, which is higher than the $34,920 ... of a mortgage service specialist\"")
          .fix(
              "Look at the values of both columns: if they are right, the sentence form in"
                  + " `statements.yaml` takes the wrong subject; if not, the columns are swapped.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (Claim claim : page.claims()) {
      Optional<Observation> greater = number(page, claim, claim.greater());
      Optional<Observation> lesser = number(page, claim, claim.lesser());
      if (greater.isPresent() && lesser.isPresent()) {
        check(claim, greater.get(), lesser.get(), findings);
      }
    }
  }

  private static Optional<Observation> number(ParsedPage page, Claim claim, Subject subject) {
    return Cells.number(page, subject.slug(), claim.attribute());
  }

  private static void check(
      Claim claim, Observation greater, Observation lesser, RuleFindings findings) {
    findings.compared();
    if (Cells.value(greater).compareTo(Cells.value(lesser)) < 0) {
      findings
          .flag(greater, "more than " + lesser.value())
          .at(lesser.span())
          .at(claim.span())
          .because(
              "The prose gives %s more %s than %s, the table less"
                  .formatted(
                      Quote.of(claim.greater().name()),
                      Quote.of(findings.title(claim.attribute())),
                      Quote.of(claim.lesser().name())));
    }
  }
}
