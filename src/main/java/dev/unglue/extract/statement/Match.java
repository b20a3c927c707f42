package dev.unglue.extract.statement;

import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A place where a template fits a text.
 *
 * @param text the text
 * @param template the template; empty for a form that fits any text
 * @param start where it begins in the masked text
 * @param end one past its last character
 * @param slots what each placeholder stands for; one that took no part is left out
 */
record Match(
    MaskedText text, Optional<Template> template, int start, int end, Map<String, Span> slots) {
  /** The first place at or after {@code from}. */
  static Optional<Match> find(Template template, MaskedText text, int from) {
    return match(template, text, from, Way.FIND, false);
  }

  /** The whole text, if the template fits it. */
  static Optional<Match> whole(Template template, MaskedText text) {
    return match(template, text, 0, Way.WHOLE, false);
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

  /** The head of the text, if the template fits it. */
  static Optional<Match> head(Template template, MaskedText text) {
    return match(template, text, 0, Way.HEAD, false);
  }

  /** As {@link #find} from the start, with any short text in the place of a mention. */
  static Optional<Match> findLoosely(Template template, MaskedText text) {
    return match(template, text, 0, Way.FIND, true);
  }

  /** As {@link #whole}, with any short text in the place of a mention. */
  static Optional<Match> wholeLoosely(Template template, MaskedText text) {
    return match(template, text, 0, Way.WHOLE, true);
  }

  private static Optional<Match> match(
      Template template, MaskedText text, int from, Way way, boolean loosely) {
    if (!template.canFit(text.lower())) {
      return Optional.empty();
    }
    text.tried();
    int[] places =
        loosely
            ? template.matchLoosely(text.lower(), way)
            : template.match(text.lower(), from, way);
    return places.length == 0 ? Optional.empty() : Optional.of(of(template, text, places));
  }

  private static Match of(Template template, MaskedText text, int[] places) {
    Map<String, Span> slots = new LinkedHashMap<>();
    for (int i = 0; i < template.names().size(); i++) {
      if (places[2 + 2 * i] >= 0) {
        slots.put(template.names().get(i), new Span(places[2 + 2 * i], places[3 + 2 * i]));
      }
    }
    return new Match(text, Optional.of(template), places[0], places[1], slots);
  }

  /** The match of a form that fits any text. */
  static Match everything(MaskedText text) {
    return new Match(text, Optional.empty(), 0, text.text().length(), Map.of());
  }

  /** The type of a placeholder; empty where the form has none of that name. */
  Optional<Template.Type> type(String slot) {
    return template.map(form -> form.slots().get(slot));
  }

  /** True if that placeholder took part. */
  boolean has(String slot) {
    return slots.containsKey(slot);
  }

  /** What a placeholder stands for, as the page prints it. */
  Optional<SourceText> source(String slot) {
    return Optional.ofNullable(slots.get(slot))
        .map(place -> text.source(place.start(), place.end()));
  }

  /** The same as the masked text has it. */
  Optional<String> masked(String slot) {
    return Optional.ofNullable(slots.get(slot))
        .map(place -> text.text().substring(place.start(), place.end()));
  }

  /** The subjects that a placeholder mentions; those that fit several are left out. */
  List<Subject> subjects(String slot) {
    return mentions(slot).mapToObj(text::subjectAt).flatMap(Optional::stream).toList();
  }

  /** The mentions in a placeholder that fit several subjects. */
  List<SourceText> unclear(String slot) {
    return mentions(slot)
        .filter(at -> text.subjectAt(at).isEmpty())
        .mapToObj(at -> text.source(at, at + 1))
        .toList();
  }

  private IntStream mentions(String slot) {
    Span place = slots.getOrDefault(slot, new Span(0, 0));
    return IntStream.range(place.start(), place.end()).filter(text::isMention);
  }

  /** The text from the first to the last of some placeholders, as the page prints it. */
  SourceText hull(List<String> names) {
    List<Span> places = names.stream().filter(slots::containsKey).map(this::place).toList();
    int from = places.stream().mapToInt(Span::start).min().orElse(start);
    int to = places.stream().mapToInt(Span::end).max().orElse(end);
    return text.source(from, to);
  }

  /** Where a placeholder stands; the whole match where it took no part. */
  Span place(String slot) {
    return slots.getOrDefault(slot, place());
  }

  /** Where the whole match stands. */
  Span place() {
    return new Span(start, end);
  }
}
