/**
 * How pages, rows, runs and progress are printed: tables, JSON, CSV, Prometheus, OpenLineage.
 *
 * <p>In: what a job gives. Out: lines. May use Jackson, Commons CSV, {@code pipeline} and what it
 * hands out, and {@code cli.option}; knows no command.
 */
@NullMarked
package dev.unglue.cli.format;

import org.jspecify.annotations.NullMarked;
