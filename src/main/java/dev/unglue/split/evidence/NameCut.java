package dev.unglue.split.evidence;

import dev.unglue.model.page.Row.Join;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen of a cut between two names: features with their values. Their weights are
 * learned; see {@link LearnedWeights}.
 *
 * <p>Most features are those of one side alone, which many cuts share; so each side is asked by
 * itself. Nothing is made of a cut that is looked at: features are numbers, and names are places in
 * a {@link NameText}.
 */
public final class NameCut {
  /** Characters on each side of the cut that are looked at: those of the longest names. */
  static final int WINDOW = 160;

  private static final List<String> BEFORE =
      List.of(
          "acronym capitals capital small number digit initials dot bracket letter mark"
              .split(" "));
  private static final List<String> AFTER =
      List.of("word", "capitals", "initial", "mixed", "small", "digit", "letter", "mark");

  private static final int AFTERS = AFTER.size();

  /** Longer words and names are all of one kind. */
  private static final int MOST_LETTERS = 7;

  private static final int MOST_WORDS = 4;

  /** A known word with so many letters more is rather that word and the next name. */
  private static final int MOST_BEYOND = 3;

  /** The names of all features; a feature is its place here. */
  static final List<String> FEATURES = features();

  private static final int FIRST_BEFORE = id("before:" + BEFORE.get(0));
  private static final int FIRST_AFTER = id("after:" + AFTER.get(0));
  private static final int FIRST_KIND = id(LearnedWeights.KIND + "acronym_word");
  private static final int BLANK_SMALL = id(LearnedWeights.KIND + "blank_before_small");
  private static final int BLANK_OTHER = id(LearnedWeights.KIND + "blank_before_other");
  private static final int AFTER_PREFIX = id("after_prefix");
  private static final int AFTER_JOINER = id("after_joiner");
  private static final int AFTER_LEGAL_FORM = id("after_legal_form");
  private static final int BEFORE_LEGAL_FORM = id("before_legal_form");
  private static final int AFTER_ONE_LETTER = id("after_one_letter");
  private static final int SHORT_NAME = id("short_name");
  private static final int SHORT_REST = id("short_rest");
  private static final int LAST = id("last_0");
  private static final int LONE_LAST = id("lone_last_0");
  private static final int FIRST = id("first_0");
  private static final int LONE_FIRST = id("lone_first_0");
  private static final int WORDS_LEFT = id("words_left_0");
  private static final int WORDS_RIGHT = id("words_right_0");
  private static final int LAST_CHANGES = id("last_changes");
  private static final int FIRST_CHANGES = id("first_changes");
  private static final int CHANGES = id("changes");
  static final int INSIDE_WORD = id("inside_word");
  private static final int WHOLE_WORD_BEFORE = id("whole_word_before");
  private static final int WHOLE_WORD_AFTER = id("whole_word_after");
  private static final int BEYOND_WORD = id("beyond_word_0");
  private static final int ENDING = id("ending");
  private static final int BEGINNING = id("beginning");
  private static final int LAST_WORD = id("last_word");
  private static final int FIRST_WORD = id("first_word");

  private static final WordTable JOINERS =
      table(List.of("of", "and", "the", "for", "at", "in", "de", "du", "&", "la", "le", "-", "+"));

  /** What only ends a name; the legal forms that companies carry. */
  private static final WordTable LEGAL_FORMS =
      table(
          List.of(
              ("inc inc. incorporated corp corp. corporation co. company llc llp l.l.c. l.p. "
                      + "lp ltd ltd. limited plc gmbh ag s.a.")
                  .split(" ")));

  private static final int SHORTEST_WORD = 3;

  /** What is longer is no word of any name. */
  private static final int LONGEST_WORD = 40;

  /** Takes the features of a cut, each with its value. */
  interface Sink {
    void add(int feature, double value);
  }

  private final NameText text;
  private final boolean glued;
  private final WordTable prefixes;
  private final NameStats stats;

  /**
   * The cuts of one text.
   *
   * @param prefixes first parts of words after which a capital may follow, lower case
   */
  NameCut(NameText text, Join join, WordTable prefixes, NameStats stats) {
    this.text = text;
    this.glued = join == Join.GLUED;
    this.prefixes = prefixes;
    this.stats = stats;
  }

  /** The features of a cut between {@code left} and {@code right}; absent ones are 0. */
  public static Map<String, Double> features(
      String left, String right, Join join, Set<String> prefixes, NameStats stats) {
    NameText text = new NameText(left + right);
    NameCut cut = new NameCut(text, join, table(prefixes), stats);
    Map<String, Double> features = new LinkedHashMap<>();
    Sink sink = (feature, value) -> features.merge(FEATURES.get(feature), value, Double::sum);
    cut.left(0, left.length(), sink);
    cut.right(left.length(), text.length(), sink);
    cut.both(0, left.length(), left.length(), text.length(), sink);
    return features;
  }

  /** A table of these words. */
  static WordTable table(Iterable<String> words) {
    WordTable table = new WordTable();
    words.forEach(table::add);
    return table;
  }

  /** What is seen of the name before a cut. */
  void left(int start, int end, Sink sink) {
    int from = Math.max(start, end - WINDOW);
    int token = Math.max(from, text.spaceBefore(end) + 1);
    int last = Math.max(token, end - LONGEST_WORD);
    if (glued) {
      sink.add(FIRST_BEFORE + before(start, end), 1);
    }
    closedWords(last, end, sink);
    add(AFTER_ONE_LETTER, end - last == 1, sink); // "e|Bay"
    add(SHORT_NAME, end - from <= 2, sink);
    sink.add((token == from ? LONE_LAST : LAST) + Math.min(MOST_LETTERS, end - last), 1);
    sink.add(WORDS_LEFT + words(from, end), 1);
    putCount(LAST_CHANGES, text.changes(last, end), sink);
    putCount(CHANGES, text.changes(from, end), sink);
    knownWord(last, end, sink);
    sink.add(ENDING, stats.ending(text, from, end));
    sink.add(LAST_WORD, stats.lastWord(text, last, end));
  }

  /** What is seen of the name behind a cut. */
  void right(int start, int rest, Sink sink) {
    int end = Math.min(rest, start + WINDOW);
    int space = text.spaceFrom(start);
    boolean lone = space >= end;
    int first = Math.min(start + LONGEST_WORD, lone ? end : space);
    if (glued) {
      sink.add(FIRST_AFTER + after(start, end), 1);
    } else {
      sink.add(Character.isLowerCase(text.charAt(start)) ? BLANK_SMALL : BLANK_OTHER, 1);
    }
    add(BEFORE_LEGAL_FORM, lone && text.lowerIn(LEGAL_FORMS, start, first) >= 0, sink);
    add(SHORT_REST, end - start <= 2, sink);
    sink.add((lone ? LONE_FIRST : FIRST) + Math.min(MOST_LETTERS, first - start), 1);
    sink.add(WORDS_RIGHT + words(start, end), 1);
    putCount(FIRST_CHANGES, text.changes(start, first), sink);
    putCount(CHANGES, text.changes(start, end), sink);
    add(WHOLE_WORD_AFTER, stats.isWord(text, start, first), sink);
    sink.add(BEGINNING, stats.beginning(text, start, end));
    sink.add(FIRST_WORD, stats.firstWord(text, start, first));
  }

  /** What is seen only of both names together. */
  private void both(int start, int end, int next, int rest, Sink sink) {
    if (glued) {
      sink.add(kind(before(start, end), after(next, rest)), 1);
      add(INSIDE_WORD, isInsideWord(start, end, next, rest), sink);
    }
  }

  /** The feature of the kinds of characters at both sides of a cut in glued text. */
  static int kind(int before, int after) {
    return FIRST_KIND + before * AFTERS + after;
  }

  /** True if what stands around a cut in glued text is a word: "Health|Care". */
  boolean isInsideWord(int start, int end, int next, int rest) {
    int from = Math.max(Math.max(start, end - LONGEST_WORD), text.spaceBefore(end) + 1);
    int to = Math.min(Math.min(rest, next + LONGEST_WORD), text.spaceFrom(next));
    return stats.isWord(text, from, to);
  }

  boolean isGlued() {
    return glued;
  }

  private static void add(int feature, boolean seen, Sink sink) {
    if (seen) {
      sink.add(feature, 1);
    }
  }

  private static void putCount(int feature, int count, Sink sink) {
    if (count > 0) {
      sink.add(feature, count);
    }
  }

  private void closedWords(int last, int end, Sink sink) {
    int part = end;
    while (part > last && text.charAt(part - 1) != '-') {
      part--;
    }
    add(AFTER_PREFIX, text.lowerIn(prefixes, part, end) >= 0, sink); // "Mc|Kesson"
    add(AFTER_JOINER, text.lowerIn(JOINERS, last, end) >= 0, sink); // "University of|Ohio"
    add(AFTER_LEGAL_FORM, text.lowerIn(LEGAL_FORMS, last, end) >= 0, sink);
  }

  /** The words of a name, at most so many. */
  private int words(int from, int to) {
    return Math.min(MOST_WORDS, 1 + text.spaces(from, to));
  }

  private void knownWord(int last, int end, Sink sink) {
    if (stats.isWord(text, last, end)) {
      sink.add(WHOLE_WORD_BEFORE, 1);
    } else if (end == last || text.charAt(end - 1) != 's') {
      for (int more = 1; more <= MOST_BEYOND && end - more - last >= SHORTEST_WORD; more++) {
        if (stats.isWord(text, last, end - more)) {
          sink.add(BEYOND_WORD + more, 1); // "Nationin|Ventiv"
          return;
        }
      }
    }
  }

  /** The kind of character that ends the name before a cut. */
  int before(int start, int end) {
    int last = Math.max(Math.max(start, end - LONGEST_WORD), text.spaceBefore(end) + 1);
    char a = text.charAt(end - 1);
    if (Character.isUpperCase(a)) {
      int run = end;
      while (run > last && Character.isUpperCase(text.charAt(run - 1))) {
        run--;
      }
      return end - run <= 1 ? 2 : run == last ? 0 : 1;
    }
    if (Character.isLowerCase(a)) {
      return 3;
    }
    if (Digits.isOfAnyScript(a)) {
      return isNumber(last, end) ? 4 : 5;
    }
    if (a == '.') {
      return end - last <= 2 || hasDot(last, end - 1) ? 6 : 7;
    }
    return a == ')' ? 8 : Character.isLetter(a) ? 9 : 10;
  }

  private boolean isNumber(int from, int to) {
    int at = from;
    while (at < to && Digits.isOfAnyScript(text.charAt(at))) {
      at++;
    }
    return at == to;
  }

  private boolean hasDot(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '.') {
      at++;
    }
    return at < to;
  }

  /** The kind of character that begins the name behind a cut. */
  int after(int start, int end) {
    char b = text.charAt(start);
    char c = end - start > 1 ? text.charAt(start + 1) : ' ';
    if (Character.isUpperCase(b)) {
      return Character.isLowerCase(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
    }
    if (Character.isLowerCase(b)) {
      return Character.isUpperCase(c) ? 3 : 4;
    }
    return Digits.isOfAnyScript(b) ? 5 : Character.isLetter(b) ? 6 : 7;
  }

  private static int id(String feature) {
    return FEATURES.indexOf(feature);
  }

  private static List<String> features() {
    List<String> all = new ArrayList<>();
    BEFORE.forEach(kind -> all.add("before:" + kind));
    AFTER.forEach(kind -> all.add("after:" + kind));
    BEFORE.forEach(a -> AFTER.forEach(b -> all.add(LearnedWeights.KIND + a + "_" + b)));
    all.add(LearnedWeights.KIND + "blank_before_small");
    all.add(LearnedWeights.KIND + "blank_before_other");
    all.addAll(
        List.of(
            ("after_prefix after_joiner after_legal_form before_legal_form after_one_letter short_name short_rest "
                    + "last_changes first_changes changes inside_word whole_word_before whole_word_after "
                    + "ending beginning last_word first_word")
                .split(" ")));
    for (String side : List.of("last_", "lone_last_", "first_", "lone_first_")) {
      numbered(side, MOST_LETTERS, all);
    }
    numbered("words_left_", MOST_WORDS, all);
    numbered("words_right_", MOST_WORDS, all);
    numbered("beyond_word_", MOST_BEYOND, all);
    return List.copyOf(all);
  }

  private static void numbered(String feature, int most, List<String> all) {
    for (int i = 0; i <= most; i++) {
      all.add(feature + i);
    }
  }
}
