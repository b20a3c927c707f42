/**
 * What a report asks of the work store, all of it as of one moment.
 *
 * <p>In: a store that is open for reading. Out: a {@link dev.unglue.model.report.Report}, bounded
 * however much is stored. May use {@code model}, {@code text} and {@code store}.
 */
@NullMarked
package dev.unglue.store.report;

import org.jspecify.annotations.NullMarked;
