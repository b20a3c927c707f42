package dev.unglue.extract.statement;

import dev.unglue.extract.statement.PageStatements.Choice;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.field.StatementForms.Rank;
import dev.unglue.model.field.Template;
import dev.unglue.model.page.Claim;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the match of a form into the values that the form gives. */
record ValueExtractor(Values values, Enumeration enumeration, StatementCollector findings) {
  private static final String WHOLE_LINE = "line";

  /**
   * Gives the values of a match.
   *
   * @param matches the match, with that of the line below it where the form needs one; a
   *     placeholder is looked up in the first that has it
   * @param line the line, for a form that gives all of it
   */
  void give(List<Give> gives, List<Match> matches, SourceText line, Context context) {
    for (Give give : gives) {
      Optional<Match> naming = holder(matches, give.subject());
      if (naming.isPresent()) {
        naming.get().reportUnclear(give.subject(), findings);
      }
      if (give.subject().isEmpty()) {
        giveTo(Optional.empty(), give, matches, line, context);
      }
      for (Subject subject : subjects(give.subject(), naming, context)) {
        giveTo(Optional.of(subject), give, matches, line, context);
      }
    }
  }

  private static Set<Subject> subjects(String slot, Optional<Match> holder, Context context) {
    if (holder.isPresent()) {
      return new LinkedHashSet<>(holder.get().subjects(slot));
    }
    Subject bound = context.bound().get(slot);
    return bound == null ? Set.of() : Set.of(bound);
  }

  private static Optional<Match> holder(List<Match> matches, String slot) {
    for (Match match : matches) {
      if (match.has(slot)) {
        return Optional.of(match);
      }
    }
    return Optional.empty();
  }

  private void giveTo(
      Optional<Subject> subject, Give give, List<Match> matches, SourceText line, Context context) {
    if (give.value().equals(WHOLE_LINE)) {
      Choice all = new Choice(member(give, matches), Values.clean(line.text()));
      findings.add(subject, give, context.ordinal(give), line, all, context);
      return;
    }
    int dot = give.value().indexOf('.');
    String slot = dot < 0 ? give.value() : give.value().substring(0, dot);
    Optional<Match> holder = holder(matches, slot);
    if (holder.isEmpty()) {
      return;
    }
    Match match = holder.get();
    Template.Type type = match.type(slot);
    if (type == Template.Type.LIST) {
      giveItems(subject, give, match.place(slot), match, context);
      return;
    }
    String text = Values.clean(match.source(slot).text());
    String value = values.read(type, text, give.value().substring(dot + 1));
    if (!value.isEmpty()) {
      SourceText raw = match.hull(slot, give.member(), give.sign());
      Choice read = new Choice(member(give, matches), signed(value, give, matches));
      findings.add(subject, give, context.ordinal(give), raw, read, context);
    }
  }

  private static String member(Give give, List<Match> matches) {
    Optional<Match> holder = holder(matches, give.member());
    return holder.isEmpty() ? "" : Values.member(holder.get().source(give.member()).text());
  }

  private String signed(String value, Give give, List<Match> matches) {
    Optional<Match> holder = holder(matches, give.sign());
    return holder.isPresent() && values.isNegative(holder.get().masked(give.sign()))
        ? "-" + value
        : value;
  }

  // --- enumerations ---------------------------------------------------------------------------

  private void giveItems(
      Optional<Subject> subject, Give give, Span place, Match match, Context context) {
    Enumeration.Reading read =
        enumeration.read(match.text(), place.start(), place.end(), findings.listed(subject));
    int ordinal = 0;
    for (SourceText item : read.sure()) {
      Choice value = new Choice("", Values.clean(item.text()));
      findings.add(subject, give, ++ordinal, item, value, context);
    }
    if (subject.isPresent()) {
      leaveOpen(subject.get(), give, read, context);
    }
  }

  /** The items that are not sure, place by place: a reading may have more of them than another. */
  private void leaveOpen(Subject subject, Give give, Enumeration.Reading read, Context context) {
    for (int i = 0; ; i++) {
      List<SourceText> items = new ArrayList<>();
      for (List<SourceText> tail : read.tails()) {
        items.addAll(tail.subList(Math.min(i, tail.size()), Math.min(i + 1, tail.size())));
      }
      if (items.isEmpty()) {
        return;
      }
      LinkedHashSet<Choice> choices = new LinkedHashSet<>();
      SourceText longest = items.get(0);
      for (SourceText item : items) {
        choices.add(new Choice("", Values.clean(item.text())));
        longest = item.length() > longest.length() ? item : longest;
      }
      int ordinal = read.sure().size() + i + 1;
      findings.add(subject, give, ordinal, longest, List.copyOf(choices), context);
    }
  }

  // --- rankings -------------------------------------------------------------------------------

  /** Gives the ranking that a match states; none where it names one subject only. */
  void rank(Rank rank, Match match, SourceText sentence, Context context) {
    Optional<Subject> greater = only(rank.greater(), match, context);
    Optional<Subject> lesser = only(rank.lesser(), match, context);
    if (greater.isEmpty() || lesser.isEmpty() || greater.equals(lesser)) {
      return;
    }
    boolean turned = match.has(rank.sign()) && values.isNegative(match.masked(rank.sign()));
    findings.add(
        new Claim(
            rank.attribute(),
            turned ? lesser.get() : greater.get(),
            turned ? greater.get() : lesser.get(),
            sentence.text(),
            sentence.span()));
  }

  private static Optional<Subject> only(String slot, Match match, Context context) {
    Set<Subject> all = subjects(slot, holder(List.of(match), slot), context);
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
