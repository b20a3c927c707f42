package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first good numbers of one page by subject: it may compare thousands, or say it as often. */
final class GoodNumbers {
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Map<List<String>, Observation> inTables = new HashMap<>();
  private final Map<List<String>, Observation> inSections = new HashMap<>();
  private final Map<List<String>, Observation> inProse = new HashMap<>();

  private GoodNumbers() {}

  static GoodNumbers of(ParsedPage page) {
    GoodNumbers numbers = new GoodNumbers();
    page.observations().stream().filter(each -> each.number().isPresent()).forEach(numbers::add);
    return numbers;
  }

  private void add(Observation number) {
    String section = number.section().id();
    if (!number.slug().isEmpty()) {
      subjects.add(number.slug());
    }
    if (number.inTable()) {
      inTables.putIfAbsent(List.of(number.slug(), number.attribute()), number);
      inSections.putIfAbsent(List.of(number.slug(), number.attribute(), section), number);
    }
    if (number.section() == Section.PROSE) {
      inProse.putIfAbsent(List.of(number.slug(), number.attribute()), number);
    }
  }

  /** The subjects that have one, by slug, in the page's order. */
  List<String> subjects() {
    return List.copyOf(subjects);
  }

  /** The first that a table gives for the subject. */
  Optional<Observation> inTable(String subject, String attribute) {
    return Optional.ofNullable(inTables.get(List.of(subject, attribute)));
  }

  /** The first that the table of that section gives for the subject. */
  Optional<Observation> inTable(String subject, String attribute, Section section) {
    return Optional.ofNullable(inSections.get(List.of(subject, attribute, section.id())));
  }

  /** The first that a sentence gives for the subject. */
  Optional<Observation> said(String subject, String attribute) {
    return Optional.ofNullable(inProse.get(List.of(subject, attribute)));
  }
}
