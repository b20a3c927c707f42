package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;
import java.util.Optional;

/**
 * A "-" in joined cells that evidence, not the format, made a minus sign or a missing mark. A row
 * with one reading only is no fault, and one that stayed open is {@code split_ambiguous}.
 */
public final class SignOrMissingMark {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .warn("sign_or_missing_mark", "Minus sign or missing mark", SignOrMissingMark::check)
          .compares("the chosen reading of a leading \"-\" against the other readings of the row")
          .why(
              "The same mark stands for \"no value\" and for \"less than zero\"; both change the"
                  + " value of two subjects.")
          .example("`Growth rate-3%-4%` of three subjects: which of them has none?")
          .fix(
              "Check the sign on the page; if it is as read, accept the flag with `unglue decide`,"
                  + " if not, choose the other reading of the row there.");

  private static void check(ParsedPage page, RuleFindings findings) {
    MissingMarks missing = findings.catalogue().missing();
    for (GridRow row : SpilledRows.joined(page, RowState.READ)) {
      if (SpilledRows.attributes(row, findings).anyMatch(SignOrMissingMark::isSigned)) {
        findings.compared();
        otherReading(row, missing).ifPresent(other -> flag(row, other, findings));
      }
    }
  }

  private static boolean isSigned(Attribute attribute) {
    return attribute.isNumber()
        && attribute.hardRange().map(range -> range.min().signum() < 0).orElse(true);
  }

  private static Optional<Reading> otherReading(GridRow row, MissingMarks missing) {
    List<Integer> chosen = marks(row.cells(), missing);
    return row.readings().stream()
        .filter(reading -> !marks(reading.cells(), missing).equals(chosen))
        .findFirst();
  }

  /** Where missing marks stand: a "-" that is none of them is a minus sign. */
  private static List<Integer> marks(List<Slice> cells, MissingMarks missing) {
    return cells.stream()
        .filter(cell -> missing.contains(cell.text()))
        .map(cell -> cell.span().start())
        .toList();
  }

  private static void flag(GridRow row, Reading other, RuleFindings findings) {
    SpilledRows.flag(row, findings)
        .values(
            "one reading only, not also " + Quote.of(HeaderNaming.cells(other.cells())),
            HeaderNaming.cells(row.cells()))
        .at(row.body().span())
        .because(
            "A \"-\" in row %s may be a minus sign or the missing mark"
                .formatted(SpilledRows.label(row)));
  }
}
