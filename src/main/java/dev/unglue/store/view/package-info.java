/**
 * The views of the storage contract, and the columns of an observation, declared once for the view,
 * the CSV and their descriptor.
 *
 * <p>In: the catalogue. Out: the SQL that makes the views. May use {@code model}, {@code text} and
 * {@code store.sql}.
 */
@NullMarked
package dev.unglue.store.view;

import org.jspecify.annotations.NullMarked;
