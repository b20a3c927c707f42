/**
 * The one search for the likeliest ways to cut a row into cells, whatever the cells are.
 *
 * <p>In: a {@link dev.unglue.split.search.Lattice} of cells and a {@link
 * dev.unglue.split.search.CellScorer}. Out: {@link dev.unglue.split.search.Way}s. Pure; uses
 * nothing else of the project.
 */
@NullMarked
package dev.unglue.split.search;

import org.jspecify.annotations.NullMarked;
