package dev.unglue.cli.option;

import dev.unglue.model.value.Severity;
import java.util.Locale;
import java.util.Map;

/** From which severity flags make the exit code 1. */
public enum FailOn {
  INFO,
  WARN,
  ERROR,
  FATAL,
  NEVER;

  /** True if a flag of that severity counts. */
  boolean isReachedBy(Severity severity) {
    return switch (this) {
      case INFO -> true;
      case WARN -> severity.compareTo(Severity.WARN) >= 0;
      case ERROR -> severity.compareTo(Severity.ERROR) >= 0;
      case FATAL -> severity == Severity.FATAL;
      case NEVER -> false;
    };
  }

  /** True if any of the counted flags counts; severities by their id. */
  boolean isReachedBy(Map<String, Long> countsBySeverity) {
    for (Severity severity : Severity.values()) {
      if (isReachedBy(severity) && countsBySeverity.getOrDefault(severity.id(), 0L) > 0) {
        return true;
      }
    }
    return false;
  }

  /** As it is written on the command line and in its help. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
