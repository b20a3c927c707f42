package dev.unglue.extract.text;

import dev.unglue.text.Whitespace;
import java.util.Arrays;

/**
 * Finds the links of a text, {@code [text](target "title")}, with brackets in text and target that
 * have partners of their own. Looks at each character a fixed number of times.
 */
final class LinkPartners {
  private static final int LONGEST_POINTED = 300;
  private static final int LONGEST_LABEL = 80;

  /** A shorter text in brackets may be the mark of a note. */
  private static final int LONGEST_MARK = 3;

  private final String text;
  private final int[] partners;
  private final int[] targetEnds;
  private int blankFrom = -1;
  private int blank = -1;

  LinkPartners(String text) {
    this.text = text;
    boolean brackets = text.contains("](") || text.contains("][") || text.contains("[^");
    this.partners = new int[brackets ? text.length() : 0];
    this.targetEnds = new int[partners.length];
  }

  /** Finds the partner of each bracket in a part of the text. */
  void pair(int from, int to) {
    if (partners.length > 0) {
      Arrays.fill(partners, from, to, -1);
      pair(from, to, '[', ']');
      pair(from, to, '(', ')');
    }
  }

  private void pair(int from, int to, char opening, char closing) {
    int[] open = new int[to - from];
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == opening) {
        open[depth++] = i;
      } else if (c == closing && depth > 0) {
        partners[open[--depth]] = i;
      }
    }
  }

  /** The closing bracket of an opening one; -1 if it has none. */
  int end(int opening) {
    return partners.length == 0 ? -1 : partners[opening];
  }

  /** True if a link begins here; from now on the end of its text is known for one. */
  boolean open(int opening) {
    int end = end(opening);
    if (isReference(opening, end)) {
      targetEnds[end] = partners[end + 1] + 1;
      return true;
    }
    boolean target = end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '(';
    int targetEnd = target ? partners[end + 1] : -1;
    if (targetEnd < 0 || !isTarget(end + 2, targetEnd)) {
      return false;
    }
    targetEnds[end] = targetEnd + 1;
    return true;
  }

  /**
   * True for {@code [text][label]}, the address of which stands elsewhere. Behind a word two pairs
   * of brackets are the marks of two notes.
   */
  private boolean isReference(int opening, int end) {
    boolean label =
        end > opening + LONGEST_MARK && end + 1 < text.length() && text.charAt(end + 1) == '[';
    boolean apart = opening == 0 || !Character.isLetterOrDigit(text.charAt(opening - 1));
    return label
        && apart
        && partners[end + 1] >= 0
        && partners[end + 1] - end <= LONGEST_LABEL
        && Character.isLetter(text.charAt(opening + 1));
  }

  /** True if the text of an open link ends here. */
  boolean isTextEnd(int closing) {
    return targetEnds.length > 0 && targetEnds[closing] > 0;
  }

  /** One past the end of the link whose text ends here. */
  int targetEnd(int closing) {
    return targetEnds[closing];
  }

  /** An address, and perhaps a title in quotation marks. */
  private boolean isTarget(int from, int to) {
    int start = Math.min(to, Whitespace.skip(text, from));
    int end = start < to && text.charAt(start) == '<' ? pointedEnd(start, to) : addressEnd(start);
    if (end < 0 || end >= to) {
      return end >= 0;
    }
    int title = Whitespace.skip(text, end);
    return title >= to || (title > end && isQuoted(title, to));
  }

  private int pointedEnd(int start, int to) {
    for (int i = start + 1; i < Math.min(to, start + LONGEST_POINTED); i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  /** The next blank; many links may ask for the same one. */
  private int addressEnd(int start) {
    if (start < blankFrom || start > blank) {
      blankFrom = start;
      blank = Whitespace.next(text, start);
    }
    return blank;
  }

  private boolean isQuoted(int from, int to) {
    int last = to - 1;
    while (last > from && Whitespace.is(text.charAt(last))) {
      last--;
    }
    char opening = text.charAt(from);
    char closing = opening == '(' ? ')' : opening;
    return last > from && "\"'(".indexOf(opening) >= 0 && text.charAt(last) == closing;
  }
}
