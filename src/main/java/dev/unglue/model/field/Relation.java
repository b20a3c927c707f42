package dev.unglue.model.field;

import dev.unglue.model.value.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What two numbers of one subject have to do with each other: the yearly salary is about 2,080
 * times the hourly rate; the lowest salary is at most the average one.
 *
 * <p>A bond between values that pages print, so it may be broken: it weighs readings and deletes
 * none.
 */
public sealed interface Relation {
  /** Far beyond any value of a page; stands where a bond has no end. */
  BigDecimal ENDLESS = new BigDecimal("1E18");

  /** The id of one attribute. */
  String first();

  /** The id of the other. */
  String second();

  /**
   * Where {@code attribute} lies if {@code known} has that value; empty if the bond is not between
   * these two.
   */
  default Optional<Range> rangeOf(String attribute, String known, BigDecimal value) {
    if (attribute.equals(first()) && known.equals(second())) {
      return Optional.of(ofFirst(value));
    }
    return attribute.equals(second()) && known.equals(first())
        ? Optional.of(ofSecond(value))
        : Optional.empty();
  }

  /** Where the first lies if the second has that value. */
  Range ofFirst(BigDecimal value);

  /** Where the second lies if the first has that value. */
  Range ofSecond(BigDecimal value);

  /** True if the bond says nearly exactly what the value is, so that it alone may tell a side. */
  boolean isTight();

  /**
   * {@code first} is about {@code factor} times {@code second}.
   *
   * @param factor greater than 0
   * @param within how far apart the two may be, as a share of the product: 0.01 is one percent
   */
  record Product(String first, String second, BigDecimal factor, BigDecimal within)
      implements Relation {
    @Override
    public Range ofFirst(BigDecimal value) {
      return around(value.multiply(factor));
    }

    @Override
    public Range ofSecond(BigDecimal value) {
      return around(value.divide(factor, MathContext.DECIMAL64));
    }

    private Range around(BigDecimal middle) {
      BigDecimal off = middle.abs().multiply(within);
      return new Range(middle.subtract(off), middle.add(off));
    }

    @Override
    public boolean isTight() {
      return true;
    }
  }

  /** {@code first} is at most {@code second}. */
  record Order(String first, String second) implements Relation {
    @Override
    public Range ofFirst(BigDecimal value) {
      return new Range(ENDLESS.negate(), value);
    }

    @Override
    public Range ofSecond(BigDecimal value) {
      return new Range(value, ENDLESS);
    }

    @Override
    public boolean isTight() {
      return false;
    }
  }
}
