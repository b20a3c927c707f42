package dev.unglue.pipeline;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Mention;
import dev.unglue.model.Observation;
import dev.unglue.model.Subject;
import dev.unglue.split.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a page's sentences say of its table cells: evidence for the splitter. */
final class Said {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,4})?");
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private final Catalogue catalogue;

  Said(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** For each attribute that the page speaks of, for each subject, the values that it allows. */
  Map<String, List<Set<String>>> byColumn(List<Mention> mentions, List<Subject> subjects) {
    Map<String, List<Set<String>>> said = new HashMap<>();
    for (Mention mention : mentions) {
      Subject subject = mention.subject();
      int column = subject == null ? -1 : subjects.indexOf(subject);
      if (column >= 0 && NUMBER.matcher(mention.value()).matches()) {
        BigDecimal value = new BigDecimal(mention.value());
        add(said, mention.attribute(), subjects.size(), column, Set.of(Cell.plain(value)));
        addRepaired(said, mention.attribute(), subjects.size(), column, value);
      }
    }
    return said;
  }

  /**
   * The same from stored observations; the tables' own cells say nothing here.
   *
   * @param stored what one capture says
   */
  Map<String, List<Set<String>>> byColumnOf(List<Observation> stored, List<Subject> subjects) {
    Map<String, List<Set<String>>> said = new HashMap<>();
    for (Observation seen : stored) {
      Subject subject = seen.subject();
      BigDecimal value = seen.valueNum();
      int column = subject == null ? -1 : subjects.indexOf(subject);
      if (column >= 0 && value != null && seen.layout() == null) {
        add(said, seen.attribute(), subjects.size(), column, Set.of(Cell.plain(value)));
        addRepaired(said, seen.attribute(), subjects.size(), column, value);
      }
    }
    return said;
  }

  /** "6-12 months" allows a table to print 12 (the unit lost) or 1; "2-4 years" 4 or 48. */
  private void addRepaired(
      Map<String, List<Set<String>>> said,
      String months,
      int columns,
      int column,
      BigDecimal value) {
    for (Attribute attribute : catalogue.attributes().values()) {
      if (months.equals(attribute.repair())) {
        Set<String> allowed = new HashSet<>(Set.of(Cell.plain(value)));
        if (value.remainder(MONTHS).signum() == 0) {
          allowed.add(Cell.plain(value.divide(MONTHS)));
        }
        add(said, attribute.id(), columns, column, allowed);
      }
    }
  }

  private static void add(
      Map<String, List<Set<String>>> said,
      String attribute,
      int columns,
      int column,
      Set<String> values) {
    List<Set<String>> byColumn = said.computeIfAbsent(attribute, id -> empty(columns));
    byColumn.get(column).addAll(values);
  }

  private static List<Set<String>> empty(int columns) {
    List<Set<String>> sets = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      sets.add(new HashSet<>());
    }
    return sets;
  }
}
