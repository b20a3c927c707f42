package dev.unglue.cli;

import picocli.CommandLine.Option;

/** {@code --format}, of all commands that print rows. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.TABLE;

  Format get() {
    return format;
  }
}
