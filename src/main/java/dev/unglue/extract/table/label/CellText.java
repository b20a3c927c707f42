package dev.unglue.extract.table.label;

import dev.unglue.model.value.SourceText;
import java.util.regex.Pattern;

/** What a line that holds one cell alone, or one label, looks like. */
public final class CellText {
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_CELL = 160;
  private static final int WORDS_OF_A_SENTENCE = 8;
  private static final int FEWEST_WORDS = 3;

  /** Characters of a blank line at least, with the end of the one before. */
  private static final int BLANK_LINE = 2;

  /** A mark, or a word that is a cell by itself, with what is said of it in brackets. */
  private static final String CHOICE =
      "[✓✔✅✗✘❌]\\uFE0F?|(?:(?iu:yes|no|true|false|free|none|optional|included|unlimited|limited"
          + "|ja|nein|nee|kostenlos|unbegrenzt|oui|non|gratuit|illimité|inclus|sí|gratis|ilimitado"
          + "|incluido|incluído|opcional|não|grátis|tak|nie)|[Ss]im)(?: \\(.*\\))?"; // "SIM" of

  // phones

  private static final String SIGN = "[~<>≈+−–-]?\\s?(?:US|R)?[$£€]?";

  private static final Pattern FIGURE = Pattern.compile(SIGN + "\\p{Nd}.*|" + CHOICE);

  /** What is a cell and never a label; "5G" and "0-60 mph" may be labels. */
  private static final Pattern NO_LABEL =
      Pattern.compile(SIGN + "\\p{Nd}[\\p{Nd},.]*(?: ?%|\\p{L}{2,10}| [\\p{L}/]{1,10})?|" + CHOICE);

  /** What begins with a year and is a label, though it looks like a figure: "2024 limit". */
  private static final Pattern OF_YEAR = Pattern.compile("20[12]\\p{Nd} \\p{L}{4,}.*");

  /** Cells of words have figures, lists, remarks, or many words; labels have seldom any of them. */
  private static final Pattern WORDY = Pattern.compile(".*[\\p{Nd},;(].*|\\S+(?: \\S+){3,}");

  private CellText() {}

  /** True for what begins with a figure, or is a choice. */
  public static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches() && !isOfYear(text);
  }

  /** True for what may be the label of a row. */
  public static boolean mayBeLabel(String text) {
    return text.length() <= LONGEST_LABEL
        && text.codePoints().anyMatch(Character::isLetter)
        && (!NO_LABEL.matcher(text).matches() || isOfYear(text));
  }

  private static boolean isOfYear(String text) {
    return text.startsWith("20") && OF_YEAR.matcher(text).matches();
  }

  /** True for words that are a cell rather than a label: {@code Members, for a fee}. */
  public static boolean isWordy(String text) {
    return WORDY.matcher(text).matches();
  }

  /** True for a sentence, or for more than any cell holds. */
  public static boolean isProse(String line) {
    boolean sentence = line.endsWith(".") && line.split(" ", -1).length >= WORDS_OF_A_SENTENCE;
    return sentence || line.length() > LONGEST_CELL;
  }

  /** True for some words that end as a sentence does, however few they are. */
  public static boolean isSentence(String line) {
    return !line.isEmpty()
        && ".!?".indexOf(line.charAt(line.length() - 1)) >= 0
        && line.split(" ", FEWEST_WORDS).length == FEWEST_WORDS;
  }

  /** True for two lines that no blank line parts. */
  public static boolean areNext(SourceText above, SourceText below) {
    return below.span().start() - above.span().end() < BLANK_LINE;
  }
}
