package dev.unglue.validate.agree;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Optional;

/** A number in a sentence that is not the number in the table. */
public final class ProseTableValue {
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("prose_table_value", "Prose against table", ProseTableValue::check)
          .compares(
              "each number of the prose against the table's number for the same subject; the time"
                  + " to become one, at most, against the years of experience")
          .why("A cell was cut at the wrong place, or the columns are swapped.")
          .example("\"an average salary of $43,251\" and `Yearly salary` $34,920")
          .fix(
              "Look at both places with `unglue flags`: the sentence is usually right. If the row"
                  + " was cut wrongly, choose its reading with `unglue decide`.")
          .limit(
              TOLERANCE,
              "percent",
              "0",
              "on 48 real pages every salary and time agrees to the last digit");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (Observation said : page.observations()) {
      if (said.section() == Section.PROSE
          && said.ordinal() == 0
          && ObservationText.number(said).isPresent()) {
        if (ObservationText.isMapped(said)) {
          Cells.number(page, ObservationText.slug(said), said.attribute())
              .ifPresent(cell -> checkNumber(said, cell, findings));
        }
        repairedBy(page, said, findings.catalogue())
            .ifPresent(cell -> checkTime(said, cell, findings));
      }
    }
  }

  /** The table's years whose unit these months tell. */
  private static Optional<Observation> repairedBy(
      ParsedPage page, Observation said, Catalogue catalogue) {
    return catalogue.attributes().values().stream()
        .filter(attribute -> said.attribute().equals(attribute.repair()))
        .flatMap(
            attribute -> Cells.number(page, ObservationText.slug(said), attribute.id()).stream())
        .findFirst();
  }

  private static void checkNumber(Observation said, Observation cell, RuleFindings findings) {
    findings.compared();
    if (ObservationText.areApart(Cells.value(cell), Cells.value(said), findings.limit(TOLERANCE))) {
      add(said, cell, said.value(), findings);
    }
  }

  /** A lost unit is no second fault: {@link ExperienceMonthsAsYears} flags it. */
  private static void checkTime(Observation said, Observation cell, RuleFindings findings) {
    findings.compared();
    if (!Months.agree(cell, said) && !Months.lostUnit(cell, said)) {
      add(said, cell, Months.inYears(said), findings);
    }
  }

  private static void add(
      Observation said, Observation cell, String expected, RuleFindings findings) {
    findings
        .flag(cell, expected)
        .at(said.span())
        .because(findings.title(cell) + " differs between prose and table");
  }
}
