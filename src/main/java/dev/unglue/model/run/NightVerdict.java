package dev.unglue.model.run;

import dev.unglue.text.LowerCaseId;

/** How the night of one source went. */
public enum NightVerdict implements LowerCaseId {
  /** What was planned came, or is known to be as it was. */
  OK,
  /** Some of it did, and some that was wanted did not come, or could not be read. */
  PARTIAL,
  /** Nothing was received, whatever the reason. */
  UNREACHABLE,
  /** Its gate is closed: its last good data stay. */
  REJECTED;
}
