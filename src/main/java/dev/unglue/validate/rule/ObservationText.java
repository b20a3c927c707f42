package dev.unglue.validate.rule;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;

/** What an observation tells, in the forms that rules compare. */
public final class ObservationText {
  private ObservationText() {}

  /** Name of its subject, quoted; {@code the page} where it is about the page. */
  public static String who(Observation observation) {
    Subject subject = observation.subject();
    return subject == null ? "the page" : Quote.of(subject.name());
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
