package dev.unglue.cli.option;

import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --fail-on}, of all commands that raise flags. */
public final class FailOnOption {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Flags from which the exit code is 1: ${COMPLETION-CANDIDATES}; default: fatal.")
  private FailOn failOn = FailOn.FATAL;

  /** True if that flag is grave enough. */
  public boolean isReachedBy(Flag flag) {
    return failOn.isReachedBy(flag.severity());
  }

  /** True if any of the counted flags is grave enough; severities by their id. */
  public boolean isReachedBy(Map<String, Long> countsBySeverity) {
    return Arrays.stream(Severity.values())
        .filter(failOn::isReachedBy)
        .anyMatch(severity -> countsBySeverity.getOrDefault(severity.id(), 0L) > 0);
  }

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
}
