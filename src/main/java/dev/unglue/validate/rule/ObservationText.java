package dev.unglue.validate.rule;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What an observation tells, in the forms that rules compare. */
public final class ObservationText {
  private ObservationText() {}

  /** Slug of its subject; empty where it is about the page. */
  public static String slug(Observation observation) {
    Subject subject = observation.subject();
    return subject == null ? "" : subject.slug();
  }

  /** Name of its subject, quoted; {@code the page} where it is about the page. */
  public static String who(Observation observation) {
    Subject subject = observation.subject();
    return subject == null ? "the page" : Quote.of(subject.name());
  }

  /** Its number, if it was read as a good value. */
  public static Optional<BigDecimal> number(Observation observation) {
    return isValue(observation) ? Optional.ofNullable(observation.valueNum()) : Optional.empty();
  }

  /** True if it was read as a good value. */
  public static boolean isValue(Observation observation) {
    return observation.state() == State.VALUE;
  }

  /** True if it was read, be it as a value that cannot be. */
  public static boolean isReadOrOutOfRange(Observation observation) {
    return isValue(observation) || observation.state() == State.OUT_OF_RANGE;
  }

  /** Its number, whatever its state; 0 where it has none. */
  public static BigDecimal numberOrZero(Observation observation) {
    return Objects.requireNonNullElse(observation.valueNum(), BigDecimal.ZERO);
  }

  /** True if it stands in a table. */
  public static boolean inTable(Observation observation) {
    return observation.layout() != null;
  }

  /** True if the catalogue has its attribute. */
  public static boolean isMapped(Observation observation) {
    return !observation.attribute().equals(Observation.UNMAPPED);
  }

  /** True if the second number is further from the first than so many percent of the first. */
  public static boolean areApart(BigDecimal first, BigDecimal second, BigDecimal percent) {
    BigDecimal allowed = first.abs().multiply(percent).movePointLeft(2);
    return second.subtract(first).abs().compareTo(allowed) > 0;
  }

  /** Equal for values that are the same: 3.6 and 3.60, "Finance" and "finance". */
  public static String key(Observation observation) {
    BigDecimal number = observation.valueNum();
    return number == null
        ? Catalogue.labelKey(observation.value())
        : number.stripTrailingZeros().toPlainString();
  }
}
