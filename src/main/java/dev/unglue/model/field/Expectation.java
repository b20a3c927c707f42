package dev.unglue.model.field;

import java.math.BigDecimal;
import java.util.List;
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
  public sealed interface Check {}

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
    BELOW("less than", -1, -1),
    /** Smaller or equal. */
    AT_MOST("at most", -1, 0),
    /** Equal. */
    EQUAL("as much as", 0, 0),
    /** Greater or equal. */
    AT_LEAST("at least", 0, 1),
    /** Greater. */
    ABOVE("more than", 1, 1);

    private final String words;
    private final int least;
    private final int most;

    /** The signs of a comparison for which it holds. */
    Order(String words, int least, int most) {
      this.words = words;
      this.least = least;
      this.most = most;
    }

    /** True if {@code a} stands so to {@code b}. */
    public boolean holds(BigDecimal a, BigDecimal b) {
      int sign = a.compareTo(b);
      return least <= sign && sign <= most;
    }

    /** For messages: {@code at most}. */
    public String words() {
      return words;
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
