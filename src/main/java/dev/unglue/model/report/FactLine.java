package dev.unglue.model.report;

import java.time.Instant;

/**
 * What is believed of a subject.
 *
 * @param subject its name
 * @param slug its key
 * @param value what is believed, as printed
 * @param validFrom since when
 * @param resolution how it came about
 * @param support pages that agree
 * @param dissent pages that differ
 * @param proof id of the place that proves it; empty where none is known
 */
public record FactLine(
    String subject,
    String slug,
    String value,
    Instant validFrom,
    String resolution,
    long support,
    long dissent,
    String proof) {}
