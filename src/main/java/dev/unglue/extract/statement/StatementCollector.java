package dev.unglue.extract.statement;

import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Mention;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is found on one page, each thing once. */
final class StatementCollector {
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Set<SourceText> unresolved = new LinkedHashSet<>();
  private final List<PageStatements.Open> open = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> listed = new HashSet<>();

  void add(Mention mention) {
    String subject = mention.subject() == null ? "" : mention.subject().slug();
    List<Object> key =
        List.of(
            subject,
            mention.attribute(),
            mention.member(),
            mention.ordinal(),
            mention.raw().span());
    if (seen.add(key)) {
      mentions.add(mention);
      if (!mention.member().isEmpty()) {
        String member = Enumeration.key(mention.member());
        listed.add(member);
        members.computeIfAbsent(subject, slug -> new HashSet<>()).add(member);
      }
    }
  }

  /** Notes an item of a list of the page, whatever list it is: {@code Food handling, 12%}. */
  void addItem(String line) {
    listed.add(Enumeration.key(Values.withoutShare(line)));
  }

  void add(Claim claim) {
    if (seen.add(List.of(claim.attribute(), claim.greater(), claim.lesser(), claim.span()))) {
      claims.add(claim);
    }
  }

  void add(PageStatements.Open value) {
    if (seen.add(List.of(value.attribute(), value.ordinal(), value.raw().span()))) {
      open.add(value);
    }
  }

  void addUnresolved(SourceText name) {
    if (!name.isBlank()) {
      unresolved.add(name);
    }
  }

  /** What the lists of the page have as one item, as far as they were read. */
  Enumeration.Listed listed(Optional<Subject> subject) {
    return new Enumeration.Listed(
        subject.map(whose -> members.getOrDefault(whose.slug(), Set.of())).orElse(Set.of()),
        listed);
  }

  /** True if a value of that attribute was found for the subject. */
  boolean has(Subject subject, String attribute) {
    return mentions.stream()
        .anyMatch(
            mention -> subject.equals(mention.subject()) && mention.attribute().equals(attribute));
  }

  /** All of it, in the order of the page. */
  PageStatements statements() {
    mentions.sort(Comparator.comparingInt(mention -> mention.raw().span().start()));
    claims.sort(Comparator.comparingInt(claim -> claim.span().start()));
    open.sort(Comparator.comparingInt(value -> value.raw().span().start()));
    List<SourceText> names = new ArrayList<>(unresolved);
    names.sort(Comparator.comparingInt(name -> name.span().start()));
    return new PageStatements(mentions, claims, names, open);
  }
}
