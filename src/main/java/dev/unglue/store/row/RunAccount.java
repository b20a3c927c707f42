package dev.unglue.store.row;

/**
 * How a run fared, in numbers.
 *
 * @param found pages and records that were found
 * @param read of those, parsed in this run
 * @param unchanged of those, known already
 * @param failed of those, not readable
 * @param exitCode what the program says to the one that called it, 0..255
 */
public record RunAccount(long found, long read, long unchanged, long failed, int exitCode) {}
