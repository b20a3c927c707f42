package dev.unglue.split.evidence;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page's sentences say of its table cells: evidence for the splitter.
 *
 * @param catalogue the attributes that they may tell of
 */
public record ProseEvidence(Catalogue catalogue) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,4})?");
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** For each attribute that the page speaks of, the values that it allows for each subject. */
  public Map<String, ColumnKeys> byColumn(List<Mention> mentions, List<Subject> subjects) {
    Map<String, ColumnKeys> byAttribute = new HashMap<>();
    for (Mention mention : mentions) {
      if (NUMBER.matcher(mention.value()).matches()) {
        BigDecimal value = new BigDecimal(mention.value());
        add(byAttribute, mention.attribute(), subjects, mention.subject(), value);
      }
    }
    return byAttribute;
  }

  /**
   * The same from stored observations; the tables' own cells say nothing here.
   *
   * @param stored what one capture says
   */
  public Map<String, ColumnKeys> byColumnOf(List<Observation> stored, List<Subject> subjects) {
    Map<String, ColumnKeys> byAttribute = new HashMap<>();
    for (Observation seen : stored) {
      BigDecimal value = seen.valueNum();
      if (value != null && seen.layout() == null) {
        add(byAttribute, seen.attribute(), subjects, seen.subject(), value);
      }
    }
    return byAttribute;
  }

  private void add(
      Map<String, ColumnKeys> byAttribute,
      String mentioned,
      List<Subject> subjects,
      @Nullable Subject subject,
      BigDecimal value) {
    int column = subject == null ? -1 : subjects.indexOf(subject);
    if (column < 0) {
      return;
    }
    Set<String> printed = Set.of(Cell.plain(value));
    byAttribute.merge(mentioned, ColumnKeys.at(column, subjects.size(), printed), ColumnKeys::or);
    for (Attribute attribute : catalogue.attributes().values()) {
      if (mentioned.equals(attribute.repair())) {
        ColumnKeys allowed = ColumnKeys.at(column, subjects.size(), inYears(value));
        byAttribute.merge(attribute.id(), allowed, ColumnKeys::or);
      }
    }
  }

  /** "6-12 months" allows a table to print 12 (the unit lost) or 1; "2-4 years" 4 or 48. */
  private static Set<String> inYears(BigDecimal months) {
    return months.remainder(MONTHS).signum() == 0 && months.signum() != 0
        ? Set.of(Cell.plain(months), Cell.plain(months.divide(MONTHS)))
        : Set.of(Cell.plain(months));
  }
}
