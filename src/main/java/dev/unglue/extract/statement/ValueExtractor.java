package dev.unglue.extract.statement;

import dev.unglue.extract.statement.PageStatements.Choice;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.field.StatementForms.Rank;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.model.page.Claim;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the match of a form into the values that the form gives. */
final class ValueExtractor {
  private static final String WHOLE_LINE = "line";

  private final Values values;
  private final Enumeration enumeration;
  private final StatementCollector findings;

  ValueExtractor(Words words, Enumeration enumeration, StatementCollector findings) {
    this.values = new Values(words);
    this.enumeration = enumeration;
    this.findings = findings;
  }

  /**
   * Gives the values of a match.
   *
   * @param matches the match, with that of the line below it where the form needs one; a
   *     placeholder is looked up in the first that has it
   * @param line the line, for a form that gives all of it
   */
  void give(List<Give> gives, List<Match> matches, SourceText line, Context context) {
    for (Give give : gives) {
      reportUnclear(give.subject(), matches);
      if (give.subject().isEmpty()) {
        giveTo(Optional.empty(), give, matches, line, context);
      } else {
        for (Subject subject : subjects(give.subject(), matches, context)) {
          giveTo(Optional.of(subject), give, matches, line, context);
        }
      }
    }
  }

  private void reportUnclear(String slot, List<Match> matches) {
    holder(matches, slot).ifPresent(match -> match.unclear(slot).forEach(findings::addUnresolved));
  }

  private static List<Subject> subjects(String slot, List<Match> matches, Context context) {
    Optional<Match> holder = holder(matches, slot);
    if (holder.isPresent()) {
      return holder.get().subjects(slot).stream().distinct().toList();
    }
    return Stream.ofNullable(context.bound().get(slot)).toList();
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
      add(subject, give, line, new Choice(member(give, matches), Values.clean(line)), context);
      return;
    }
    String slot = slotOf(give);
    Optional<Match> holder = holder(matches, slot);
    if (holder.isEmpty()) {
      return;
    }
    Match match = holder.get();
    Template.Type type = match.type(slot).orElse(Template.Type.TEXT);
    if (type == Template.Type.LIST) {
      giveItems(subject, give, match, context);
    } else {
      values
          .read(type, match.source(slot).map(Values::clean).orElse(""), endOf(give))
          .map(value -> signed(value, give, matches))
          .ifPresent(
              value -> {
                SourceText raw = match.hull(List.of(slot, give.member(), give.sign()));
                add(subject, give, raw, new Choice(member(give, matches), value), context);
              });
    }
  }

  private static String slotOf(Give give) {
    int dot = give.value().indexOf('.');
    return dot < 0 ? give.value() : give.value().substring(0, dot);
  }

  private static String endOf(Give give) {
    return give.value().substring(give.value().indexOf('.') + 1);
  }

  private static String member(Give give, List<Match> matches) {
    return holder(matches, give.member())
        .flatMap(match -> match.source(give.member()))
        .map(Values::member)
        .orElse("");
  }

  private String signed(String value, Give give, List<Match> matches) {
    boolean negative =
        holder(matches, give.sign())
            .flatMap(match -> match.masked(give.sign()))
            .filter(values::isNegative)
            .isPresent();
    return negative ? "-" + value : value;
  }

  private void add(
      Optional<Subject> subject, Give give, SourceText raw, Choice read, Context context) {
    findings.add(context.mention(subject, give, context.ordinal(give), raw, read));
  }

  // --- enumerations ---------------------------------------------------------------------------

  private void giveItems(Optional<Subject> subject, Give give, Match match, Context context) {
    Span place = match.slots().getOrDefault(slotOf(give), new Span(0, 0));
    Enumeration.Reading read =
        enumeration.read(match.text(), place.start(), place.end(), findings.listed(subject));
    for (int i = 0; i < read.sure().size(); i++) {
      SourceText item = read.sure().get(i);
      Choice value = new Choice("", Values.clean(item));
      findings.add(context.mention(subject, give, i + 1, item, value));
    }
    subject.ifPresent(whose -> leaveOpen(whose, give, read, context));
  }

  /** The items that are not sure, place by place: a reading may have more of them than another. */
  private void leaveOpen(Subject subject, Give give, Enumeration.Reading read, Context context) {
    int most = read.tails().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int at = i;
      List<SourceText> items =
          read.tails().stream().filter(tail -> at < tail.size()).map(tail -> tail.get(at)).toList();
      List<Choice> choices =
          items.stream().map(item -> new Choice("", Values.clean(item))).distinct().toList();
      SourceText longest = Collections.max(items, Comparator.comparingInt(SourceText::length));
      int ordinal = read.sure().size() + i + 1;
      findings.add(context.open(subject, give, ordinal, longest, choices));
    }
  }

  // --- rankings -------------------------------------------------------------------------------

  /** Gives the ranking that a match states; none where it names one subject only. */
  void rank(Rank rank, Match match, SourceText sentence, Context context) {
    List<Subject> greater = subjects(rank.greater(), List.of(match), context);
    List<Subject> lesser = subjects(rank.lesser(), List.of(match), context);
    if (greater.size() != 1 || lesser.size() != 1 || greater.equals(lesser)) {
      return;
    }
    boolean turned = match.masked(rank.sign()).filter(values::isNegative).isPresent();
    findings.add(
        new Claim(
            rank.attribute(),
            turned ? lesser.get(0) : greater.get(0),
            turned ? greater.get(0) : lesser.get(0),
            sentence.text(),
            sentence.span()));
  }
}
