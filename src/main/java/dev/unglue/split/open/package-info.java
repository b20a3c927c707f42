/**
 * Tables of any kind whose cells have run together and whose labels nobody knows: lines into label
 * and cells.
 *
 * <p>In: the lines of a page that belong to no other table, and the names that its title gives.
 * Out: {@link dev.unglue.split.open.OpenTable}s with every row's likeliest readings. Pure; may use
 * {@code model} only.
 */
@NullMarked
package dev.unglue.split.open;

import org.jspecify.annotations.NullMarked;
