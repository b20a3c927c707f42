package dev.unglue.extract.statement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text, and whether two words are one word in singular and plural. */
final class Tokens {
  private static final int SHORTEST_WITH_PLURAL = 3;

  private Tokens() {}

  /**
   * A word of a text.
   *
   * @param text in lower case, without accents and apostrophes
   * @param start its first character
   * @param end one past its last, an apostrophe of possession included
   */
  record Token(String text, int start, int end) {}

  /** The words in order. {@code C++} and {@code C#} keep their signs, {@code &} is "and". */
  static List<Token> of(CharSequence text) {
    return of(text, 0, Integer.MAX_VALUE);
  }

  /** The first {@code most} words from a place on. */
  static List<Token> of(CharSequence text, int from, int most) {
    List<Token> tokens = new ArrayList<>();
    int at = from;
    while (at < text.length() && tokens.size() < most) {
      int end = wordEnd(text, at);
      if (end > at) {
        tokens.add(new Token(plain(text.subSequence(at, end).toString()), at, end));
      }
      at = Math.max(end, at + 1);
    }
    return tokens;
  }

  /** One past the word that begins at a place; the place itself where none does. */
  static int wordEnd(CharSequence text, int at) {
    if (text.charAt(at) == '&') {
      return at + 1;
    }
    int end = at;
    while (end < text.length() && inWord(text, at, end)) {
      end++;
    }
    return end;
  }

  private static boolean inWord(CharSequence text, int start, int at) {
    char c = text.charAt(at);
    if (c >= 'a' && c <= 'z') {
      return true; // most characters of a page
    }
    return Character.isLetterOrDigit(c)
        || (at > start && (c == '\'' || c == '’' || c == '+' || c == '#'))
        || (c >= 0x80
            && (Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK));
  }

  private static String plain(String word) {
    if (word.equals("&")) {
      return "and";
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (isPlain(lower)) {
      return lower;
    }
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c != '\'' && c != '’' && Character.getType(c) != Character.NON_SPACING_MARK) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** True for a word of ASCII without an apostrophe, as nearly all are. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 0x80 || c == '\'') {
        return false;
      }
    }
    return true;
  }

  /**
   * What a word begins with in singular and plural alike; empty where that is not clear at once.
   */
  static String stem(String word) {
    boolean plain = isPlain(word) && word.chars().allMatch(Character::isLetterOrDigit);
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == 's') {
      end--;
    }
    int kept = end - (end < word.length() ? 4 : 2); // ies, y, or ves, fe; men, man
    for (String odd : List.of("person", "people")) {
      int at = word.lastIndexOf(odd);
      kept = at < 0 ? kept : Math.min(kept, at + 2);
    }
    return plain && kept > 0 ? word.substring(0, kept) : "";
  }

  /** True if the two words differ at most in number: {@code chiefs} and {@code chief}. */
  static boolean sameWord(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.isEmpty() || b.isEmpty() || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    Set<String> singulars = singulars(a);
    for (String other : singulars(b)) {
      if (singulars.contains(other)) {
        return true;
      }
    }
    return false;
  }

  /** The word and all that it can be the plural of. */
  private static Set<String> singulars(String word) {
    Set<String> singulars = new HashSet<>();
    singulars.add(word);
    if (word.length() < SHORTEST_WITH_PLURAL) {
      return singulars;
    }
    String cut = word;
    while (cut.endsWith("s") && cut.length() >= SHORTEST_WITH_PLURAL) {
      cut = cut.substring(0, cut.length() - 1);
      singulars.add(cut);
    }
    addIf(singulars, word, "es", "");
    addIf(singulars, word, "ies", "y");
    addIf(singulars, word, "ves", "f");
    addIf(singulars, word, "ves", "fe");
    addIf(singulars, word, "men", "man");
    addIf(singulars, word, "people", "person");
    return singulars;
  }

  private static void addIf(Set<String> singulars, String word, String ending, String singular) {
    if (word.endsWith(ending)) {
      singulars.add(word.substring(0, word.length() - ending.length()) + singular);
    }
  }
}
