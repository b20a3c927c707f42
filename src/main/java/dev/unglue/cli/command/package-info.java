/**
 * One class a command: its options, the job it calls, what it prints and its exit code.
 *
 * <p>In: the command line. Out: data on standard output, everything else on standard error. May use
 * picocli, {@code pipeline} and what it hands out, {@code schedule}, {@code cli.option} and {@code
 * cli.format}.
 */
@NullMarked
package dev.unglue.cli.command;

import org.jspecify.annotations.NullMarked;
