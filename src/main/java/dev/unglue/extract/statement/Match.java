package dev.unglue.extract.statement;

import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place where a template fits a text. */
final class Match {
  private final MaskedText text;
  private final Optional<Template> template;

  /** Where it begins and ends in the masked text, and then each placeholder, -1 for none. */
  private final int[] places;

  private Match(MaskedText text, Optional<Template> template, int[] places) {
    this.text = text;
    this.template = template;
    this.places = places;
  }

  /** The first place at or after {@code from}, which may have to be all of the text. */
  static Optional<Match> of(Template template, MaskedText text, int from, Way way) {
    return isTried(template, text)
        ? found(template, text, template.match(text.lower(), from, way))
        : Optional.empty();
  }

  /** The whole text, if the template fits it. */
  static Optional<Match> whole(Template template, MaskedText text) {
    return of(template, text, 0, Way.WHOLE);
  }

  /** True if one of the templates fits the whole text. */
  static boolean fitsAny(List<Template> templates, MaskedText text) {
    for (Template template : templates) {
      if (whole(template, text).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The first place with any short text in the place of a mention. */
  static Optional<Match> loosely(Template template, MaskedText text, Way way) {
    return isTried(template, text)
        ? found(template, text, template.matchLoosely(text.lower(), way))
        : Optional.empty();
  }

  /** True for a text that a template can fit; then it is counted that it was tried. */
  private static boolean isTried(Template template, MaskedText text) {
    boolean tried = template.canFit(text.lower());
    if (tried) {
      text.tried();
    }
    return tried;
  }

  private static Optional<Match> found(Template template, MaskedText text, int[] places) {
    return places.length == 0
        ? Optional.empty()
        : Optional.of(new Match(text, Optional.of(template), places));
  }

  /** The match of a form that fits any text. */
  static Match everything(MaskedText text) {
    return new Match(text, Optional.empty(), new int[] {0, text.text().length()});
  }

  MaskedText text() {
    return text;
  }

  /** The template; empty for a form that fits any text. */
  Optional<Template> template() {
    return template;
  }

  int start() {
    return places[0];
  }

  int end() {
    return places[1];
  }

  /** The names of its placeholders, also of those that took no part. */
  List<String> slots() {
    return template.isEmpty() ? List.of() : template.get().names();
  }

  /** The type of a placeholder. */
  Template.Type type(String slot) {
    Template.Type type = template.isEmpty() ? null : template.get().slots().get(slot);
    return type == null ? Template.Type.TEXT : type;
  }

  /** Which of the places is the start of a placeholder; 0 where it took no part. */
  private int indexOf(String slot) {
    int index = 2 + 2 * slots().indexOf(slot);
    return places[index] < 0 ? 0 : index;
  }

  /** True if that placeholder took part. */
  boolean has(String slot) {
    return indexOf(slot) > 0;
  }

  /** Where a placeholder stands; the whole match where it took no part. */
  Span place(String slot) {
    int index = indexOf(slot);
    return new Span(places[index], places[index + 1]);
  }

  /** What a placeholder that took part stands for, as the page prints it. */
  SourceText source(String slot) {
    Span place = place(slot);
    return text.source(place.start(), place.end());
  }

  /** The same as the masked text has it. */
  String masked(String slot) {
    Span place = place(slot);
    return text.text().substring(place.start(), place.end());
  }

  /** The subjects that a placeholder mentions; those that fit several are left out. */
  List<Subject> subjects(String slot) {
    List<Subject> subjects = new ArrayList<>();
    for (int at : mentions(slot)) {
      text.subjectAt(at).ifPresent(subjects::add);
    }
    return subjects;
  }

  /** Where the mentions in a placeholder stand. */
  private List<Integer> mentions(String slot) {
    List<Integer> mentions = new ArrayList<>();
    int end = has(slot) ? place(slot).end() : 0;
    for (int at = place(slot).start(); at < end; at++) {
      if (text.isMention(at)) {
        mentions.add(at);
      }
    }
    return mentions;
  }

  /** Tells of the mentions in a placeholder that fit several subjects. */
  void reportUnclear(String slot, StatementCollector findings) {
    for (int at : mentions(slot)) {
      if (text.subjectAt(at).isEmpty()) {
        findings.addUnresolved(text.source(at, at + 1));
      }
    }
  }

  /** The text from the first to the last of some placeholders, as the page prints it. */
  SourceText hull(String... names) {
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (String name : names) {
      if (has(name)) {
        from = Math.min(from, place(name).start());
        to = Math.max(to, place(name).end());
      }
    }
    return to < 0 ? text.source(places[0], places[1]) : text.source(from, to);
  }
}
