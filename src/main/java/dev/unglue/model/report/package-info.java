/**
 * What a report says of one run and of the store that it left: a tree of records, the same that
 * {@code report.json} holds.
 *
 * <p>In: nothing. Out: records of the JDK's own types. {@code load} fills them, {@code report}
 * writes them. Every list is in its order and bounded by {@link
 * dev.unglue.model.report.ReportLimits}; {@link dev.unglue.model.report.Shown} tells how many there
 * are in all.
 */
@NullMarked
package dev.unglue.model.report;

import org.jspecify.annotations.NullMarked;
