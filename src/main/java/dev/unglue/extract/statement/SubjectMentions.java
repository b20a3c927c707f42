package dev.unglue.extract.statement;

import dev.unglue.model.field.Template;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Dashes;
import dev.unglue.text.LowerText;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a text names the subjects of a page, whatever the number, case and punctuation it
 * names them in; and counts what is looked for beside them in the texts of the page.
 */
final class SubjectMentions {
  private static final String SEPARATORS = ",/()|.\\_";
  private static final int LONGEST_SEPARATOR = 4;

  /** Words of so many letters begin alike in singular and plural; men and man do not. */
  private static final int CLEAR = 6;

  private final List<Subject> subjects;
  private final List<List<String>> words;

  /** How many words the longest name has. */
  private final int longest;

  /** What each text that names one of them holds. */
  private final List<LowerText> stems;

  private final Steps steps;

  SubjectMentions(List<Subject> subjects) {
    this(subjects, Steps.NONE);
  }

  SubjectMentions(List<Subject> subjects, Steps steps) {
    this.subjects = List.copyOf(subjects);
    this.steps = steps;
    this.words =
        subjects.stream()
            .map(subject -> Tokens.of(subject.name()).stream().map(Tokens.Token::text).toList())
            .toList();
    this.longest = words.stream().mapToInt(List::size).max().orElse(0);
    this.stems =
        words.stream()
            .filter(name -> !name.isEmpty())
            .map(name -> LowerText.of(Tokens.stem(name.get(0))))
            .toList();
  }

  /** Where it is counted what the texts of the page are asked. */
  Steps steps() {
    return steps;
  }

  /** False for a text without accents that names none of them; costs next to nothing. */
  boolean mayBeIn(LowerText text) {
    for (LowerText stem : stems) {
      if (text.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A place where a subject is named.
   *
   * @param start its first character
   * @param end one past its last
   * @param mark the character that stands for the subject in the text to be matched
   */
  record Hit(int start, int end, char mark) {}

  /** The subject that a character stands for; empty where it fits several or is no such mark. */
  Optional<Subject> subjectOf(char mark) {
    int index = mark - Template.FIRST_SUBJECT;
    return index >= 0 && index < subjects.size()
        ? Optional.of(subjects.get(index))
        : Optional.empty();
  }

  /** The subject whose name is {@code text}, in any number, case and punctuation. */
  Optional<Subject> resolve(CharSequence text) {
    List<Tokens.Token> tokens = Tokens.of(text);
    return hitAt(text, tokens, 0)
        .filter(hit -> hit.end() >= tokens.get(tokens.size() - 1).end())
        .flatMap(hit -> subjectOf(hit.mark()));
  }

  /** All places in order; of two that overlap the one that begins first, then the longer one. */
  List<Hit> find(CharSequence text) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = Tokens.wordEnd(text, at);
      Optional<Hit> hit =
          end > at && mayBegin(text, at, end)
              ? hitAt(text, Tokens.of(text, at, longest), 0)
              : Optional.empty();
      hit.ifPresent(hits::add);
      at = Math.max(hit.map(Hit::end).orElse(end), at + 1);
    }
    return hits;
  }

  /** False for what no name begins with; nearly all words of a page fall out here. */
  private boolean mayBegin(CharSequence text, int at, int end) {
    char first = text.charAt(at) == '&' ? 'a' : lower(text.charAt(at));
    char second = at + 1 < end ? lower(text.charAt(at + 1)) : ' ';
    for (List<String> name : words) {
      String word = name.isEmpty() ? "" : name.get(0);
      if (first >= 0x80
          || (!word.isEmpty()
              && word.charAt(0) == first
              && (word.length() < CLEAR
                  || second < 'a'
                  || second > 'z'
                  || word.charAt(1) == second))) {
        return true;
      }
    }
    return false;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  private Optional<Hit> hitAt(CharSequence text, List<Tokens.Token> tokens, int at) {
    if (at >= tokens.size() || !mayBegin(tokens.get(at).text())) {
      return Optional.empty();
    }
    int longest = 0;
    List<Integer> fitting = new ArrayList<>();
    for (int subject = 0; subject < words.size(); subject++) {
      int length = words.get(subject).size();
      if (length >= longest && fits(text, tokens, at, words.get(subject))) {
        if (length > longest) {
          fitting.clear();
        }
        longest = length;
        fitting.add(subject);
      }
    }
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    char mark = markOf(fitting, tokens.subList(at, at + longest));
    Subject named = subjects.get(fitting.get(0));
    int start = tokens.get(at).start() - opening(text, tokens.get(at).start(), named.name());
    int last = tokens.get(at + longest - 1).end();
    return Optional.of(new Hit(start, last + closing(text, last, named.name()), mark));
  }

  /** False for a word that no name begins with; nearly all words of a page fall out here. */
  private boolean mayBegin(String word) {
    for (List<String> name : words) {
      boolean begins =
          !name.isEmpty()
              && !name.get(0).isEmpty()
              && !word.isEmpty()
              && name.get(0).charAt(0) == word.charAt(0);
      if (begins || (!name.isEmpty() && name.get(0).equals(word))) {
        return true;
      }
    }
    return false;
  }

  /** How many characters before the first word belong to the name: the dot of ".NET Developer". */
  private static int opening(CharSequence text, int start, String name) {
    List<Tokens.Token> words = Tokens.of(name, 0, 1);
    int length = words.isEmpty() ? 0 : words.get(0).start();
    boolean printed =
        start >= length && name.startsWith(text.subSequence(start - length, start).toString());
    return printed ? length : 0;
  }

  /**
   * How many characters after the last word belong to the name: the bracket of "Designer (Web)".
   */
  private static int closing(CharSequence text, int end, String name) {
    boolean bracket = name.endsWith(")") || name.endsWith("]");
    return bracket && end < text.length() && text.charAt(end) == name.charAt(name.length() - 1)
        ? 1
        : 0;
  }

  /** Of several that fit, the one whose name is spelt so; else none of them. */
  private char markOf(List<Integer> fitting, List<Tokens.Token> tokens) {
    List<String> spelt = tokens.stream().map(Tokens.Token::text).toList();
    List<Integer> exact =
        fitting.size() == 1
            ? fitting
            : fitting.stream().filter(subject -> words.get(subject).equals(spelt)).toList();
    return exact.size() == 1
        ? (char) (Template.FIRST_SUBJECT + exact.get(0))
        : Template.LAST_SUBJECT;
  }

  private static boolean fits(
      CharSequence text, List<Tokens.Token> tokens, int at, List<String> name) {
    if (name.isEmpty() || at + name.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < name.size(); i++) {
      Tokens.Token token = tokens.get(at + i);
      if (!Tokens.sameWord(token.text(), name.get(i))
          || (i > 0 && !joined(text, tokens.get(at + i - 1).end(), token.start()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean joined(CharSequence text, int from, int to) {
    if (to - from > LONGEST_SEPARATOR) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Whitespace.is(c) && !Dashes.is(c) && SEPARATORS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
