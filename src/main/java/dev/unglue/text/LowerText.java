package dev.unglue.text;

/**
 * A text in lower case, character by character, that tells at once of most words that they do not
 * stand in it.
 *
 * <p>Hundreds of words are looked for in each line of a page, and nearly none is there. So each
 * pair of neighbouring characters sets one of 256 bits: a word whose bits are not all set cannot
 * stand in the text, and four operations show it. Only where they are set is the text searched.
 */
public final class LowerText {
  private final String original;
  private final String text;
  private final boolean simple;
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private LowerText(String original) {
    char[] lower = original.toCharArray();
    long[] bits = new long[4];
    boolean same = true;
    boolean eachForItself = true;
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      char folded = fold(c);
      lower[i] = folded;
      same &= c == folded;
      eachForItself &= c >= ' ' && c < 0x80 || isSimple(c);
      if (i > 0) {
        int pair = ((lower[i - 1] * 31 + folded) * 0x9E3779B1) >>> 24;
        bits[pair >>> 6] |= 1L << pair;
      }
    }
    this.original = original;
    this.text = same ? original : new String(lower);
    this.simple = eachForItself;
    this.first = bits[0];
    this.second = bits[1];
    this.third = bits[2];
    this.fourth = bits[3];
  }

  /** A text of any case. */
  public static LowerText of(String text) {
    return new LowerText(text);
  }

  /** What is the same for a character and all that differ from it in case alone. */
  public static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** False for half a character, for one that belongs to the one before, and for ends of lines. */
  private static boolean isSimple(char c) {
    return !Character.isSurrogate(c)
        && Character.getType(c) != Character.NON_SPACING_MARK
        && !Whitespace.endsLine(c);
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

  /** True if each of its characters stands for itself and no line ends in it. */
  public boolean isSimple() {
    return simple;
  }

  /** The text as it was. */
  public String original() {
    return original;
  }

  @Override
  public String toString() {
    return text;
  }
}
