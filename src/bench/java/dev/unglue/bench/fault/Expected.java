package dev.unglue.bench.fault;

import dev.unglue.model.page.Flag;

/**
 * What a flag is to say of a planted fault.
 *
 * @param subject slug of the subject; empty where it is about none
 * @param attribute id of the attribute; empty where it is about none
 * @param expected what was expected, or {@link #ANY}
 * @param actual what was found, or {@link #ANY}
 */
record Expected(String subject, String attribute, String expected, String actual) {
  /** Where the text lists more than the fault itself, such as all readings of a row. */
  static final String ANY = "*";

  boolean fits(Flag flag) {
    return flag.subject().equals(subject)
        && flag.attribute().equals(attribute)
        && (expected.equals(ANY) || flag.expected().equals(expected))
        && (actual.equals(ANY) || flag.actual().equals(actual));
  }
}
