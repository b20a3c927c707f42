package dev.unglue.validate.shape;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A number in a cell of its own whose thousands marks or points are not where they belong. */
public final class NumberFormat {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("number_format", "Number with marks at odd places", NumberFormat::check)
          .compares("the printed number against groups of three digits and one decimal point")
          .why("Two numbers may stand in one cell, or the page writes numbers another way.")
          .example("`22,4787,596` as one cell")
          .fix(
              "Where two numbers stand in one cell, the page is to be extracted again; where a site"
                  + " writes numbers its own way, its cells need a form of their own.");

  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,]*\\d)?");
  private static final Pattern GOOD = Pattern.compile("(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");

  private static final String ODD = " has its marks at odd places";
  private static final String EXPECTED = "groups of three digits and one decimal point";

  private static void check(ParsedPage page, RuleFindings findings) {
    for (Grid grid : page.tables()) {
      grid.rows().stream()
          .filter(row -> !row.joined())
          .filter(row -> SpilledRows.attributes(row, findings).anyMatch(Attribute::isNumber))
          .forEach(row -> checkCells(grid, row, findings));
    }
    page.observations().stream()
        .filter(each -> !each.inTable() && each.valueNum() != null)
        .forEach(each -> checkSentence(each, findings));
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

  private static Optional<String> badNumber(String text) {
    boolean marked = text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
    return marked
        ? NUMBER
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(number -> !GOOD.matcher(number).matches())
            .findFirst()
        : Optional.empty();
  }

  /** Whose cell it is, where the header tells. */
  private static String subjectOf(Grid grid, GridRow row, int column) {
    return grid.header().size() == row.cells().size()
        ? Subject.slugOf(grid.header().get(column).text())
        : "";
  }
}
