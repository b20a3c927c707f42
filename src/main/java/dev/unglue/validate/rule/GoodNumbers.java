package dev.unglue.validate.rule;

import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Section;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first good numbers of one page by subject: it may compare thousands, or say it as often. */
public final class GoodNumbers {
  private final Set<String> subjects = new LinkedHashSet<>();
  private final FirstOf inTables = new FirstOf();
  private final FirstOf inSalaries = new FirstOf();
  private final FirstOf inProse = new FirstOf();

  /** The first number of each attribute by the slug of its subject. */
  private static final class FirstOf {
    private final Map<String, Map<String, Observation>> bySubject = new HashMap<>();

    void add(Observation number) {
      bySubject
          .computeIfAbsent(number.slug(), slug -> new HashMap<>())
          .putIfAbsent(number.attribute(), number);
    }

    Optional<Observation> of(String subject, String attribute) {
      Map<String, Observation> numbers = bySubject.get(subject);
      return numbers == null ? Optional.empty() : Optional.ofNullable(numbers.get(attribute));
    }
  }

  GoodNumbers() {}

  /** Adds what is a good number. */
  void add(Observation seen) {
    if (!seen.isValue() || seen.valueNum() == null) {
      return;
    }
    if (!seen.slug().isEmpty()) {
      subjects.add(seen.slug());
    }
    if (seen.inTable()) {
      inTables.add(seen);
      if (seen.section() == Section.SALARY) {
        inSalaries.add(seen);
      }
    }
    if (seen.section() == Section.PROSE) {
      inProse.add(seen);
    }
  }

  /** The subjects that have one, by slug, in the page's order. */
  public List<String> subjects() {
    return List.copyOf(subjects);
  }

  /** The first that a table gives for the subject. */
  public Optional<Observation> inTable(String subject, String attribute) {
    return inTables.of(subject, attribute);
  }

  /** The first that the table of salaries gives for the subject. */
  public Optional<Observation> inSalaries(String subject, String attribute) {
    return inSalaries.of(subject, attribute);
  }

  /** The first that a sentence gives for the subject. */
  public Optional<Observation> said(String subject, String attribute) {
    return inProse.of(subject, attribute);
  }
}
