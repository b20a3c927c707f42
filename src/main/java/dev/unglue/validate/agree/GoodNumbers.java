package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first good numbers of one page by subject: it may compare thousands, or say it as often. */
final class GoodNumbers {
  private final Set<String> subjects = new LinkedHashSet<>();
  private final FirstOf inTables = new FirstOf();
  private final Map<Section, FirstOf> inSections = new EnumMap<>(Section.class);
  private final FirstOf inProse = new FirstOf();

  /** The first number of each attribute by the slug of its subject; asked for by every rule. */
  private static final class FirstOf {
    private final Map<String, Map<String, Observation>> bySubject = new HashMap<>();

    void add(Observation number) {
      bySubject
          .computeIfAbsent(number.slug(), slug -> new HashMap<>())
          .putIfAbsent(number.attribute(), number);
    }

    Optional<Observation> of(String subject, String attribute) {
      return Optional.ofNullable(bySubject.getOrDefault(subject, Map.of()).get(attribute));
    }
  }

  private GoodNumbers() {}

  static GoodNumbers of(ParsedPage page) {
    GoodNumbers numbers = new GoodNumbers();
    page.observations().stream().filter(each -> each.number().isPresent()).forEach(numbers::add);
    return numbers;
  }

  private void add(Observation number) {
    if (!number.slug().isEmpty()) {
      subjects.add(number.slug());
    }
    if (number.inTable()) {
      inTables.add(number);
      inSections.computeIfAbsent(number.section(), section -> new FirstOf()).add(number);
    }
    if (number.section() == Section.PROSE) {
      inProse.add(number);
    }
  }

  /** The subjects that have one, by slug, in the page's order. */
  List<String> subjects() {
    return List.copyOf(subjects);
  }

  /** The first that a table gives for the subject. */
  Optional<Observation> inTable(String subject, String attribute) {
    return inTables.of(subject, attribute);
  }

  /** The first that the table of that section gives for the subject. */
  Optional<Observation> inTable(String subject, String attribute, Section section) {
    return Optional.ofNullable(inSections.get(section)).flatMap(of -> of.of(subject, attribute));
  }

  /** The first that a sentence gives for the subject. */
  Optional<Observation> said(String subject, String attribute) {
    return inProse.of(subject, attribute);
  }
}
