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

  /** A place that there is not. */
  private static final Hit NOWHERE = new Hit(-1, -1, ' ');

  private final List<Subject> subjects;

  /** The words of each name; none for a name without a word. */
  private final List<List<Tokens.Token>> words = new ArrayList<>();

  /** How many words the longest name has. */
  private final int longest;

  /** What each text that names one of them holds. */
  private final List<LowerText> stems = new ArrayList<>();

  private final Steps steps;

  SubjectMentions(List<Subject> subjects) {
    this(subjects, Steps.NONE);
  }

  SubjectMentions(List<Subject> subjects, Steps steps) {
    this.subjects = List.copyOf(subjects);
    this.steps = steps;
    int most = 0;
    for (Subject subject : subjects) {
      List<Tokens.Token> name = Tokens.of(subject.name());
      words.add(name);
      most = Math.max(most, name.size());
      if (!name.isEmpty()) {
        stems.add(LowerText.of(Tokens.stem(name.get(0).text())));
      }
    }
    this.longest = most;
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
    Hit hit = hitAt(text, tokens);
    return hit.end() >= 0 && hit.end() >= tokens.get(tokens.size() - 1).end()
        ? subjectOf(hit.mark())
        : Optional.empty();
  }

  /** All places in order; of two that overlap the one that begins first, then the longer one. */
  List<Hit> find(CharSequence text) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < text.length() && longest > 0) {
      int end = Tokens.wordEnd(text, at);
      Hit hit =
          end > at && mayBegin(text, at, end) ? hitAt(text, Tokens.of(text, at, longest)) : NOWHERE;
      if (hit.end() >= 0) {
        hits.add(hit);
      }
      at = Math.max(hit.end() >= 0 ? hit.end() : end, at + 1);
    }
    return hits;
  }

  /** False for what no name begins with; nearly all words of a page fall out here. */
  private boolean mayBegin(CharSequence text, int at, int end) {
    char first = text.charAt(at) == '&' ? 'a' : LowerText.fold(text.charAt(at));
    char second = at + 1 < end ? LowerText.fold(text.charAt(at + 1)) : ' ';
    boolean unclear = second < 'a' || second > 'z';
    for (List<Tokens.Token> name : words) {
      String word = name.isEmpty() ? "" : name.get(0).text();
      if (first >= 0x80
          || (!word.isEmpty()
              && word.charAt(0) == first
              && (unclear || word.length() < CLEAR || word.charAt(1) == second))) {
        return true;
      }
    }
    return false;
  }

  /** The longest name that begins with the first of the words. */
  private Hit hitAt(CharSequence text, List<Tokens.Token> tokens) {
    int length = 1;
    List<Integer> fitting = new ArrayList<>();
    for (int subject = 0; subject < words.size(); subject++) {
      List<Tokens.Token> name = words.get(subject);
      if (name.size() >= length && fits(text, tokens, name)) {
        if (name.size() > length) {
          fitting.clear();
        }
        length = name.size();
        fitting.add(subject);
      }
    }
    if (fitting.isEmpty()) {
      return NOWHERE;
    }
    int start = tokens.get(0).start();
    int end = tokens.get(length - 1).end();
    String name = subjects.get(fitting.get(0)).name();
    int opening = words.get(fitting.get(0)).get(0).start();
    char last = name.charAt(name.length() - 1);
    boolean closing = (last == ')' || last == ']') && end < text.length();
    return new Hit(
        start >= opening && isPrinted(name, text, start - opening, start) ? start - opening : start,
        closing && text.charAt(end) == last ? end + 1 : end,
        markOf(fitting, tokens));
  }

  /** True if what a name begins with stands there, too: the dot of ".NET Developer". */
  private static boolean isPrinted(String name, CharSequence text, int from, int to) {
    return CharSequence.compare(text.subSequence(from, to), name.substring(0, to - from)) == 0;
  }

  /** Of several that fit, the one whose name is spelt so; else none of them. */
  private char markOf(List<Integer> fitting, List<Tokens.Token> tokens) {
    int exact = fitting.size() == 1 ? fitting.get(0) : -1;
    for (int subject : fitting.size() == 1 ? List.<Integer>of() : fitting) {
      if (isSpelt(words.get(subject), tokens)) {
        if (exact >= 0) {
          return Template.LAST_SUBJECT;
        }
        exact = subject;
      }
    }
    return exact < 0 ? Template.LAST_SUBJECT : (char) (Template.FIRST_SUBJECT + exact);
  }

  private static boolean isSpelt(List<Tokens.Token> name, List<Tokens.Token> tokens) {
    for (int i = 0; i < name.size(); i++) {
      if (!name.get(i).text().equals(tokens.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(
      CharSequence text, List<Tokens.Token> tokens, List<Tokens.Token> name) {
    for (int i = 0; i < name.size(); i++) {
      if (i >= tokens.size()
          || !Tokens.sameWord(tokens.get(i).text(), name.get(i).text())
          || (i > 0 && !joined(text, tokens.get(i - 1).end(), tokens.get(i).start()))) {
        return false;
      }
    }
    return !name.isEmpty();
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
