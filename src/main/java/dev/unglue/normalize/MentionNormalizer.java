package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes typed observations of what sentences and lists say.
 *
 * @param catalogue its attributes
 */
public record MentionNormalizer(Catalogue catalogue) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,6})?");

  /** The observation of one mention; {@code capture} is the text that its place counts in. */
  public Observation normalize(Mention mention, String capture) {
    Attribute attribute =
        catalogue
            .attribute(mention.attribute())
            .orElseGet(() -> Attributes.text(Observation.UNMAPPED));
    Optional<BigDecimal> number =
        attribute.isNumber() && NUMBER.matcher(mention.value()).matches()
            ? Optional.of(new BigDecimal(mention.value().replace("+", "")))
            : Optional.empty();
    State state = state(attribute, number);
    boolean text = state == State.VALUE && !attribute.isNumber();
    return new Observation(
        mention.subject(),
        attribute.id(),
        mention.member(),
        mention.ordinal(),
        mention.section(),
        state,
        number.orElse(null),
        text ? mention.value() : null,
        capture.substring(mention.raw().span().start(), mention.raw().span().end()),
        mention.raw().span(),
        mention.method(),
        state == State.UNPARSED ? 0 : confidence(mention),
        List.of(),
        null);
  }

  private static State state(Attribute attribute, Optional<BigDecimal> number) {
    if (!attribute.isNumber()) {
      return State.VALUE;
    }
    return number
        .map(value -> attribute.allows(value) ? State.VALUE : State.OUT_OF_RANGE)
        .orElse(State.UNPARSED);
  }

  /** Nothing but their order tells whom two paragraphs are about: as good as a coin. */
  private static double confidence(Mention mention) {
    return mention.method().equals("order") ? 0.5 : 1;
  }
}
