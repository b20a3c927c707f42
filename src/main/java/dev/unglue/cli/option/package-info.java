/**
 * What the commands share: the options of the program, the world as they see it, exit codes, and
 * how an error is told.
 *
 * <p>In: arguments. Out: values of options. May use picocli, {@code pipeline} and what it hands
 * out.
 */
@NullMarked
package dev.unglue.cli.option;

import org.jspecify.annotations.NullMarked;
