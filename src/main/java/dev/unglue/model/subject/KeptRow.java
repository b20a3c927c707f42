package dev.unglue.model.subject;

/**
 * An open row that the store keeps from run to run.
 *
 * @param id key of the row within its field
 * @param row what its own page says of it
 * @param settled how it came to rest when it was last asked
 */
public record KeptRow(long id, UnresolvedCells row, PropagationResult settled) {}
