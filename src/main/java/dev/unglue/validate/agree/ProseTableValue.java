package dev.unglue.validate.agree;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Section;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.Optional;

/** A number in a sentence that is not the number in the table. */
public record ProseTableValue(RuleInfo info, Catalogue catalogue) implements Rule<ParsedPage> {
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "prose_table_value",
              "Prose against table",
              Severity.WARN,
              "each number of the prose against the table's number for the same subject; the time to"
                  + " become one, at most, against the years of experience",
              "A cell was cut at the wrong place, or the columns are swapped.",
              "\"an average salary of $43,251\" and `Yearly salary` $34,920")
          .fix(
              "Look at both places with `unglue flags`: the sentence is usually right. "
                  + "If the row was cut wrongly, choose its reading with `unglue decide`.")
          .limits(
              Parameter.of(
                  TOLERANCE,
                  "percent",
                  "0",
                  "on 48 real pages every salary and time agrees to the last digit"));

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (Observation said : page.observations()) {
      if (said.section() == Section.PROSE && said.ordinal() == 0 && Told.number(said).isPresent()) {
        sameAttribute(page, said).ifPresent(cell -> checkNumber(page, said, cell, findings));
        repairedBy(page, said).ifPresent(cell -> checkTime(page, said, cell, findings));
      }
    }
    return findings.outcome();
  }

  private Optional<Observation> sameAttribute(ParsedPage page, Observation said) {
    return catalogue
        .attribute(said.attribute())
        .flatMap(attribute -> Cells.number(page, Told.slug(said), attribute));
  }

  /** The table's years whose unit these months tell. */
  private Optional<Observation> repairedBy(ParsedPage page, Observation said) {
    return catalogue.attributes().values().stream()
        .filter(attribute -> said.attribute().equals(attribute.repair()))
        .flatMap(attribute -> Cells.number(page, Told.slug(said), attribute).stream())
        .findFirst();
  }

  private void checkNumber(ParsedPage page, Observation said, Observation cell, Findings findings) {
    findings.compared();
    BigDecimal allowed = Cells.value(cell).abs().multiply(info.number(TOLERANCE)).movePointLeft(2);
    if (Cells.value(said).subtract(Cells.value(cell)).abs().compareTo(allowed) > 0) {
      add(page, said, cell, said.value(), findings);
    }
  }

  /** A lost unit is no second fault: {@link ExperienceMonthsAsYears} flags it. */
  private void checkTime(ParsedPage page, Observation said, Observation cell, Findings findings) {
    findings.compared();
    if (!Months.agree(cell, said) && !Months.lostUnit(cell, said)) {
      add(page, said, cell, Months.inYears(said), findings);
    }
  }

  private void add(
      ParsedPage page, Observation said, Observation cell, String expected, Findings findings) {
    findings.add(
        info.flag(page.ref())
            .about(cell)
            .at(said.span())
            .values(expected, cell.value())
            .because(new Titles(catalogue).of(cell) + " differs between prose and table"));
  }
}
