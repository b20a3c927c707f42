package dev.unglue.model.subject;

import dev.unglue.model.page.Observation;

/**
 * An observation as its own page gave it, and its key in the store.
 *
 * @param id key of the observation
 * @param seen what the page alone says, whatever other captures have decided since
 */
public record StoredCell(long id, Observation seen) {}
