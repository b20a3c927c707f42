package dev.unglue.extract.table.sentence;

import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a row of sentences, and the places where a cell may begin: a capital at the beginning
 * of a word.
 *
 * @param text label and cells
 * @param breaks where its lines begin, but for the first
 * @param names the subjects by title or address, in the order of the columns
 */
record RowText(SourceText text, Set<Integer> breaks, List<String> names) {
  /** What may stand before the name of a subject at the beginning of a sentence. */
  private static final Set<String> LEADS =
      Set.of("a", "an", "the", "in", "for", "with", "on", "of", "by", "at", "from", "to", "as");

  /** Behind these a sentence goes on. */
  private static final Set<String> NO_ENDS =
      Set.of(
          "and", "or", "than", "is", "are", "that", "while", "whereas", "but", "between", "called");

  private static final String OPENERS =
      " a an the it its they this these there in no all both some any each only not ";

  private static final int MOST_LEADS = 2;
  private static final int SHORT_WORD = 3;

  /** The lines of a row as one text. */
  static RowText of(List<SourceText> lines, List<String> names) {
    Set<Integer> breaks = new HashSet<>();
    SourceText whole = WrappedCells.joined(lines);
    int at = 0;
    for (SourceText line : lines.subList(0, lines.size() - 1)) {
      at += line.length();
      while (at < whole.length() && whole.charAt(at) == ' ') {
        at++;
      }
      breaks.add(at);
    }
    return new RowText(whole, breaks, names);
  }

  /** Where a cell may begin, from the second word on. */
  List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && isBlank(i - 1)) {
        starts.add(i);
      }
    }
    return starts;
  }

  boolean isBlank(int at) {
    return Character.isWhitespace(text.charAt(at));
  }

  boolean isBreak(int at) {
    return breaks.contains(at);
  }

  /** False where a line that may be no part of the row stands within a cell: it has a capital. */
  boolean breaksOnlyAt(List<Integer> cells) {
    return breaks.stream()
        .allMatch(at -> cells.contains(at) || Character.isLowerCase(text.charAt(at)));
  }

  /** True if a sentence ends before a place. */
  boolean isBehindSentence(int at) {
    int end = before(at);
    return end > 1 && ".!?".indexOf(text.charAt(end)) >= 0 && !isBlank(end - 1);
  }

  private int before(int at) {
    int end = at - 1;
    while (end > 0 && isBlank(end)) {
      end--;
    }
    return end;
  }

  boolean isBehindColon(int at) {
    return text.charAt(before(at)) == ':';
  }

  /** True if what stands before a place cannot end there: a comma, or a word that leads on. */
  boolean isWithin(int at) {
    int end = before(at);
    int from = end;
    while (from > 0 && !isBlank(from - 1)) {
      from--;
    }
    String word = text.text().substring(from, end + 1).toLowerCase(Locale.ROOT);
    return word.endsWith(",") || LEADS.contains(word) || NO_ENDS.contains(word);
  }

  /** True for a label that ends before a place. */
  boolean mayEndLabel(int at) {
    int end = before(at);
    int from = end;
    while (from > 0 && !isBlank(from - 1)) {
      from--;
    }
    String word = text.text().substring(from, end + 1);
    boolean small = Character.isLowerCase(word.charAt(0)) && word.length() <= SHORT_WORD;
    return !small && !isOpener(from) && ".!?,;".indexOf(text.charAt(end)) < 0;
  }

  boolean isOpener(int at) {
    return OPENERS.contains(" " + word(at).toLowerCase(Locale.ROOT) + " ");
  }

  /** The word that begins at a place. */
  String word(int at) {
    return text.text().substring(at, wordEnd(at));
  }

  private int wordEnd(int at) {
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return Math.max(end, Math.min(at + 1, text.length()));
  }

  private int next(int at) {
    int next = wordEnd(at);
    while (next < text.length() && isBlank(next)) {
      next++;
    }
    return next;
  }

  /** How many words are the same from two places on, up to two; a plural counts as the same. */
  int alike(int one, int other) {
    if (!isSame(word(one), word(other))) {
      return 0;
    }
    int first = next(one);
    int second = next(other);
    boolean more = first < other && second < text.length() && isSame(word(first), word(second));
    return more ? 2 : 1;
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || one.equals(other + "s") || other.equals(one + "s");
  }

  /** The column of whose subject the words at a place begin to speak; -1 for none. */
  int subjectAt(int at) {
    int from = at;
    for (int leads = 0; leads <= MOST_LEADS && from < text.length(); leads++) {
      int subject = nameAt(from);
      if (subject >= 0 || !LEADS.contains(word(from).toLowerCase(Locale.ROOT))) {
        return subject;
      }
      from = next(from);
    }
    return -1;
  }

  private int nameAt(int at) {
    int best = -1;
    int longest = 0;
    for (int i = 0; i < names.size(); i++) {
      int end = endOfName(text.text(), at, names.get(i));
      if (end > longest) {
        longest = end;
        best = i;
      }
    }
    return best;
  }

  /** Where a name ends that begins at a place, its plural included; -1 if it does not. */
  static int endOfName(String text, int from, String name) {
    int at = from;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '-') {
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
      } else if (at < text.length() && Character.toLowerCase(text.charAt(at)) == name.charAt(i)) {
        at++;
      } else {
        return -1;
      }
    }
    if (at < text.length() && text.charAt(at) == 's') {
      at++;
    }
    boolean ends = at == text.length() || !Character.isLowerCase(text.charAt(at));
    return ends && at > from ? at : -1;
  }
}
