package dev.unglue.validate.rule;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Observation;

/**
 * Names attributes for people.
 *
 * @param catalogue where their titles stand
 */
public record Titles(Catalogue catalogue) {
  /** The title of an attribute; its id where the catalogue lacks it. */
  public String of(String attribute) {
    return catalogue.attribute(attribute).map(Attribute::title).orElse(attribute);
  }

  /** What a value is of: {@code Gender ratio (Male) of "Teller"}. */
  public String of(Observation observation) {
    return Told.what(of(observation.attribute()), observation);
  }
}
