/**
 * One class a table of the work store, or a group of tables that change together: how its rows are
 * written, kept and read.
 *
 * <p>In: what a run has parsed, resolved and found. Out: rows, inside the transaction of the run.
 * May use {@code model}, {@code text}, {@code store.sql}, {@code store.row} and {@code store.view};
 * opens no connection of its own.
 */
@NullMarked
package dev.unglue.store.table;

import org.jspecify.annotations.NullMarked;
