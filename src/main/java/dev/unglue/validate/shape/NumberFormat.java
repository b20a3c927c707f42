package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Digits;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Optional;

/** A number in a cell of its own whose thousands marks or points are not where they belong. */
public final class NumberFormat {
  /** What it is. */
  public static final Rule<CheckedPage> RULE =
      RuleInput.TABLES.error(
          "number_format", "Number with marks at odd places", NumberFormat::check);

  private static final int GROUP = 3;
  private static final String ODD = " has its marks at odd places";
  private static final String EXPECTED = "groups of three digits and one decimal point";

  private static void check(CheckedPage page, RuleFindings findings) {
    for (Grid grid : page.parsed().tables()) {
      for (GridRow row : grid.rows()) {
        if (!row.joined() && SpilledRows.isOfAny(row, findings, Attribute::isNumber)) {
          checkCells(grid, row, findings);
        }
      }
    }
    for (Observation each : page.parsed().observations()) {
      if (!each.inTable() && each.valueNum() != null) {
        checkSentence(each, findings);
      }
    }
  }

  private static void checkCells(Grid grid, GridRow row, RuleFindings findings) {
    for (int i = 0; i < row.cells().size(); i++) {
      int column = i;
      Slice cell = row.cells().get(column);
      findings.compared();
      badNumber(cell.text())
          .ifPresent(
              bad ->
                  SpilledRows.flag(row, findings)
                      .subject(subjectOf(grid, row, column))
                      .values(EXPECTED, bad)
                      .at(cell.span())
                      .because("A number in row " + SpilledRows.label(row) + ODD));
    }
  }

  private static void checkSentence(Observation said, RuleFindings findings) {
    findings.compared();
    badNumber(said.rawText())
        .ifPresent(
            bad ->
                findings
                    .flag()
                    .about(said)
                    .values(EXPECTED, bad)
                    .because("A number for " + findings.title(said) + ODD));
  }

  /**
   * The first number, with all marks between its digits, that is not as expected. Every number of a
   * page is looked at, and nearly none is odd: so nothing is made of one that is not.
   */
  static Optional<String> badNumber(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      for (int i = at; i < text.length() && isPart(text.charAt(i), i > at); i++) {
        end = Digits.is(text.charAt(i)) ? i + 1 : end;
      }
      if (end > at && !isGood(text, at, end)) {
        return Optional.of(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return Optional.empty();
  }

  private static boolean isPart(char c, boolean inside) {
    return Digits.is(c) || (inside && (c == ',' || c == '.'));
  }

  /** Digits, or groups of three behind the first, and decimals. */
  private static boolean isGood(String text, int start, int end) {
    int at = digitsEnd(text, start, end);
    boolean grouped = at < end && text.charAt(at) == ',';
    boolean good = !grouped || at - start <= GROUP;
    while (good && at < end && text.charAt(at) == ',') {
      int group = at + 1;
      at = digitsEnd(text, group, end);
      good = at - group == GROUP;
    }
    if (good && at < end && text.charAt(at) == '.') {
      at = Math.max(at, digitsEnd(text, at + 1, end));
    }
    return good && at == end;
  }

  private static int digitsEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Digits.is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whose cell it is, where the header tells. */
  private static String subjectOf(Grid grid, GridRow row, int column) {
    return grid.header().size() == row.cells().size()
        ? Subject.slugOf(grid.header().get(column).text())
        : "";
  }
}
