package dev.unglue.model.page;

import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;

/**
 * A person's word that a value was missed which a page prints. The page stays the proof: what the
 * value is, is read of the text at its place.
 *
 * @param page the page, as its captures name it
 * @param rawSha256 hash of the capture's payload, 64 hex digits: another content is another text
 * @param subject name of the subject that it is about
 * @param attribute id of its attribute
 * @param member part of the attribute, where the text does not tell it; empty where it has none
 * @param text the value as the capture prints it
 * @param place where it stands there, in code points
 * @param by whose word it is
 */
public record ValueDecision(
    String page,
    String rawSha256,
    String subject,
    String attribute,
    String member,
    String text,
    Span place,
    Signature by) {

  /** What is decided; two decisions of one key exclude each other. */
  public String key() {
    return String.join("\u001f", page, rawSha256, Subject.slugOf(subject), attribute, member, at());
  }

  /** The same, with what was decided: what a page's reading depends on. */
  String content() {
    return key() + "\u001f" + text;
  }

  /** Its place as it is written: {@code 120-127}. */
  public String at() {
    return place.start() + "-" + place.end();
  }

  /** True if the observation is what it states, by whatever method. */
  public boolean isMetBy(Observation seen) {
    return seen.slug().equals(Subject.slugOf(subject))
        && seen.attribute().equals(attribute)
        && seen.span().equals(place)
        && seen.isValue();
  }
}
