package dev.unglue.split.open.piece;

import dev.unglue.text.Dashes;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;

/** The words, numbers and signs of a part of a row, looked at once from first to last. */
abstract class PieceSymbols {
  private static final int MOST_SYMBOLS = 40;

  final String text;
  final int from;
  final int to;

  /**
   * Symbols of the runs: 9 digits, A capitalised, X capitals, a small, O other letters, else
   * itself.
   */
  final char[] symbols = new char[MOST_SYMBOLS];

  int count;
  int words;
  int capitalised;
  int small;
  int capitals;
  int other;
  int numbers;
  int depth;
  boolean month;
  boolean broken;
  int firstDigits;
  int lastDigits;
  boolean badGroup;

  /** A number follows another with a blank between them. */
  boolean apart;

  boolean spacedComma;
  int value = -1;
  int patternHash = 7;
  int shapeHash = 7;
  int digits;
  int commas;
  int inner;
  private boolean afterWord;

  /** Looks at what stands from {@code from} to before {@code to}. */
  PieceSymbols(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    int at = from;
    while (at < to) {
      at = run(at);
    }
  }

  final char symbolAt(int i) {
    return i < count ? symbols[i] : ' ';
  }

  private int run(int at) {
    char c = text.charAt(at);
    if (Digits.isOfAnyScript(c)) {
      return digits(at);
    }
    if (Character.isLetter(c)) {
      return letters(at);
    }
    if (!Whitespace.is(c)) {
      if (!isInNumber(at)) {
        commas += c == ',' ? 1 : 0;
        afterWord = false;
        shape(c);
      }
      sign(c);
    }
    return at + 1;
  }

  private int digits(int at) {
    int end = at;
    int number = 0;
    while (end < to && Digits.isOfAnyScript(text.charAt(end))) {
      number = end - at < 9 ? number * 10 + Character.digit(text.charAt(end), 10) : number;
      end++;
    }
    lastDigits = end - at;
    if (numbers == 0) {
      firstDigits = end - at;
      value = end - at <= 9 ? number : -1;
    }
    boolean grouped =
        count > 0
            && symbols[Math.min(count, MOST_SYMBOLS) - 1] == ','
            && at > from
            && text.charAt(at - 1) == ',';
    badGroup |= grouped && (end - at != 3 || (numbers == 1 && firstDigits > 3));
    boolean zero = !grouped && text.charAt(at) == '0';
    badGroup |= zero && end < to && text.charAt(end) == ',' && isInNumber(end);
    spacedComma |= count > 0 && symbols[Math.min(count, MOST_SYMBOLS) - 1] == ',' && !grouped;
    apart |= at - 2 >= from && Whitespace.is(text.charAt(at - 1)) && isNumberEnd(at - 2);
    numbers++;
    digits += end - at;
    if (at == from || !isInNumber(at - 1)) {
      shape('9');
    }
    afterWord = true;
    add('9');
    return end;
  }

  private boolean isNumberEnd(int at) {
    return Digits.isOfAnyScript(text.charAt(at)) || text.charAt(at) == '%';
  }

  /** True for a comma or a point between two digits. */
  private boolean isInNumber(int at) {
    char c = text.charAt(at);
    return (c == ',' || c == '.')
        && at > from
        && at + 1 < to
        && Digits.isOfAnyScript(text.charAt(at - 1))
        && Digits.isOfAnyScript(text.charAt(at + 1));
  }

  private void shape(int token) {
    shapeHash = shapeHash * 31 + token;
  }

  private int letters(int at) {
    int end = at;
    boolean anySmall = false;
    boolean anyOther = false;
    while (end < to && (Character.isLetter(text.charAt(end)) || isMidWord(end))) {
      char c = text.charAt(end);
      anySmall |= Character.isLowerCase(c);
      anyOther |= Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
      end++;
    }
    words++;
    char first = text.charAt(at);
    if (anyOther) {
      other++;
      shape(WordBounds.hash(text, at, end));
      add('O');
    } else if (Character.isLowerCase(first)) {
      boolean joiner = end - at <= 4 && Edge.isJoiner(text.substring(at, end));
      small += joiner && count > 0 ? 0 : 1;
      shape(WordBounds.hash(text, at, end));
      add('a');
    } else if (anySmall) {
      inner += afterWord ? 1 : 0;
      shape('A');
      capitalised++;
      month |= end - at <= 9 && Edge.isMonth(text.substring(at, end));
      add('A');
    } else {
      capitals++;
      shape('X');
      add('X');
    }
    afterWord = true;
    return end;
  }

  private boolean isMidWord(int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == '’')
        && at > from
        && at + 1 < to
        && Character.isLetter(text.charAt(at + 1));
  }

  private void sign(char c) {
    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    broken |= depth < 0;
    if (Edge.isQuote(c)) {
      add('"');
    } else {
      add(Dashes.is(c) ? '-' : c);
    }
  }

  private void add(char symbol) {
    if (count > 0 && count <= MOST_SYMBOLS && symbols[count - 1] == symbol) {
      return;
    }
    patternHash = patternHash * 31 + symbol;
    if (count < MOST_SYMBOLS) {
      symbols[count++] = symbol;
    }
  }
}
