package dev.unglue.model.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the user writes in {@code config/rules.yaml}: what values of an attribute are to be.
 *
 * @param id name of the rule, like any other
 * @param title the same for people
 * @param attribute id of the attribute
 * @param check what is expected of it
 */
public record Expectation(String id, String title, String attribute, Check check) {

  /** What is expected. */
  public sealed interface Check {
    /** Calls the function for the case at hand. */
    default <T> T match(Cases<T> cases) {
      if (this instanceof Within each) {
        return cases.within().apply(each);
      }
      if (this instanceof OneOf each) {
        return cases.oneOf().apply(each);
      }
      if (this instanceof Like each) {
        return cases.like().apply(each);
      }
      if (this instanceof Beside each) {
        return cases.beside().apply(each);
      }
      return this instanceof Unique each
          ? cases.unique().apply(each)
          : cases.filled().apply((Filled) this);
    }
  }

  /**
   * A function for each case.
   *
   * @param within of a range
   * @param oneOf of a list of values
   * @param like of a pattern
   * @param beside of a relation
   * @param unique of uniqueness
   * @param filled of a share
   * @param <T> what they give
   */
  public record Cases<T>(
      Function<Within, T> within,
      Function<OneOf, T> oneOf,
      Function<Like, T> like,
      Function<Beside, T> beside,
      Function<Unique, T> unique,
      Function<Filled, T> filled) {}

  /**
   * A number lies in a range.
   *
   * @param min least; absent means no limit
   * @param max greatest; absent means no limit
   */
  public record Within(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Check {}

  /**
   * A value is one of these.
   *
   * @param values as text; numbers are compared as numbers
   */
  public record OneOf(List<String> values) implements Check {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * The whole value has a form.
   *
   * @param pattern a Java regular expression that compiles
   */
  public record Like(String pattern) implements Check {}

  /**
   * A number stands in a relation to another of the same subject on the same page.
   *
   * @param is the relation
   * @param than id of the other attribute
   */
  public record Beside(Order is, String than) implements Check {}

  /** How two numbers stand to each other. */
  public enum Order {
    /** Smaller. */
    BELOW,
    /** Smaller or equal. */
    AT_MOST,
    /** Equal. */
    EQUAL,
    /** Greater or equal. */
    AT_LEAST,
    /** Greater. */
    ABOVE;

    /** True if {@code a} stands so to {@code b}. */
    public boolean holds(BigDecimal a, BigDecimal b) {
      int order = a.compareTo(b);
      return switch (this) {
        case BELOW -> order < 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
        case AT_LEAST -> order >= 0;
        case ABOVE -> order > 0;
      };
    }

    /** For messages: {@code at most}. */
    public String words() {
      return switch (this) {
        case BELOW -> "less than";
        case AT_MOST -> "at most";
        case EQUAL -> "as much as";
        case AT_LEAST -> "at least";
        case ABOVE -> "more than";
      };
    }
  }

  /** No two subjects of a page have the same value. */
  public record Unique() implements Check {}

  /**
   * Enough subjects of a page have a value.
   *
   * @param percent least share of the subjects, 0..100
   */
  public record Filled(BigDecimal percent) implements Check {}
}
