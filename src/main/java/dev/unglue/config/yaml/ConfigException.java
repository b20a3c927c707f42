package dev.unglue.config.yaml;

import dev.unglue.config.yaml.Problems.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used. The message lists every problem, each on its own line, as
 * {@code file:line: key: what is wrong}; it is meant for the user as it stands.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says all of {@code problems}, in their order. */
  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
