/**
 * The raw store: one WARC a source and run, written page by page, and what reads, checks and fills
 * it.
 *
 * <p>In: exchanges as they went over the wire, or pages that others have captured. Out: captures at
 * their place in an archive. May use files, jwarc, Jackson, {@code lock}, {@code model}, {@code
 * text}, {@code raw.read} and {@code raw.warc}; never a clock.
 */
@NullMarked
package dev.unglue.raw.archive;

import org.jspecify.annotations.NullMarked;
