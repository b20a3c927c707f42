package dev.unglue.split.evidence;

import dev.unglue.model.page.Row.Join;
import dev.unglue.text.Digits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The slow twin of {@link NameCut}: what can be seen of a cut between two names, told with strings.
 * It says in a simple way what the tables of ints have to find.
 */
final class NameCutByStrings {
  private static final Set<String> JOINERS =
      Set.of("of", "and", "the", "for", "at", "in", "de", "du", "&", "la", "le", "-", "+");

  /** What only ends a name; the legal forms that companies carry. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "inc.",
          "incorporated",
          "corp",
          "corp.",
          "corporation",
          "co.",
          "company",
          "llc",
          "llp",
          "l.l.c.",
          "l.p.",
          "lp",
          "ltd",
          "ltd.",
          "limited",
          "plc",
          "gmbh",
          "ag",
          "s.a.");

  /** Longer words and names are all of one kind. */
  private static final int MOST_LETTERS = 7;

  /** Characters on each side of the cut that are looked at: those of the longest names. */
  private static final int WINDOW = 160;

  private static final int MOST_WORDS = 4;

  /** A known word with so many letters more is rather that word and the next name. */
  private static final int MOST_BEYOND = 3;

  private static final int SHORTEST_WORD = 3;

  /** What is longer is no word of any name. */
  private static final int LONGEST_WORD = 40;

  private final String left;
  private final String right;
  private final Join join;
  private final String last;
  private final String first;
  private final boolean loneLast;
  private final boolean loneFirst;
  private final NameStats stats;
  private final Map<String, Double> features = new LinkedHashMap<>();

  private NameCutByStrings(String left, String right, Join join, NameStats stats) {
    this.left = left.substring(Math.max(0, left.length() - WINDOW));
    this.right = right.substring(0, Math.min(WINDOW, right.length()));
    this.join = join;
    this.stats = stats;
    String token = this.left.substring(this.left.lastIndexOf(' ') + 1);
    this.last = token.substring(Math.max(0, token.length() - LONGEST_WORD));
    int space = this.right.indexOf(' ');
    int end = space < 0 ? this.right.length() : space;
    this.first = this.right.substring(0, Math.min(LONGEST_WORD, end));
    this.loneLast = token.length() == this.left.length();
    this.loneFirst = space < 0;
  }

  /** The features of a cut between {@code left} and {@code right}; absent ones are 0. */
  static Map<String, Double> features(
      String left, String right, Join join, Set<String> prefixes, NameStats stats) {
    NameCutByStrings cut = new NameCutByStrings(left, right, join, stats);
    cut.kind();
    cut.closedWords(prefixes);
    cut.lengths();
    cut.changes();
    cut.knownWords();
    cut.rates();
    return cut.features;
  }

  private void add(String feature, boolean seen) {
    if (seen) {
      features.put(feature, 1.0);
    }
  }

  /** The kinds of characters at the cut, each by itself and both together. */
  private void kind() {
    if (join == Join.GLUED) {
      String before = before(left, last);
      String after = after(right);
      add("before:" + before, true);
      add("after:" + after, true);
      add(LearnedWeights.KIND + before + "_" + after, true);
    } else {
      boolean small = Character.isLowerCase(right.charAt(0));
      add(LearnedWeights.KIND + (small ? "blank_before_small" : "blank_before_other"), true);
    }
  }

  private void closedWords(Set<String> prefixes) {
    String word = last.toLowerCase(Locale.ROOT);
    add(
        "after_prefix",
        prefixes.contains(word.substring(word.lastIndexOf('-') + 1))); // "Mc|Kesson"
    add("after_joiner", JOINERS.contains(word)); // "University of|Ohio"
    add("after_legal_form", LEGAL_FORMS.contains(word));
    boolean form = loneFirst && LEGAL_FORMS.contains(first.toLowerCase(Locale.ROOT));
    add("before_legal_form", form);
  }

  private void lengths() {
    add("after_one_letter", last.length() == 1); // "e|Bay"
    add("short_name", left.length() <= 2);
    add("short_rest", right.length() <= 2);
    add((loneLast ? "lone_last_" : "last_") + Math.min(MOST_LETTERS, last.length()), true);
    add((loneFirst ? "lone_first_" : "first_") + Math.min(MOST_LETTERS, first.length()), true);
    add("words_left_" + words(left), true);
    add("words_right_" + words(right), true);
  }

  /** The words of a name, at most so many. */
  private static int words(String name) {
    int words = 1;
    for (int i = name.indexOf(' '); i >= 0 && words < MOST_WORDS; i = name.indexOf(' ', i + 1)) {
      words++;
    }
    return words;
  }

  /** Changes of case that stay within words, where most names have none. */
  private void changes() {
    putCount("last_changes", changes(last));
    putCount("first_changes", changes(first));
    putCount("changes", changes(left) + changes(right));
  }

  private void putCount(String feature, int count) {
    if (count > 0) {
      features.put(feature, (double) count);
    }
  }

  private static int changes(String text) {
    int changes = 0;
    for (int i = 1; i < text.length(); i++) {
      changes += Character.isUpperCase(text.charAt(i)) && endsPart(text.charAt(i - 1)) ? 1 : 0;
    }
    return changes;
  }

  private static boolean endsPart(char c) {
    return Character.isLowerCase(c) || Digits.isOfAnyScript(c) || ".)'’!".indexOf(c) >= 0;
  }

  private void knownWords() {
    add("inside_word", join == Join.GLUED && isWord(last + first)); // "Health|Care"
    boolean whole = isWord(last);
    add("whole_word_before", whole);
    add("whole_word_after", isWord(first));
    for (int more = 1; !whole && more <= MOST_BEYOND; more++) {
      String word = last.substring(0, Math.max(0, last.length() - more));
      if (word.length() >= SHORTEST_WORD && !last.endsWith("s") && isWord(word)) {
        add("beyond_word_" + more, true); // "Nationin|Ventiv"
        return;
      }
    }
  }

  private boolean isWord(String word) {
    return stats.isWord(new NameText(word), 0, word.length());
  }

  private void rates() {
    features.put("ending", stats.ending(new NameText(left), 0, left.length()));
    features.put("beginning", stats.beginning(new NameText(right), 0, right.length()));
    features.put("last_word", stats.lastWord(new NameText(last), 0, last.length()));
    features.put("first_word", stats.firstWord(new NameText(first), 0, first.length()));
  }

  private static String before(String left, String last) {
    char a = left.charAt(left.length() - 1);
    if (Character.isUpperCase(a)) {
      int run = 0;
      while (run < last.length() && Character.isUpperCase(last.charAt(last.length() - 1 - run))) {
        run++;
      }
      return run == last.length() && run > 1 ? "acronym" : run > 1 ? "capitals" : "capital";
    }
    if (Character.isLowerCase(a)) {
      return "small";
    }
    if (Digits.isOfAnyScript(a)) {
      return last.chars().allMatch(Digits::isOfAnyScript) ? "number" : "digit";
    }
    if (a == '.') {
      return last.indexOf('.') < last.length() - 1 || last.length() <= 2 ? "initials" : "dot";
    }
    return a == ')' ? "bracket" : Character.isLetter(a) ? "letter" : "mark";
  }

  private static String after(String right) {
    char b = right.charAt(0);
    char c = right.length() > 1 ? right.charAt(1) : ' ';
    if (Character.isUpperCase(b)) {
      return Character.isLowerCase(c) ? "word" : Character.isUpperCase(c) ? "capitals" : "initial";
    }
    if (Character.isLowerCase(b)) {
      return Character.isUpperCase(c) ? "mixed" : "small";
    }
    return Digits.isOfAnyScript(b) ? "digit" : Character.isLetter(b) ? "letter" : "mark";
  }
}
