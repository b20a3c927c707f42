/**
 * The lock that one process holds on a folder that only one may write.
 *
 * <p>In: a file. Out: the lock, or the word that another process has it. Used by {@code load} for
 * the work store and by {@code raw} for the raw store: two stages that must not know each other, so
 * what they share lies in a room of its own. May use files and nothing else of ours.
 */
@NullMarked
package dev.unglue.lock;

import org.jspecify.annotations.NullMarked;
