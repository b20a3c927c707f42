package dev.unglue.store.row;

/**
 * What became of the pages of a run.
 *
 * @param found pages and records that were found
 * @param read of those, parsed in this run
 * @param unchanged of those, known already from an earlier run
 * @param failed of those, not readable; each lies in quarantine with its reason
 */
public record PageCounts(long found, long read, long unchanged, long failed) {}
