package dev.unglue.split;

import dev.unglue.model.Row.Join;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen of a cut between two names: features with their values. Their weights are
 * learned; see {@link NameWeights}.
 */
public final class NameCut {
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

  private static final int MOST_WORDS = 4;

  /** A known word with so many letters more is rather that word and the next name. */
  private static final int MOST_BEYOND = 3;

  private static final int SHORTEST_WORD = 3;

  private final String left;
  private final String right;
  private final Join join;
  private final String last;
  private final String first;
  private final NameStats stats;
  private final Map<String, Double> features = new LinkedHashMap<>();

  private NameCut(String left, String right, Join join, NameStats stats) {
    this.left = left;
    this.right = right;
    this.join = join;
    this.stats = stats;
    this.last = left.substring(left.lastIndexOf(' ') + 1);
    int space = right.indexOf(' ');
    this.first = space < 0 ? right : right.substring(0, space);
  }

  /** The features of a cut between {@code left} and {@code right}; absent ones are 0. */
  public static Map<String, Double> features(
      String left, String right, Join join, Set<String> prefixes, NameStats stats) {
    NameCut cut = new NameCut(left, right, join, stats);
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
      add(NameWeights.KIND + before + "_" + after, true);
    } else {
      boolean small = Character.isLowerCase(right.charAt(0));
      add(NameWeights.KIND + (small ? "blank_before_small" : "blank_before_other"), true);
    }
  }

  private void closedWords(Set<String> prefixes) {
    String part = last.substring(last.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
    add("after_prefix", prefixes.contains(part)); // "Mc|Kesson", "De|Pauw"
    add("after_joiner", JOINERS.contains(last.toLowerCase(Locale.ROOT))); // "University of|Ohio"
    add("after_legal_form", LEGAL_FORMS.contains(last.toLowerCase(Locale.ROOT)));
    add("before_legal_form", LEGAL_FORMS.contains(right.toLowerCase(Locale.ROOT)));
  }

  private void lengths() {
    add("after_one_letter", last.length() == 1); // "e|Bay"
    add("short_name", left.length() <= 2);
    add("short_rest", right.length() <= 2);
    boolean lone = left.length() == last.length();
    add((lone ? "lone_last_" : "last_") + Math.min(MOST_LETTERS, last.length()), true);
    lone = right.length() == first.length();
    add((lone ? "lone_first_" : "first_") + Math.min(MOST_LETTERS, first.length()), true);
    add("words_left_" + Math.min(MOST_WORDS, words(left)), true);
    add("words_right_" + Math.min(MOST_WORDS, words(right)), true);
  }

  private static int words(String name) {
    return 1 + (int) name.chars().filter(c -> c == ' ').count();
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
      char before = text.charAt(i - 1);
      boolean ends =
          Character.isLowerCase(before)
              || Character.isDigit(before)
              || ".)'’!".indexOf(before) >= 0;
      changes += ends && Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return changes;
  }

  private void knownWords() {
    add("inside_word", join == Join.GLUED && stats.isWord(last + first)); // "Health|Care"
    boolean whole = stats.isWord(last);
    add("whole_word_before", whole);
    add("whole_word_after", stats.isWord(first));
    for (int more = 1; !whole && more <= MOST_BEYOND; more++) {
      String word = last.substring(0, Math.max(0, last.length() - more));
      if (word.length() >= SHORTEST_WORD && !last.endsWith("s") && stats.isWord(word)) {
        add("beyond_word_" + more, true); // "Nationin|Ventiv"
        return;
      }
    }
  }

  private void rates() {
    features.put("ending", stats.ending(left));
    features.put("beginning", stats.beginning(right));
    features.put("last_word", stats.lastWord(last));
    features.put("first_word", stats.firstWord(first));
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
    if (Character.isDigit(a)) {
      return last.chars().allMatch(Character::isDigit) ? "number" : "digit";
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
    return Character.isDigit(b) ? "digit" : Character.isLetter(b) ? "letter" : "mark";
  }
}
