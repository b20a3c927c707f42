package dev.unglue.text;

import java.util.Locale;

/**
 * A text in lower case that tells at once of most words that they do not stand in it.
 *
 * <p>Hundreds of words are looked for in each line of a page, and nearly none is there. So each
 * pair of neighbouring characters sets one of 256 bits: a word whose bits are not all set cannot
 * stand in the text, and four operations show it. Only where they are set is the text searched.
 */
public final class LowerText {
  private final String text;
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private LowerText(String text) {
    long[] bits = new long[4];
    for (int i = 1; i < text.length(); i++) {
      int pair = ((text.charAt(i - 1) * 31 + text.charAt(i)) * 0x9E3779B1) >>> 24;
      bits[pair >>> 6] |= 1L << pair;
    }
    this.text = text;
    this.first = bits[0];
    this.second = bits[1];
    this.third = bits[2];
    this.fourth = bits[3];
  }

  /** A text of any case. */
  public static LowerText of(String text) {
    return new LowerText(text.toLowerCase(Locale.ROOT));
  }

  /** True if all of the other stands in this text, in one piece. */
  public boolean contains(LowerText word) {
    long missing =
        (word.first & ~first)
            | (word.second & ~second)
            | (word.third & ~third)
            | (word.fourth & ~fourth);
    return missing == 0 && text.contains(word.text);
  }

  /** True if the other stands at one place of this text and no other. */
  public boolean containsOnce(LowerText word) {
    int at = text.indexOf(word.text);
    return at >= 0 && text.indexOf(word.text, at + 1) < 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
