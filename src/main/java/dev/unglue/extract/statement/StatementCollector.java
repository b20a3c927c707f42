package dev.unglue.extract.statement;

import dev.unglue.extract.statement.PageStatements.Choice;
import dev.unglue.extract.statement.PageStatements.Open;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Mention;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
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
  private final List<Open> open = new ArrayList<>();

  /** What each finding has that no other may have: its place, and what it says of whom. */
  private final Set<List<Object>> seen = new HashSet<>();

  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> listed = new HashSet<>();

  /** Adds a value that stands where a form was found. */
  void add(
      Optional<Subject> subject, Give give, int ordinal, SourceText raw, Choice read, Context at) {
    add(
        new Mention(
            subject.isPresent() ? subject.get() : null,
            give.attribute(),
            read.member(),
            ordinal,
            at.section(),
            raw,
            read.value(),
            at.method()));
  }

  /** Adds a value that stands there and can be read in several ways. */
  void add(
      Subject whose, Give give, int ordinal, SourceText raw, List<Choice> choices, Context at) {
    if (seen.add(List.of(raw.span(), ordinal, give.attribute()))) {
      open.add(new Open(whose, give.attribute(), ordinal, at.section(), raw, choices, at.method()));
    }
  }

  void add(Mention mention) {
    String subject = mention.subject() == null ? "" : mention.subject().slug();
    String named = mention.member();
    Span place = mention.raw().span();
    if (seen.add(List.of(place, mention.ordinal(), mention.attribute(), subject, named))) {
      mentions.add(mention);
      if (!named.isEmpty()) {
        String member = Enumeration.key(named);
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
    String greater = claim.greater().slug();
    String lesser = claim.lesser().slug();
    if (seen.add(List.of(claim.span(), claim.attribute(), greater, lesser))) {
      claims.add(claim);
    }
  }

  void addUnresolved(SourceText name) {
    if (!name.isBlank()) {
      unresolved.add(name);
    }
  }

  /** What the lists of the page have as one item, as far as they were read. */
  Enumeration.Listed listed(Optional<Subject> subject) {
    Set<String> own = subject.isEmpty() ? null : members.get(subject.get().slug());
    return new Enumeration.Listed(own == null ? Set.of() : own, listed);
  }

  /** True if a value of that attribute was found for the subject. */
  boolean has(Subject subject, String attribute) {
    return mentions.stream()
        .anyMatch(said -> subject.equals(said.subject()) && said.attribute().equals(attribute));
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
