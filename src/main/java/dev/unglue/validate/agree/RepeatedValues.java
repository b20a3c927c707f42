package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that the tables of a page print twice. */
public final class RepeatedValues {
  private static final String MOST = "most_equal";
  private static final String ALL = "all_equal_from";

  private RepeatedValues() {}

  /** A value that stands twice, and differs. */
  public static final Rule<CheckedPage> LABEL =
      RuleInput.VALUES.error(
          "repeated_label_disagrees", "Repeated label disagrees", RepeatedValues::checkLabels);

  private static void checkLabels(CheckedPage page, RuleFindings findings) {
    Map<List<String>, Observation> first = new HashMap<>();
    for (Observation cell : page.parsed().observations()) {
      if (cell.inTable() && cell.isValue() && cell.isMapped()) {
        Observation earlier = first.putIfAbsent(key(cell), cell);
        if (earlier != null) {
          checkLabel(earlier, cell, findings);
        }
      }
    }
  }

  private static List<String> key(Observation cell) {
    return List.of(cell.slug(), cell.attribute(), cell.member(), Integer.toString(cell.ordinal()));
  }

  private static void checkLabel(Observation earlier, Observation cell, RuleFindings findings) {
    findings.compared();
    if (!ObservationText.key(earlier).equals(ObservationText.key(cell))) {
      findings
          .flag(cell, earlier.value())
          .at(earlier.span())
          .because(findings.title(cell) + " differs between two tables");
    }
  }

  /**
   * Two subjects with too many equal numbers. Names do not count: similar subjects share state,
   * industry and degree.
   */
  public static final Rule<CheckedPage> SIDES =
      RuleInput.VALUES
          .warn("both_sides_equal", "Both sides equal", RepeatedValues::checkSides)
          .limit(MOST, "5")
          .limit(ALL, "4");

  private static void checkSides(CheckedPage page, RuleFindings findings) {
    List<Subject> subjects = page.parsed().subjects();
    Map<String, Map<String, String>> numbers = numbers(page);
    for (int left = 0; left < subjects.size(); left++) {
      for (int right = left + 1; right < subjects.size(); right++) {
        if (!subjects.get(left).slug().equals(subjects.get(right).slug())) {
          checkSides(page, numbers, subjects.get(left), subjects.get(right), findings);
        }
      }
    }
  }

  private static void checkSides(
      CheckedPage page,
      Map<String, Map<String, String>> numbers,
      Subject left,
      Subject right,
      RuleFindings findings) {
    Map<String, String> theirs = numbers.getOrDefault(right.slug(), Map.of());
    List<String> equal = new ArrayList<>();
    int both = 0;
    for (Map.Entry<String, String> mine : numbers.getOrDefault(left.slug(), Map.of()).entrySet()) {
      String their = theirs.get(mine.getKey());
      both += their == null ? 0 : 1;
      if (mine.getValue().equals(their)) {
        equal.add(mine.getKey());
      }
    }
    findings.compared(both == 0 ? 0 : 1);
    if (both > 0 && isTooMany(equal.size(), both, findings)) {
      findings
          .flag()
          .subject(right.slug())
          .values(
              "numbers of its own",
              "%s of %s equal: %s".formatted(equal.size(), both, String.join(", ", equal)))
          .at(cells(page, right, equal))
          .at(cells(page, left, equal))
          .because(
              "The numbers of %s are those of %s"
                  .formatted(Quote.of(right.name()), Quote.of(left.name())));
    }
  }

  private static boolean isTooMany(int equal, int both, RuleFindings findings) {
    BigDecimal count = BigDecimal.valueOf(equal);
    return count.compareTo(findings.limit(MOST)) > 0
        || (equal == both && count.compareTo(findings.limit(ALL)) >= 0);
  }

  /** The numbers of each subject by attribute, all parts of an attribute as one text. */
  private static Map<String, Map<String, String>> numbers(CheckedPage page) {
    Map<String, Map<String, String>> numbers = new HashMap<>();
    for (Observation each : page.parsed().observations()) {
      if (isTableNumber(each)) {
        String text = each.member() + "=" + ObservationText.key(each);
        numbers
            .computeIfAbsent(each.slug(), slug -> new TreeMap<>())
            .merge(each.attribute(), text, (one, other) -> one + ";" + other);
      }
    }
    return numbers;
  }

  private static List<Observation> cells(CheckedPage page, Subject subject, List<String> equal) {
    return page.parsed().observations().stream()
        .filter(each -> isTableNumber(each) && each.slug().equals(subject.slug()))
        .filter(each -> equal.contains(each.attribute()))
        .toList();
  }

  private static boolean isTableNumber(Observation seen) {
    return seen.inTable() && seen.number().isPresent();
  }
}
