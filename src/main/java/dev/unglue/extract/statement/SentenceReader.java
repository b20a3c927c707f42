package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.StatementForms.SentenceForm;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.text.LowerText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for the known forms of sentences in a paragraph. */
record SentenceReader(
    SentenceReader.Forms forms, ValueExtractor extractor, StatementCollector findings) {
  private static final LowerText NOTHING = LowerText.of("");
  private static final char NOBODY = 0;

  /** The forms of sentences, made ready once for all pages. */
  static final class Forms {
    private final Map<Set<Scope>, AskedForms> byScopes = new HashMap<>();
    private final Sentences sentences;

    /** A word that stands for a subject. */
    private final Template pronoun;

    /** What stands before a name. */
    private final Template articles;

    Forms(StatementForms forms) {
      Words words = forms.words();
      this.sentences = new Sentences(words.abbreviations());
      this.pronoun = Template.of("\\b" + Words.any(words.pronouns()) + "\\b", words);
      this.articles = Template.of("(?:" + Words.any(words.articles()) + "\\b ?){1,9}", words);
      byScopes.put(Set.of(), AskedForms.of(forms.sentences(), Set.of()));
      for (Scope scope : Scope.values()) {
        for (Set<Scope> others : Set.copyOf(byScopes.keySet())) {
          Set<Scope> scopes = EnumSet.of(scope);
          scopes.addAll(others);
          byScopes.put(Set.copyOf(scopes), AskedForms.of(forms.sentences(), scopes));
        }
      }
    }

    /** Those that are looked for in one of the scopes. */
    AskedForms in(Set<Scope> scopes) {
      return Objects.requireNonNull(byScopes.get(scopes));
    }
  }

  /**
   * Forms that a sentence is asked for.
   *
   * @param all all of them
   * @param nameless those that fit also where no subject is named
   * @param ofOthers those that tell, with other names in the place of their subjects, of somebody
   *     else; a form without a word of its own would find names everywhere
   */
  private record AskedForms(
      List<SentenceForm> all, List<SentenceForm> nameless, List<SentenceForm> ofOthers) {
    static AskedForms of(List<SentenceForm> forms, Set<Scope> scopes) {
      List<SentenceForm> all =
          forms.stream().filter(form -> !Collections.disjoint(form.on(), scopes)).toList();
      return new AskedForms(
          all,
          all.stream().filter(form -> !needsSubject(form)).toList(),
          all.stream().filter(AskedForms::canBeOfOthers).toList());
    }

    private static boolean needsSubject(SentenceForm form) {
      Template guard = form.guard();
      return form.pattern().needsSubject() || (guard != null && guard.needsSubject());
    }

    private static boolean canBeOfOthers(SentenceForm form) {
      return form.guard() == null
          && !form.pattern().canFit(NOTHING)
          && form.pattern().needsSubject()
          && !form.gives().isEmpty();
    }
  }

  /** Reads the lines outside tables that nothing has read yet, and notes those that it has. */
  void readAll(List<Piece> lines, Set<Scope> scopes, Map<String, Subject> bound) {
    AskedForms asked = forms.in(scopes);
    for (Piece line : lines) {
      boolean loose = line.kind() != Line.Kind.TABLE && !line.isTaken();
      if (loose && read(line.text(), asked, bound)) {
        line.take();
      }
    }
  }

  /**
   * Reads a paragraph.
   *
   * @param scopes whose forms are looked for
   * @param bound the subjects that the heading above has named, by placeholder
   * @return true if a form was found
   */
  boolean read(MaskedText paragraph, Set<Scope> scopes, Map<String, Subject> bound) {
    return read(paragraph, forms.in(scopes), bound);
  }

  private boolean read(MaskedText paragraph, AskedForms asked, Map<String, Subject> bound) {
    boolean found = false;
    char lastNamed = NOBODY;
    for (MaskedText plain : forms.sentences.of(paragraph)) {
      MaskedText sentence = lastNamed == NOBODY ? plain : withPronoun(plain, lastNamed);
      int first = sentence.nextMention(0);
      boolean named = first < sentence.text().length();
      found |= readSentence(sentence, named ? asked.all() : asked.nameless(), asked, bound);
      if (named) {
        boolean clear = !bound.isEmpty() || isOnly(sentence, first);
        lastNamed = clear ? sentence.text().charAt(first) : NOBODY;
      }
    }
    return found;
  }

  /**
   * A sentence speaks of the one subject that it names. Below a heading that sets two against each
   * other, the sentences do so too, and speak of the first.
   */
  private static boolean isOnly(MaskedText sentence, int first) {
    String text = sentence.text();
    int at = first;
    while (at < text.length() && text.charAt(at) == text.charAt(first)) {
      at = sentence.nextMention(at + 1);
    }
    return at >= text.length();
  }

  /** "They" at the head of a sentence is whom the sentence before spoke of. */
  private MaskedText withPronoun(MaskedText sentence, char lastNamed) {
    int[] they = forms.pronoun.match(sentence.lower(), 0, Way.FIND);
    return they.length == 0 || sentence.nextMention(0) < they[0]
        ? sentence
        : sentence.withMention(they[0], they[1], lastNamed);
  }

  private boolean readSentence(
      MaskedText sentence,
      List<SentenceForm> wanted,
      AskedForms asked,
      Map<String, Subject> bound) {
    List<Match> taken = new ArrayList<>();
    for (SentenceForm form : wanted) {
      Template first = form.guard() == null ? form.pattern() : form.guard();
      if (first.canFit(sentence.lower())) {
        readForm(form, sentence, new Context(form.section(), "sentence", bound, 0), taken);
      }
    }
    for (SentenceForm form : asked.ofOthers()) {
      if (form.pattern().canFit(sentence.lower())) {
        findUnresolved(form.pattern(), sentence, taken);
      }
    }
    return !taken.isEmpty();
  }

  private void readForm(
      SentenceForm form, MaskedText sentence, Context context, List<Match> taken) {
    Optional<Match> guard = Optional.empty();
    if (form.guard() != null) {
      guard = Match.of(form.guard(), sentence, 0, Way.FIND);
      if (guard.isEmpty() || !context.agrees(guard.get())) {
        return;
      }
    }
    int from = guard.isEmpty() ? 0 : guard.get().end();
    int length = sentence.text().length();
    Optional<Match> next = Match.of(form.pattern(), sentence, from, Way.FIND);
    while (next.isPresent()) {
      Match match = next.get();
      if (context.agrees(match) && !overlaps(match, form, taken)) {
        List<Match> matches = guard.isEmpty() ? List.of(match) : List.of(match, guard.get());
        give(form, matches, sentence.source(), context);
        taken.add(match);
      }
      int after = Math.max(match.end(), match.start() + 1);
      next =
          after < length ? Match.of(form.pattern(), sentence, after, Way.FIND) : Optional.empty();
    }
  }

  private void give(SentenceForm form, List<Match> matches, SourceText whole, Context context) {
    extractor.give(form.gives(), matches, whole, context);
    if (form.rank() != null) {
      extractor.rank(form.rank(), matches.get(0), whole, context);
    }
  }

  /** A ranking may share its words with the values in it; two values may not. */
  private static boolean overlaps(Match match, SentenceForm form, List<Match> taken) {
    return !form.gives().isEmpty()
        && taken.stream()
            .filter(other -> !other.template().equals(match.template()))
            .anyMatch(
                other -> values(other).anyMatch(place -> values(match).anyMatch(place::meets)));
  }

  private static Stream<Span> values(Match match) {
    return match.slots().stream().filter(slot -> isValue(match, slot)).map(match::place);
  }

  private static boolean isValue(Match match, String slot) {
    Template.Type type = match.type(slot);
    return match.has(slot)
        && type != Template.Type.SUBJECT
        && type != Template.Type.SUBJECTS
        && type != Template.Type.SIGN;
  }

  // --- names that fit no subject --------------------------------------------------------------

  private void findUnresolved(Template form, MaskedText sentence, List<Match> taken) {
    if (taken.stream().anyMatch(match -> match.template().get() == form)
        && form.fitsOnce(sentence.lower())) {
      return; // it would meet what was taken
    }
    Optional<Match> found = Match.loosely(form, sentence, Way.FIND);
    if (found.isPresent() && meetsNone(found.get(), taken)) {
      for (String slot : form.names()) {
        if (found.get().has(slot) && !isValue(found.get(), slot)) {
          reportName(found.get(), found.get().place(slot));
        }
      }
    }
  }

  private static boolean meetsNone(Match match, List<Match> taken) {
    return taken.stream().noneMatch(t -> match.start() < t.end() && t.start() < match.end());
  }

  private void reportName(Match match, Span place) {
    String name = match.text().text().substring(place.start(), place.end());
    int[] article = forms.articles.match(LowerText.of(name), 0, Way.HEAD);
    int from = place.start() + (article.length == 0 ? 0 : article[1]);
    boolean resolved = place.end() - from == 1 && match.text().subjectAt(from).isPresent();
    if (!resolved) {
      findings.addUnresolved(match.text().source(from, place.end()));
    }
  }
}
