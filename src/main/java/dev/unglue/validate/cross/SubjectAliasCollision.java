package dev.unglue.validate.cross;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One subject under two slugs, or two names under one slug. */
public final class SubjectAliasCollision {
  /** What it is. */
  public static final Rule<List<NamedSubject>> RULE =
      RuleInput.NAMES.warn(
          "subject_alias_collision", "One subject, two names", SubjectAliasCollision::check);

  private static void check(List<NamedSubject> names, RuleFindings findings) {
    List<NamedSubject> inOrder =
        names.stream()
            .sorted(
                Comparator.<NamedSubject, String>comparing(each -> each.subject().slug())
                    .thenComparing(each -> each.subject().name())
                    .thenComparing(NamedSubject::page))
            .toList();
    findings.compared(inOrder.size());
    Set<Set<String>> flagged = new HashSet<>();
    checkSlugs(inOrder, each -> NameKey.of(each.subject().name()), flagged, findings);
    checkSlugs(inOrder, each -> NameKey.turned(each.subject().name()), flagged, findings);
    checkNames(inOrder, findings);
  }

  /** One name, two slugs. */
  private static void checkSlugs(
      List<NamedSubject> names,
      Function<NamedSubject, String> key,
      Set<Set<String>> flagged,
      RuleFindings findings) {
    for (List<NamedSubject> same : groups(names, key)) {
      NamedSubject first = same.get(0);
      for (NamedSubject other : same) {
        String slug = other.subject().slug();
        if (!slug.equals(first.subject().slug())
            && flagged.add(Set.of(slug, first.subject().slug()))) {
          flag(first, other, first.subject().slug(), slug, "two slugs", findings);
        }
      }
    }
  }

  /** One slug, two names; capitals and blanks do not count. */
  private static void checkNames(List<NamedSubject> names, RuleFindings findings) {
    for (List<NamedSubject> same : groups(names, each -> each.subject().slug())) {
      Set<String> seen = new HashSet<>();
      NamedSubject first = same.get(0);
      seen.add(Catalogue.labelKey(first.subject().name()));
      for (NamedSubject other : same) {
        String name = other.subject().name();
        if (seen.add(Catalogue.labelKey(name))) {
          flag(first, other, first.subject().name(), name, "one slug", findings);
        }
      }
    }
  }

  private static Collection<List<NamedSubject>> groups(
      List<NamedSubject> names, Function<NamedSubject, String> key) {
    return names.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static void flag(
      NamedSubject first,
      NamedSubject other,
      String expected,
      String actual,
      String what,
      RuleFindings findings) {
    findings
        .flag(other.page())
        .subject(other.subject().slug())
        .values(expected, actual)
        .onPage(other.page())
        .onPage(first.page())
        .because(
            "The names %s and %s have %s"
                .formatted(
                    Quote.of(first.subject().name()), Quote.of(other.subject().name()), what));
  }
}
