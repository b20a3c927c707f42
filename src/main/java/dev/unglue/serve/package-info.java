/**
 * The local site: look, compare, decide.
 *
 * <p>In: what is published, the work store, the raw files and the configuration. Out: pages for
 * browsers of this machine. Reads only; what a person decides goes to {@code decisions.csv} by the
 * same code as {@code unglue decide}.
 */
@NullMarked
package dev.unglue.serve;

import org.jspecify.annotations.NullMarked;
