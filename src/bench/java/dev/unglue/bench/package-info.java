/**
 * Measures how well pages are read whose truth is known, beside what a user would try; learns the
 * weights of the evidence, and measures the confidence. No part of the product: it is compiled with
 * the tests and run by a command of its own, {@link dev.unglue.bench.BenchMain}.
 *
 * <p>In: a configuration, lists of names, bundled tables of many kinds and a seed. Out: the results
 * as a document, and two files of the configuration. Only {@code BenchMain}, {@code BenchFiles} and
 * {@code BatchRun} touch files and use {@code config}; all else is pure and may use {@code split},
 * {@code normalize}, {@code pipeline} and {@code model}.
 */
@NullMarked
package dev.unglue.bench;

import org.jspecify.annotations.NullMarked;
