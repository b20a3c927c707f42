package dev.unglue.model;

import java.util.Locale;

/** The form in which a cell is printed; each has its grammar in {@code split}. */
public enum CellType {
  /** {@code $34,920}, {@code $16.79}. */
  MONEY,
  /** {@code Between $27,000 And $43,000}. */
  MONEY_RANGE,
  /** {@code -3%}, {@code 7.5%}. */
  PERCENT,
  /** A whole number with thousands marks in groups of three: {@code 22,478}. */
  COUNT,
  /** A decimal number on a scale: {@code 3.67}. */
  RATING,
  /** A whole number without marks: {@code 42}. */
  INTEGER,
  /** A name and its share: {@code Bachelor's Degree, 48%}. */
  SHARE,
  /** {@code Simi Valley, CA}. */
  CITY,
  /** One of a closed list, such as the states. */
  CHOICE,
  /** Names with their shares: {@code Male, 35.1% Female, 64.9%}. */
  BREAKDOWN,
  /** A number and its unit, which may be said in another unit too: {@code 192 g (6.77 oz)}. */
  QUANTITY,
  /** {@code Yes}, {@code No (nano SIM only)}. */
  YES_NO,
  /** Numbers parted by full stops, which a name may precede: {@code 5.3}, {@code Android 14}. */
  VERSION,
  /** {@code January 8, 2025} or {@code 2025-01-08}. */
  DATE,
  /** A short free text: a company, a college. */
  NAME,
  /** A sentence or more. */
  TEXT;

  /** The name that configuration uses, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if the value, or the part of it that an attribute takes, is a number. */
  public boolean isNumber(Attribute.Part part) {
    return switch (this) {
      case MONEY, MONEY_RANGE, PERCENT, COUNT, RATING, INTEGER, QUANTITY -> true;
      case SHARE, BREAKDOWN -> part == Attribute.Part.PERCENT;
      case CITY, CHOICE, YES_NO, VERSION, DATE, NAME, TEXT -> false;
    };
  }
}
