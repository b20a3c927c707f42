package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.StatementForms.SentenceForm;
import dev.unglue.model.field.Template;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for the known forms of sentences in a paragraph. */
final class SentenceReader {
  private static final Set<Template.Type> NO_VALUES =
      Set.of(Template.Type.SUBJECT, Template.Type.SUBJECTS, Template.Type.SIGN);

  /**
   * The forms of sentences, made ready once for all pages.
   *
   * @param byScopes those that are looked for in some scopes together
   * @param sentences cuts paragraphs
   * @param pronoun finds a word that stands for a subject
   * @param articles finds what stands before a name
   */
  record Forms(
      Map<Set<Scope>, AskedForms> byScopes,
      Sentences sentences,
      Pattern pronoun,
      Pattern articles) {
    static Forms of(StatementForms forms) {
      Words words = forms.words();
      return new Forms(
          byScopes(forms.sentences()),
          new Sentences(words.abbreviations()),
          words(words.pronouns(), "\\b%s\\b"),
          words(words.articles(), "(?:%s\\b[ ]?)++"));
    }

    private static Map<Set<Scope>, AskedForms> byScopes(List<SentenceForm> forms) {
      Map<Set<Scope>, AskedForms> byScopes = new HashMap<>();
      byScopes.put(Set.of(), AskedForms.of(forms, Set.of()));
      for (Scope scope : Scope.values()) {
        for (Set<Scope> others : Set.copyOf(byScopes.keySet())) {
          Set<Scope> scopes = EnumSet.of(scope);
          scopes.addAll(others);
          byScopes.put(Set.copyOf(scopes), AskedForms.of(forms, scopes));
        }
      }
      return Map.copyOf(byScopes);
    }

    private static Pattern words(List<String> words, String frame) {
      return Pattern.compile(frame.formatted(Words.any(words)), Pattern.CASE_INSENSITIVE);
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
  record AskedForms(
      List<SentenceForm> all, List<SentenceForm> nameless, List<SentenceForm> ofOthers) {
    private static final LowerText NOTHING = LowerText.of("");

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

  private final Forms forms;
  private final ValueExtractor extractor;
  private final StatementCollector findings;

  SentenceReader(Forms forms, ValueExtractor extractor, StatementCollector findings) {
    this.forms = forms;
    this.extractor = extractor;
    this.findings = findings;
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
    Optional<Character> lastNamed = Optional.empty();
    for (MaskedText plain : forms.sentences().of(paragraph)) {
      MaskedText sentence = withPronoun(plain, lastNamed);
      found |= readSentence(sentence, asked, bound);
      if (sentence.nextMention(0) < sentence.text().length()) {
        lastNamed = named(sentence, !bound.isEmpty());
      }
    }
    return found;
  }

  /** Reads the lines outside tables that nothing has read yet, and notes those that it has. */
  void readAll(
      List<Piece> lines, Set<Scope> scopes, Map<String, Subject> bound, Set<Piece> consumed) {
    AskedForms asked = forms.in(scopes);
    lines.stream()
        .filter(line -> line.kind() != Line.Kind.TABLE && !consumed.contains(line))
        .filter(line -> read(line.text(), asked, bound))
        .forEach(consumed::add);
  }

  /**
   * Whom a sentence speaks of: the one subject that it names. Below a heading that sets two against
   * each other, the sentences do so too, and speak of the first.
   */
  private static Optional<Character> named(MaskedText sentence, boolean below) {
    String text = sentence.text();
    int first = sentence.nextMention(0);
    long others =
        IntStream.range(first, text.length())
            .filter(sentence::isMention)
            .filter(at -> text.charAt(at) != text.charAt(first))
            .count();
    return below || others == 0 ? Optional.of(text.charAt(first)) : Optional.empty();
  }

  /** "They" at the head of a sentence is whom the sentence before spoke of. */
  private MaskedText withPronoun(MaskedText sentence, Optional<Character> lastNamed) {
    Matcher they = forms.pronoun().matcher(sentence.text());
    if (lastNamed.isEmpty() || !they.find() || sentence.nextMention(0) < they.start()) {
      return sentence;
    }
    return sentence.withMention(they.start(), they.end(), lastNamed.get());
  }

  private boolean readSentence(MaskedText sentence, AskedForms asked, Map<String, Subject> bound) {
    boolean named = sentence.nextMention(0) < sentence.text().length();
    List<Match> taken = new ArrayList<>();
    for (SentenceForm form : named ? asked.all() : asked.nameless()) {
      readForm(form, sentence, bound, taken);
    }
    for (SentenceForm form : asked.ofOthers()) {
      findUnresolved(form, sentence, taken);
    }
    return !taken.isEmpty();
  }

  private void readForm(
      SentenceForm form, MaskedText sentence, Map<String, Subject> bound, List<Match> taken) {
    Template first = form.guard() == null ? form.pattern() : form.guard();
    if (!first.canFit(sentence.lower())) {
      return; // before anything is made for it
    }
    Context context = new Context(form.section(), "sentence", bound, 0);
    List<Match> matches = new ArrayList<>();
    int from = 0;
    if (form.guard() != null) {
      Optional<Match> guard = Match.find(form.guard(), sentence, 0).filter(context::agrees);
      if (guard.isEmpty()) {
        return;
      }
      matches.add(guard.get());
      from = guard.get().end();
    }
    Optional<Match> next = Match.find(form.pattern(), sentence, from);
    while (next.isPresent()) {
      Match match = next.get();
      if (context.agrees(match) && !overlaps(match, form, taken)) {
        give(form, match, matches, sentence, context);
        taken.add(match);
      }
      int after = Math.max(match.end(), match.start() + 1);
      next =
          after < sentence.text().length()
              ? Match.find(form.pattern(), sentence, after)
              : Optional.empty();
    }
  }

  private void give(
      SentenceForm form, Match match, List<Match> guard, MaskedText sentence, Context context) {
    List<Match> matches = new ArrayList<>(List.of(match));
    matches.addAll(guard);
    SourceText whole = sentence.source();
    extractor.give(form.gives(), matches, whole, context);
    if (form.rank() != null) {
      extractor.rank(form.rank(), match, whole, context);
    }
  }

  /** A ranking may share its words with the values in it; two values may not. */
  private static boolean overlaps(Match match, SentenceForm form, List<Match> taken) {
    return !form.gives().isEmpty()
        && taken.stream()
            .filter(other -> !other.template().equals(match.template()))
            .anyMatch(other -> sharesValue(match, other));
  }

  private static boolean sharesValue(Match match, Match other) {
    return places(match, true).anyMatch(value -> places(other, true).anyMatch(value::meets));
  }

  /** Where the values of a match stand, or what else it has: subjects and signs. */
  private static Stream<Span> places(Match match, boolean values) {
    return match.slots().entrySet().stream()
        .filter(slot -> match.type(slot.getKey()).filter(NO_VALUES::contains).isEmpty() == values)
        .map(Map.Entry::getValue);
  }

  // --- names that fit no subject --------------------------------------------------------------

  private void findUnresolved(SentenceForm form, MaskedText sentence, List<Match> taken) {
    Optional<Template> pattern = Optional.of(form.pattern());
    if (form.pattern().fitsOnce(sentence.lower())
        && taken.stream().anyMatch(match -> match.template().equals(pattern))) {
      return; // it would meet what was taken
    }
    Match.findLoosely(form.pattern(), sentence)
        .filter(match -> taken.stream().noneMatch(other -> match.place().meets(other.place())))
        .ifPresent(match -> places(match, false).forEach(place -> reportName(match, place)));
  }

  private void reportName(Match match, Span place) {
    String name = match.text().text().substring(place.start(), place.end());
    Matcher article = forms.articles().matcher(name);
    int from = article.lookingAt() ? place.start() + article.end() : place.start();
    boolean resolved = place.end() - from == 1 && match.text().subjectAt(from).isPresent();
    if (!resolved) {
      findings.addUnresolved(match.text().source(from, place.end()));
    }
  }
}
