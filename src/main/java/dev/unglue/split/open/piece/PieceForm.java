package dev.unglue.split.open.piece;

/** The form of a piece of a row: what kind of cell it would be. */
@SuppressWarnings("EnumOrdinal") // counts and weights stand in arrays, for speed
public enum PieceForm {
  MARK,
  CHOICE,
  DIGIT,
  TWO_DIGITS,
  THREE_DIGITS,
  INTEGER,
  ZEROS,
  YEAR,
  GROUPED,
  DECIMAL,
  SIGNED,
  ORDINAL,
  PERCENT,
  MONEY,
  BARE_MONEY,
  UNIT,
  TIME,
  SCORE,
  YEARS,
  RANGE,
  DATE,
  MONTH,
  NUMBERS,
  NUMBER_WORDS,
  WORDS_NUMBER,
  QUOTED,
  CAPITALS,
  NAME,
  NAME_COMMA,
  PHRASE,
  WITH_CHOICE,
  SENTENCE,
  SMALL,
  OTHER_SCRIPT,
  OTHER,
  BROKEN;

  /** True for forms that begin with a number, or stand for one. */
  public boolean isNumeric() {
    return ordinal() <= NUMBERS.ordinal() && this != CHOICE;
  }

  /** True for a number, an amount, a mark or a choice. */
  public boolean isTyped() {
    return ordinal() <= NUMBER_WORDS.ordinal();
  }

  /** True for a number alone, which anything may run together with. */
  public boolean isPlainNumber() {
    return this == YEAR || (ordinal() >= DIGIT.ordinal() && this.ordinal() <= INTEGER.ordinal());
  }
}
