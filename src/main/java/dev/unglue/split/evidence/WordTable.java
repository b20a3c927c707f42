package dev.unglue.split.evidence;

import java.util.Arrays;

/**
 * Words by number, found by a part of a longer text without a string being made of it.
 *
 * <p>Each cut of a row asks for a dozen words and groups of letters, and hardly any is there: so
 * this is a plain table with open places, whose hash is that of {@link String}, which a {@link
 * NameText} knows of every part of its text.
 */
final class WordTable {
  private static final int LEAST = 16;

  private String[] words = new String[LEAST];
  private int[] places = new int[2 * LEAST]; // number of the word + 1; 0 for none
  private int size;
  private int longest;

  /** The number of words. */
  int size() {
    return size;
  }

  /** The number of that part of the text; it is added if it is not there. */
  int add(String text, int from, int to, int hash) {
    int place = place(text, from, to, hash);
    if (places[place] != 0) {
      return places[place] - 1;
    }
    if (size == words.length) {
      grow();
      place = place(text, from, to, hash);
    }
    words[size] = text.substring(from, to);
    longest = Math.max(longest, to - from);
    places[place] = ++size;
    return size - 1;
  }

  /** The number of a word; it is added if it is not there. */
  int add(String word) {
    return add(word, 0, word.length(), word.hashCode());
  }

  /** The number of that part of the text, whose hash is known; -1 if it is no word. */
  int find(String text, int from, int to, int hash) {
    return to - from > longest ? -1 : places[place(text, from, to, hash)] - 1;
  }

  /** True for more letters than any word has. */
  boolean isTooLong(int length) {
    return length > longest;
  }

  private int place(String text, int from, int to, int hash) {
    int mask = places.length - 1;
    int place = spread(hash) & mask;
    while (places[place] != 0 && !isAt(words[places[place] - 1], text, from, to)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static boolean isAt(String word, String text, int from, int to) {
    return word.length() == to - from && text.startsWith(word, from);
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * words.length);
    places = new int[2 * words.length];
    for (int i = 0; i < size; i++) {
      places[place(words[i], 0, words[i].length(), words[i].hashCode())] = i + 1;
    }
  }
}
