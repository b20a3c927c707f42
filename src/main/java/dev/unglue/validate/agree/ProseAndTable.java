package dev.unglue.validate.agree;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.GoodNumbers;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sentences of a page say against what its tables print. */
public final class ProseAndTable {
  private static final String YEARS = "experience_years";
  private static final String LEAST_MONTHS = "time_to_become_min_months";
  private static final String MOST_MONTHS = "time_to_become_max_months";
  private static final String TOLERANCE = "tolerance_pct";
  private static final BigDecimal MONTHS_A_YEAR = new BigDecimal(12);

  /** How a cell is found that can be nothing else: printed apart, or of one reading. */
  private static final Set<String> SURE = Set.of("cell", "unique");

  private ProseAndTable() {}

  /** A number of years that the prose gives as months: the page itself lost the unit. */
  public static final Rule<CheckedPage> LOST_UNIT =
      RuleInput.VALUES
          .error(
              "experience_months_as_years", "Months shown as years", ProseAndTable::checkExperience)
          .needing(YEARS, LEAST_MONTHS, MOST_MONTHS);

  private static void checkExperience(CheckedPage page, RuleFindings findings) {
    GoodNumbers numbers = page.numbers();
    for (String subject : numbers.subjects()) {
      Optional<Observation> years = numbers.inTable(subject, YEARS);
      if (years.isPresent()) {
        findings.compared(times(years.get(), numbers).isEmpty() ? 0 : 1);
        monthsOf(years.get(), numbers).ifPresent(said -> flagLostUnit(years.get(), said, findings));
      }
    }
  }

  /** The sentence that gives as months what a table gives as years; the longer time first. */
  static Optional<Observation> monthsOf(Observation years, GoodNumbers numbers) {
    for (Observation said : times(years, numbers)) {
      if (hasLostUnit(years, said)) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  private static List<Observation> times(Observation years, GoodNumbers numbers) {
    List<Observation> times = new ArrayList<>();
    numbers.said(years.slug(), MOST_MONTHS).ifPresent(times::add);
    numbers.said(years.slug(), LEAST_MONTHS).ifPresent(times::add);
    return times;
  }

  private static void flagLostUnit(Observation years, Observation said, RuleFindings findings) {
    FlagDraft draft =
        findings
            .flag(years, "%s (%s months)".formatted(inYears(said), said.value()))
            .at(said.span());
    (isRepairedBy(years, said, findings.catalogue()) ? draft.asInfo() : draft)
        .because(findings.title(years) + " is a number of months");
  }

  /** True if the facts take the unit of this cell from what that sentence says. */
  private static boolean isRepairedBy(Observation cell, Observation said, Catalogue catalogue) {
    return catalogue
        .attribute(cell.attribute())
        .filter(attribute -> said.attribute().equals(attribute.repair()))
        .isPresent();
  }

  /** True if the table prints the number of months as a number of years; 0 is 0 in both. */
  private static boolean hasLostUnit(Observation years, Observation months) {
    BigDecimal printed = Cells.value(years);
    return printed.signum() > 0 && printed.compareTo(Cells.value(months)) == 0;
  }

  /** The months of a sentence in years, to two decimals. */
  private static String inYears(Observation months) {
    BigDecimal years = Cells.value(months).divide(MONTHS_A_YEAR, 2, RoundingMode.HALF_UP);
    return years.stripTrailingZeros().toPlainString();
  }

  /** A number in a sentence that is not the number in the table. */
  public static final Rule<CheckedPage> VALUE =
      RuleInput.VALUES
          .warn("prose_table_value", "Prose against table", ProseAndTable::checkNumbers)
          .limit(TOLERANCE, "0");

  private static void checkNumbers(CheckedPage page, RuleFindings findings) {
    GoodNumbers numbers = page.numbers();
    List<Attribute> repaired =
        findings.catalogue().attributes().values().stream()
            .filter(attribute -> attribute.repair() != null)
            .toList();
    for (Observation said : page.parsed().observations()) {
      if (said.section() == Section.PROSE && said.ordinal() == 0 && said.number().isPresent()) {
        if (said.isMapped()) {
          numbers
              .inTable(said.slug(), said.attribute())
              .ifPresent(cell -> checkNumber(said, cell, findings));
        }
        repairedBy(numbers, said, repaired).ifPresent(cell -> checkTime(said, cell, findings));
      }
    }
  }

  /** The table's years whose unit these months tell. */
  private static Optional<Observation> repairedBy(
      GoodNumbers numbers, Observation said, List<Attribute> repaired) {
    for (Attribute attribute : repaired) {
      Optional<Observation> years = numbers.inTable(said.slug(), attribute.id());
      if (said.attribute().equals(attribute.repair()) && years.isPresent()) {
        return years;
      }
    }
    return Optional.empty();
  }

  private static void checkNumber(Observation said, Observation cell, RuleFindings findings) {
    findings.compared();
    if (ObservationText.areApart(Cells.value(cell), Cells.value(said), findings.limit(TOLERANCE))) {
      end(draft(said, cell, said.value(), findings), cell, findings);
    }
  }

  /**
   * A lost unit is no second fault: {@link #LOST_UNIT} flags it. The time to become one is another
   * figure than the years of experience; where the page leaves no doubt what the cell is, it means
   * both.
   */
  private static void checkTime(Observation said, Observation cell, RuleFindings findings) {
    findings.compared();
    BigDecimal months = Cells.value(cell).multiply(MONTHS_A_YEAR);
    if (months.compareTo(Cells.value(said)) != 0 && !hasLostUnit(cell, said)) {
      FlagDraft draft = draft(said, cell, inYears(said), findings);
      end(SURE.contains(cell.method()) ? draft.asInfo() : draft, cell, findings);
    }
  }

  private static FlagDraft draft(
      Observation said, Observation cell, String expected, RuleFindings findings) {
    return findings.flag(cell, expected).at(said.span());
  }

  private static void end(FlagDraft draft, Observation cell, RuleFindings findings) {
    draft.because(findings.title(cell) + " differs between prose and table");
  }

  /** A sentence that ranks two subjects the other way round; a tie contradicts none. */
  public static final Rule<CheckedPage> DIRECTION =
      RuleInput.VALUES.error(
          "prose_table_direction", "Prose ranks the other way round", ProseAndTable::checkRanks);

  private static void checkRanks(CheckedPage page, RuleFindings findings) {
    GoodNumbers numbers = page.numbers();
    for (Claim claim : page.parsed().claims()) {
      Optional<Observation> greater = number(numbers, claim, claim.greater());
      Optional<Observation> lesser = number(numbers, claim, claim.lesser());
      if (greater.isPresent() && lesser.isPresent()) {
        checkRank(claim, greater.get(), lesser.get(), findings);
      }
    }
  }

  private static Optional<Observation> number(GoodNumbers numbers, Claim claim, Subject subject) {
    return numbers.inTable(subject.slug(), claim.attribute());
  }

  private static void checkRank(
      Claim claim, Observation greater, Observation lesser, RuleFindings findings) {
    findings.compared();
    if (Cells.value(greater).compareTo(Cells.value(lesser)) < 0) {
      String what = Quote.of(findings.title(claim.attribute()));
      String more = Quote.of(claim.greater().name());
      String less = Quote.of(claim.lesser().name());
      findings
          .flag(greater, "more than " + lesser.value())
          .at(lesser.span())
          .at(claim.span())
          .because(
              "The prose gives %s more %s than %s, the table less".formatted(more, what, less));
    }
  }
}
