package dev.unglue.extract.statement;

import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a paragraph into its sentences, also where no blank stands between them.
 *
 * @param abbreviations words, in lower case, whose dot ends no sentence
 */
record Sentences(List<String> abbreviations) {
  /** Longer "sentences" are no prose; they are cut so that matching stays cheap. */
  private static final int LONGEST = 1_000;

  /** The sentences of a paragraph, in order. */
  List<MaskedText> of(MaskedText paragraph) {
    List<MaskedText> sentences = new ArrayList<>();
    String text = paragraph.text();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int end = text.charAt(i) <= '?' ? sentenceEnd(text, i) : 0;
      boolean tooLong = i - start >= LONGEST;
      if (end > 0 || tooLong) {
        int cut = end > 0 ? end : i;
        add(sentences, paragraph, start, cut);
        start = cut;
        i = Math.max(i, cut - 1);
      }
    }
    add(sentences, paragraph, start, text.length());
    return sentences;
  }

  private static void add(List<MaskedText> sentences, MaskedText paragraph, int from, int to) {
    MaskedText sentence = paragraph.part(from, to);
    if (!sentence.text().isEmpty()) {
      sentences.add(sentence);
    }
  }

  /** One past the sentence that ends with the mark at {@code at}; 0 where none ends there. */
  int sentenceEnd(String text, int at) {
    char mark = text.charAt(at);
    if (mark != '.' && mark != '!' && mark != '?') {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && "\"')]".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == text.length()) {
      return end;
    }
    boolean ends = text.charAt(end) == ' ' ? endsBeforeBlank(text, at, end) : glued(text, at, end);
    return ends ? end : 0;
  }

  private boolean endsBeforeBlank(String text, int at, int end) {
    if (end + 1 == text.length()) {
      return true;
    }
    char next = text.charAt(end + 1);
    return !Character.isLowerCase(next) && !(text.charAt(at) == '.' && isAbbreviation(text, at));
  }

  private boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || isInner(text, start - 1))) {
      start--;
    }
    String word = text.substring(start, dot).toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isUpperCase(text.charAt(start));
    return initial || abbreviations.contains(word);
  }

  /** The dot inside {@code e.g} or {@code u.s}. */
  private static boolean isInner(String text, int at) {
    return text.charAt(at) == '.' && at > 0 && Character.isLetter(text.charAt(at - 1));
  }

  /** {@code …degree.Loss mitigation}: the end of a paragraph that the next one is stuck to. */
  private static boolean glued(String text, int at, int end) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(end);
    boolean closed =
        Character.isLowerCase(before)
            || Digits.is(before)
            || "%)\"'".indexOf(before) >= 0
            || MaskedText.isMention(before);
    boolean opens =
        Character.isUpperCase(after)
            && end + 1 < text.length()
            && (Character.isLowerCase(text.charAt(end + 1)) || text.charAt(end + 1) == ' ');
    return closed && (opens || MaskedText.isMention(after));
  }
}
