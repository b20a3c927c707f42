/**
 * Measures the splitter on text whose truth is known, beside what a user would try, and learns the
 * weights of its evidence.
 *
 * <p>In: lists of names, bundled tables of many kinds and a seed. Out: tables. Pure; may use {@code
 * split}, {@code normalize}, {@code pipeline} and {@code model}.
 */
@NullMarked
package dev.unglue.bench;

import org.jspecify.annotations.NullMarked;
