package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Section;
import dev.unglue.model.State;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds observations of one page. */
final class Cells {
  private Cells() {}

  /** The subjects that the observations name, by slug, in the page's order. */
  static List<String> subjects(ParsedPage page) {
    return page.observations().stream()
        .map(Told::slug)
        .filter(slug -> !slug.isEmpty())
        .distinct()
        .toList();
  }

  /** The first good number that a table gives for the subject. */
  static Optional<Observation> number(ParsedPage page, String subject, Attribute attribute) {
    return first(page, subject, attribute, Told::inTable);
  }

  /** The first good number that a sentence gives for the subject. */
  static Optional<Observation> said(ParsedPage page, String subject, Attribute attribute) {
    return first(page, subject, attribute, each -> each.section() == Section.PROSE);
  }

  /** The first good number that the table of that section gives for the subject. */
  static Optional<Observation> number(
      ParsedPage page, String subject, Attribute attribute, Section section) {
    return first(page, subject, attribute, each -> Told.inTable(each) && each.section() == section);
  }

  private static Optional<Observation> first(
      ParsedPage page, String subject, Attribute attribute, Predicate<Observation> where) {
    return page.observations().stream()
        .filter(each -> each.attribute().equals(attribute.id()))
        .filter(each -> Told.slug(each).equals(subject))
        .filter(where)
        .filter(each -> Told.number(each).isPresent())
        .findFirst();
  }

  /** The number of an observation that has one. */
  static BigDecimal value(Observation observation) {
    return Told.number(observation).orElseThrow();
  }

  /**
   * The lists of an attribute: one for each subject and section; a list ends where the places begin
   * again.
   */
  static List<List<Observation>> lists(ParsedPage page, Attribute attribute) {
    Map<String, List<List<Observation>>> lists = new LinkedHashMap<>();
    for (Observation each : page.observations()) {
      if (each.attribute().equals(attribute.id())) {
        String key = Told.slug(each) + " " + each.section().id();
        append(lists.computeIfAbsent(key, absent -> new ArrayList<>()), each);
      }
    }
    return lists.values().stream().flatMap(List::stream).toList();
  }

  private static void append(List<List<Observation>> lists, Observation item) {
    boolean begins = lists.isEmpty() || item.ordinal() == 1;
    if (begins) {
      lists.add(new ArrayList<>());
    }
    lists.get(lists.size() - 1).add(item);
  }

  /** The parts of a breakdown: one group for each subject and section, each part once. */
  static List<List<Observation>> breakdowns(ParsedPage page, Attribute attribute) {
    Map<String, Map<String, Observation>> groups = new LinkedHashMap<>();
    for (Observation each : page.observations()) {
      if (each.attribute().equals(attribute.id()) && each.state() != State.MISSING) {
        String key = Told.slug(each) + " " + each.section().id();
        groups
            .computeIfAbsent(key, absent -> new LinkedHashMap<>())
            .putIfAbsent(each.member(), each);
      }
    }
    return groups.values().stream().map(parts -> List.copyOf(parts.values())).toList();
  }
}
