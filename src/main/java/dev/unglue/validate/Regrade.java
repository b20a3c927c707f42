package dev.unglue.validate;

import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import org.jspecify.annotations.Nullable;

/**
 * An exception that the user makes from the severity of a rule, for some of its flags.
 *
 * @param source name of the source it holds for; empty for any
 * @param subject slug of the subject it holds for; empty for any
 * @param attribute id of the attribute it holds for; empty for any
 * @param severity how bad these flags are; absent means that they are silenced: kept and counted,
 *     but neither shown among the open ones nor held against a run
 */
public record Regrade(
    String source, String subject, String attribute, @Nullable Severity severity) {

  boolean fits(Flag flag, String itsSource) {
    return (source.isEmpty() || source.equals(itsSource))
        && (subject.isEmpty() || subject.equals(flag.subject()))
        && (attribute.isEmpty() || attribute.equals(flag.attribute()));
  }

  Flag apply(Flag flag) {
    return severity == null ? flag.asSilenced() : flag.withSeverity(severity);
  }
}
