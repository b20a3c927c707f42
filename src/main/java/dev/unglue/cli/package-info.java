/**
 * The command line: one class a command. The only package that prints, exits or asks the clock.
 *
 * <p>May use {@code pipeline} and what it hands out.
 */
@NullMarked
package dev.unglue.cli;

import org.jspecify.annotations.NullMarked;
