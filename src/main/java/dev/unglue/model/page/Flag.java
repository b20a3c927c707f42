package dev.unglue.model.page;

import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not agree, with both values and where each stands.
 *
 * @param rule stable id of the rule that raised it
 * @param severity how bad it is
 * @param page the page it is about; empty for a flag about the run
 * @param subject slug of the subject; empty where it is about none
 * @param attribute id of the attribute; empty where it is about none
 * @param member part of the attribute; empty where it has none
 * @param expected what was expected, as text
 * @param actual what was found, as text
 * @param message one sentence for people: what is wrong, expected and found, where
 * @param origins where the values stand, the actual one first
 * @param silenced true if the configuration or a person's decision silences it: it is kept and
 *     counted, and held against nobody
 */
public record Flag(
    String rule,
    Severity severity,
    String page,
    String subject,
    String attribute,
    String member,
    String expected,
    String actual,
    String message,
    List<Origin> origins,
    boolean silenced) {

  /** The same, silenced. */
  public Flag asSilenced() {
    return with(severity, message, true);
  }

  /** The same, silenced by a person's word, which the message gives. */
  public Flag accepted(Signature by) {
    String day = by.at().toString().substring(0, 10);
    String word = "%s; accepted by %s on %s: %s".formatted(message, by.who(), day, by.why());
    return with(severity, word, true);
  }

  /** The same with another severity. */
  public Flag withSeverity(Severity other) {
    return with(other, message, silenced);
  }

  private Flag with(Severity bad, String words, boolean silent) {
    return new Flag(
        rule, bad, page, subject, attribute, member, expected, actual, words, origins, silent);
  }

  /**
   * Where a value stands.
   *
   * @param page the page
   * @param span its place in the capture; absent where the whole page is meant
   */
  public record Origin(String page, @Nullable Span span) {}

  /** Copies the origins. */
  public Flag {
    origins = List.copyOf(origins);
  }
}
