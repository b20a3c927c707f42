package dev.unglue.split.evidence;

import dev.unglue.text.Digits;

/**
 * A text that may be cut into names, looked at once: each of its many cuts asks tables of ints
 * instead of making strings of what stands around it.
 */
final class NameText {
  /** Powers of the factor in the hash of a string, for the longest part that is asked. */
  private static final int[] POWERS = powers(NameCut.WINDOW);

  private final String text;
  private final String lower;
  private final int[] hashes;
  private final int[] lowerHashes;
  private final int[] spaces;
  private final int[] changes;
  private final int[] spaceBefore;
  private final int[] spaceFrom;

  NameText(String text) {
    int length = text.length();
    this.text = text;
    this.lower = lower(text);
    this.hashes = hashes(text);
    this.lowerHashes = hashes(lower);
    this.spaces = new int[length + 1];
    this.changes = new int[length + 1];
    this.spaceBefore = new int[length + 1];
    this.spaceFrom = new int[length + 1];
    spaceBefore[0] = -1;
    for (int i = 0; i < length; i++) {
      boolean space = text.charAt(i) == ' ';
      spaces[i + 1] = spaces[i] + (space ? 1 : 0);
      spaceBefore[i + 1] = space ? i : spaceBefore[i];
      changes[i + 1] = changes[i] + (i > 0 && isChange(text.charAt(i - 1), text.charAt(i)) ? 1 : 0);
    }
    spaceFrom[length] = length;
    for (int i = length - 1; i >= 0; i--) {
      spaceFrom[i] = text.charAt(i) == ' ' ? i : spaceFrom[i + 1];
    }
  }

  /** Each character in lower case: as long as the text, whatever its script. */
  static String lower(String text) {
    int i = 0;
    while (i < text.length() && Character.toLowerCase(text.charAt(i)) == text.charAt(i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  char charAt(int at) {
    return text.charAt(at);
  }

  int length() {
    return text.length();
  }

  /** The number of that part in the table; -1 if it is no word there. */
  int in(WordTable words, int from, int to) {
    return words.isTooLong(to - from) ? -1 : words.find(text, from, to, hash(hashes, from, to));
  }

  /** The same in lower case. */
  int lowerIn(WordTable words, int from, int to) {
    return words.isTooLong(to - from)
        ? -1
        : words.find(lower, from, to, hash(lowerHashes, from, to));
  }

  /** How many blanks there are in a part. */
  int spaces(int from, int to) {
    return spaces[to] - spaces[from];
  }

  /** The last blank before that place; -1 if there is none. */
  int spaceBefore(int at) {
    return spaceBefore[at];
  }

  /** The first blank at that place or behind it; the length if there is none. */
  int spaceFrom(int at) {
    return spaceFrom[at];
  }

  /** Changes of case within a part that is not empty. */
  int changes(int from, int to) {
    return to <= from ? 0 : changes[to] - changes[from + 1];
  }

  private static boolean isChange(char before, char c) {
    return Character.isUpperCase(c) && endsPart(before);
  }

  private static boolean endsPart(char c) {
    return Character.isLowerCase(c) || Digits.isOfAnyScript(c) || ".)'’!".indexOf(c) >= 0;
  }

  /** For each place the hash of all before it; that of a part follows from two of them. */
  private static int[] hashes(String text) {
    int[] hashes = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      hashes[i + 1] = 31 * hashes[i] + text.charAt(i);
    }
    return hashes;
  }

  private static int hash(int[] hashes, int from, int to) {
    return hashes[to] - hashes[from] * POWERS[to - from];
  }

  private static int[] powers(int longest) {
    int[] powers = new int[longest + 1];
    powers[0] = 1;
    for (int i = 1; i <= longest; i++) {
      powers[i] = 31 * powers[i - 1];
    }
    return powers;
  }
}
