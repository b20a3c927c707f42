package dev.unglue.cli.option;

import picocli.CommandLine.Option;

/** {@code --format}, of all commands that print rows. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.TABLE;

  public Format get() {
    return format;
  }
}
