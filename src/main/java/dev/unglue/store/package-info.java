/**
 * The work store, {@code work/store.db}: everything that was ever loaded, what is believed since
 * when, and what a run is doing to it.
 *
 * <p>In: parsed pages, facts and flags. Out: histories, counts and lists; all of a run in one
 * transaction. May use {@code model}, {@code text}, {@code lock} and its own sub-packages; asks no
 * clock and draws no random number.
 */
@NullMarked
package dev.unglue.store;

import org.jspecify.annotations.NullMarked;
