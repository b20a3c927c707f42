package dev.unglue.model.page;

import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.function.UnaryOperator;

/**
 * A sentence that ranks two subjects: "X has ..., which is higher than the ... of Y".
 *
 * @param attribute what is compared
 * @param greater the subject said to have more
 * @param lesser the subject said to have less
 * @param rawText the sentence
 * @param span where it stands
 */
public record Claim(String attribute, Subject greater, Subject lesser, String rawText, Span span) {
  /** The same at another place of the capture. */
  public Claim moved(UnaryOperator<Span> place) {
    return new Claim(attribute, greater, lesser, rawText, place.apply(span));
  }
}
