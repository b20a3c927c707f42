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

  private NameCut() {}

  /** The features of a cut between {@code left} and {@code right}; absent ones are 0. */
  public static Map<String, Double> features(
      String left, String right, Join join, Set<String> prefixes, NameStats stats) {
    Map<String, Double> features = new LinkedHashMap<>();
    String last = left.substring(left.lastIndexOf(' ') + 1);
    int space = right.indexOf(' ');
    String first = space < 0 ? right : right.substring(0, space);
    String kind = join == Join.GLUED ? glued(left, right, last) : spaced(right);
    features.put(NameWeights.KIND + kind, 1.0);
    if (prefixes.contains(last.substring(last.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT))) {
      features.put("after_prefix", 1.0); // "Mc|Kesson", "De|Pauw"
    }
    if (JOINERS.contains(last.toLowerCase(Locale.ROOT))) {
      features.put("after_joiner", 1.0); // "University of|Ohio"
    }
    if (last.length() == 1) {
      features.put("after_one_letter", 1.0); // "e|Bay"
    }
    if (left.length() <= 2) {
      features.put("short_name", 1.0);
    }
    if (right.length() <= 2) {
      features.put("short_rest", 1.0);
    }
    if (stats.isWord(last)) {
      features.put("whole_word_before", 1.0);
    }
    if (stats.isWord(first)) {
      features.put("whole_word_after", 1.0);
    }
    features.put("ending", stats.ending(left));
    features.put("beginning", stats.beginning(right));
    features.put("last_word", stats.lastWord(last));
    features.put("first_word", stats.firstWord(first));
    return features;
  }

  private static String spaced(String right) {
    return Character.isLowerCase(right.charAt(0)) ? "blank_before_small" : "blank_before_other";
  }

  /** The kinds of characters at the cut. */
  private static String glued(String left, String right, String last) {
    return before(left, last) + "_" + after(right);
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
