package dev.unglue.cli.option;

import dev.unglue.model.value.Severity;
import java.util.Locale;

/** From which severity flags make the exit code 1. */
public enum FailOn {
  INFO,
  WARN,
  ERROR,
  FATAL,
  NEVER;

  /** True if a flag of that severity counts. */
  boolean isReachedBy(Severity severity) {
    return this != NEVER && severity.compareTo(Severity.valueOf(name())) >= 0;
  }

  /** As it is written on the command line and in its help. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
