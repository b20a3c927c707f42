package dev.unglue.model.field;

import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages print for "no value": signs such as {@code -}, and words such as {@code n.d.} or
 * {@code No data}, in any case. Where the hyphen is a mark, every other dash is one too.
 */
public final class MissingMarks {
  private static final int LONGEST_RULE = 5;

  /** What programs write into an empty cell for those who cannot see it. */
  private static final Pattern PLACE =
      Pattern.compile("(?:Row \\d{1,3} - Cell|Header Cell - Column) \\d");

  /** A shorter word of letters alone is easily the beginning of another: "NA" of "NASA". */
  private static final int LONG_WORD = 4;

  private static final int CERTAIN_WORD = 6;

  private final Set<String> signs = new LinkedHashSet<>();
  private final Set<String> words = new LinkedHashSet<>();
  private final boolean dashes;

  /** The signs, and each dash where one is a mark: what may stand in a joined row. */
  private final List<String> joined;

  private MissingMarks(List<String> listed) {
    for (String mark : listed) {
      if (mark.chars().anyMatch(Character::isLetter)) {
        words.add(mark.toLowerCase(Locale.ROOT));
      } else {
        signs.add(mark);
      }
    }
    this.dashes = signs.contains("-");
    Set<String> all = new LinkedHashSet<>(signs);
    for (int i = 0; i < Dashes.ALL.length() && dashes; i++) {
      all.add(Dashes.ALL.substring(i, i + 1));
    }
    this.joined = List.copyOf(all);
  }

  /** The marks that a configuration lists. */
  public static MissingMarks of(List<String> listed) {
    return new MissingMarks(listed);
  }

  /** True if a cell of its own says that there is no value. */
  public boolean contains(String cell) {
    return signs.contains(cell)
        || (dashes && isRule(cell))
        || words.contains(Whitespace.collapse(cell).toLowerCase(Locale.ROOT))
        || isPlace(cell);
  }

  /** True for the place of an empty cell in its own words: {@code Row 2 - Cell 1}. */
  static boolean isPlace(String cell) {
    return PLACE.matcher(cell).matches();
  }

  /** Dashes alone: {@code --} in a cell of its own is drawn longer, and says no more. */
  private static boolean isRule(String cell) {
    boolean rule = !cell.isEmpty() && cell.length() <= LONGEST_RULE;
    for (int i = 0; i < cell.length() && rule; i++) {
      rule = Dashes.is(cell.charAt(i));
    }
    return rule;
  }

  /** True if the mark may be a part of a name that begins or ends so. */
  public boolean touches(String name) {
    return signs.stream().anyMatch(sign -> name.startsWith(sign) || name.endsWith(sign))
        || (dashes && (Dashes.is(name.charAt(0)) || Dashes.is(name.charAt(name.length() - 1))));
  }

  /** True if a text begins with a word that is a mark, and no longer word. */
  public boolean begin(String text) {
    return words.stream()
        .anyMatch(
            word -> text.regionMatches(true, 0, word, 0, word.length()) && stands(text, 0, word));
  }

  /**
   * The marks that may be cells of a text in which cells have run together, as it prints them.
   * There each dash stands for itself ({@code --} is missing twice) unless blanks set the dashes
   * apart.
   */
  public List<String> in(String text) {
    Set<String> found = new LinkedHashSet<>(joined);
    if (dashes) {
      for (String part : Whitespace.collapse(text).split(" ", -1)) {
        if (isRule(part)) {
          found.add(part);
        }
      }
    }
    Matcher places = PLACE.matcher(text);
    while (text.contains(" - Cell ") && places.find()) {
      found.add(places.group());
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        if (lower.length() == text.length() && stands(text, at, word)) {
          found.add(text.substring(at, at + word.length()));
        }
      }
    }
    return new ArrayList<>(found);
  }

  /** True if a word that is found at some place can be a cell there, not a part of another word. */
  private static boolean stands(String text, int at, String word) {
    int end = at + word.length();
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean plain = word.chars().allMatch(Character::isLetter);
    boolean isLong = !plain || word.length() >= LONG_WORD;
    boolean ends = !Character.isLetter(after) || (isLong && Character.isUpperCase(after));
    boolean begins =
        !Character.isLetter(before)
            || !plain
            || word.length() >= CERTAIN_WORD
            || (Character.isLowerCase(before) && Character.isUpperCase(text.charAt(at)));
    return ends && begins;
  }
}
