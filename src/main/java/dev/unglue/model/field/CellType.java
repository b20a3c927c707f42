package dev.unglue.model.field;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.text.LowerCaseId;
import java.util.List;

/** The form in which a cell is printed; each has its grammar in {@code normalize}. */
public enum CellType implements LowerCaseId {
  /** {@code $34,920}, {@code $16.79}. */
  MONEY(true, Part.WHOLE),
  /** {@code Between $27,000 And $43,000}. */
  MONEY_RANGE(true, Part.LOW, Part.HIGH),
  /** Two numbers in one unit, and words behind them: {@code 5.5% - 9.75% Variable}. */
  RANGE(true, Part.LOW, Part.HIGH),
  /** {@code -3%}, {@code 7.5%}. */
  PERCENT(true, Part.WHOLE),
  /** A whole number with thousands marks in groups of three: {@code 22,478}. */
  COUNT(true, Part.WHOLE),
  /** A decimal number on a scale: {@code 3.67}. */
  RATING(true, Part.WHOLE),
  /** A whole number without marks: {@code 42}. */
  INTEGER(true, Part.WHOLE),
  /** A name and its share: {@code Bachelor's Degree, 48%}. */
  SHARE(false, Part.NAME, Part.PERCENT),
  /** {@code Simi Valley, CA}. */
  CITY(false, Part.WHOLE),
  /** One of a closed list, such as the states. */
  CHOICE(false, Part.WHOLE),
  /** Names with their shares: {@code Male, 35.1% Female, 64.9%}. */
  BREAKDOWN(false, Part.PERCENT),
  /** A number and its unit, which may be said in another unit too: {@code 192 g (6.77 oz)}. */
  QUANTITY(true, Part.WHOLE),
  /** {@code Yes}, {@code No (nano SIM only)}. */
  YES_NO(false, Part.WHOLE),
  /** Numbers parted by full stops, which a name may precede: {@code 5.3}, {@code Android 14}. */
  VERSION(false, Part.WHOLE),
  /** {@code January 8, 2025} or {@code 2025-01-08}. */
  DATE(false, Part.WHOLE),
  /** A short free text: a company, a college. */
  NAME(false, Part.WHOLE),
  /** A sentence or more. */
  TEXT(false, Part.WHOLE);

  private final boolean number;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Part> parts;

  CellType(boolean number, Part... parts) {
    this.number = number;
    this.parts = List.of(parts);
  }

  /** The parts that its cells have; an attribute takes one of them. */
  public List<Part> parts() {
    return parts;
  }

  /** True if its cells have several parts of one kind, each with a member of its own. */
  public boolean hasMembers() {
    return this == BREAKDOWN;
  }

  /** True if its cells are amounts of money. */
  public boolean isMoney() {
    return this == MONEY || this == MONEY_RANGE;
  }

  /** True if the value, or the part of it that an attribute takes, is a number. */
  public boolean isNumber(Part part) {
    return number || (part == Part.PERCENT && parts.contains(part));
  }
}
