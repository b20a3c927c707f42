/**
 * The entry: {@code Main}, the tree of commands and the jobs as they are. The only room that
 * prints, exits or asks the clock and the environment.
 *
 * <p>In: the process it runs in. Out: an exit code. May use every room.
 */
@NullMarked
package dev.unglue.cli;

import org.jspecify.annotations.NullMarked;
