package dev.unglue.model.report;

import java.time.Instant;
import java.util.List;

/**
 * A flag.
 *
 * @param id its fingerprint, the same in every run
 * @param rule id of the rule
 * @param severity its severity, lower case
 * @param state {@code new}, {@code open} or {@code silenced}
 * @param firstSeen when the run began that raised it first
 * @param page the page; empty for a flag about a run
 * @param subject name of the subject; empty where it is about none
 * @param attribute id of the attribute; empty where it is about none
 * @param member part of the attribute; empty where it has none
 * @param expected what was expected
 * @param actual what was found
 * @param message one sentence for people
 * @param proofs ids of the places of the actual and of the other value, as far as known
 */
public record FlagLine(
    String id,
    String rule,
    String severity,
    String state,
    Instant firstSeen,
    String page,
    String subject,
    String attribute,
    String member,
    String expected,
    String actual,
    String message,
    List<String> proofs) {
  /** Copies the proofs. */
  public FlagLine {
    proofs = List.copyOf(proofs);
  }
}
