/**
 * Rows that their own page leaves open, asked again with what all other pages say, to a fixed point
 * that does not depend on the order of pages.
 *
 * <p>In: the unresolved rows and the certain cells of many captures, which a {@link
 * dev.unglue.model.subject.UnresolvedRowStore} keeps. Out: what is decided of each row, beside its
 * observations. Pure; may use {@code model}, {@code text}, {@code split} and {@code normalize}.
 */
@NullMarked
package dev.unglue.reconcile;

import org.jspecify.annotations.NullMarked;
