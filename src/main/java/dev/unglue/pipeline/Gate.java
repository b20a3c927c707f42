package dev.unglue.pipeline;

import dev.unglue.load.StoreCounts;
import dev.unglue.model.Severity;
import java.util.List;

/** Decides whether what was loaded may be published. */
final class Gate {
  private Gate() {}

  /** Why nothing may be published; empty while the gate is open. */
  static List<String> reasons(StoreCounts counts) {
    long fatal = counts.standingFlagsBySeverity().getOrDefault(Severity.FATAL.id(), 0L);
    return fatal == 0
        ? List.of()
        : List.of(
            "expected no fatal flag, found %d; see v_flag in the work store".formatted(fatal));
  }
}
