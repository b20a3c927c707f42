package dev.unglue.model.value;

import java.time.Instant;

/**
 * Who stands by a decision.
 *
 * @param who the person, as they call themselves
 * @param at when it was decided
 * @param why the reason, one sentence
 * @param place file and line where it is written, for messages; says nothing of the decision itself
 */
public record Signature(String who, Instant at, String why, String place) {}
