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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page's sentences say of its table cells: evidence for the splitter. */
public final class ProseEvidence {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,4})?");
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** The attributes in years whose unit others in months tell. */
  private final List<Attribute> repaired;

  /** For the attributes of a catalogue. */
  public ProseEvidence(Catalogue catalogue) {
    this.repaired =
        catalogue.attributes().values().stream().filter(each -> each.repair() != null).toList();
  }

  /** For each attribute that the page speaks of, the values that it allows for each subject. */
  public Map<String, ColumnKeys> byColumn(List<Mention> mentions, List<Subject> subjects) {
    Map<String, List<Set<String>>> allowed = new HashMap<>();
    for (Mention mention : mentions) {
      if (NUMBER.matcher(mention.value()).matches()) {
        BigDecimal value = new BigDecimal(mention.value());
        add(allowed, mention.attribute(), subjects, mention.subject(), value);
      }
    }
    return keys(allowed);
  }

  /**
   * The same from stored observations; the tables' own cells say nothing here.
   *
   * @param stored what one capture says
   */
  public Map<String, ColumnKeys> byColumnOf(List<Observation> stored, List<Subject> subjects) {
    Map<String, List<Set<String>>> allowed = new HashMap<>();
    for (Observation seen : stored) {
      BigDecimal value = seen.valueNum();
      if (value != null && seen.layout() == null) {
        add(allowed, seen.attribute(), subjects, seen.subject(), value);
      }
    }
    return keys(allowed);
  }

  private static Map<String, ColumnKeys> keys(Map<String, List<Set<String>>> allowed) {
    Map<String, ColumnKeys> keys = new HashMap<>();
    allowed.forEach((attribute, columns) -> keys.put(attribute, new ColumnKeys(columns)));
    return keys;
  }

  private void add(
      Map<String, List<Set<String>>> allowed,
      String mentioned,
      List<Subject> subjects,
      @Nullable Subject subject,
      BigDecimal value) {
    int column = subject == null ? -1 : subjects.indexOf(subject);
    if (column < 0) {
      return;
    }
    int columns = subjects.size();
    at(column, columns, mentioned, allowed).add(Cell.plain(value));
    for (Attribute attribute : repaired) {
      if (mentioned.equals(attribute.repair())) {
        at(column, columns, attribute.id(), allowed).addAll(inYears(value));
      }
    }
  }

  private static Set<String> at(
      int column, int columns, String attribute, Map<String, List<Set<String>>> allowed) {
    return allowed
        .computeIfAbsent(
            attribute, id -> Stream.<Set<String>>generate(HashSet::new).limit(columns).toList())
        .get(column);
  }

  /** "6-12 months" allows a table to print 12 (the unit lost) or 1; "2-4 years" 4 or 48. */
  private static Set<String> inYears(BigDecimal months) {
    return months.remainder(MONTHS).signum() == 0 && months.signum() != 0
        ? Set.of(Cell.plain(months), Cell.plain(months.divide(MONTHS)))
        : Set.of(Cell.plain(months));
  }
}
