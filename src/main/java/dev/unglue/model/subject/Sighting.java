package dev.unglue.model.subject;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import java.time.Instant;

/**
 * An observation together with the page that gave it, as the cross-page stages see it.
 *
 * @param ref the capture
 * @param seenAt when the page said so: its capture time, or the nominal time of the run that first
 *     read it
 * @param observation what it said
 * @param canonical what the page calls its own address, as written; empty where it calls none
 * @param content the same for pages that say all the same, whatever the layout; empty where it is
 *     not known
 */
public record Sighting(
    CaptureRef ref, Instant seenAt, Observation observation, String canonical, String content) {}
