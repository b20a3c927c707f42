/**
 * What the store hands out: runs, sources, flags, facts and counts as records.
 *
 * <p>In: rows of the work store. Out: what jobs and commands show. May use the JDK and {@code
 * model}.
 */
@NullMarked
package dev.unglue.store.row;

import org.jspecify.annotations.NullMarked;
