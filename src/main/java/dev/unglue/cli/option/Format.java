package dev.unglue.cli.option;

import java.util.Locale;

/** How pages and rows are printed; what {@code --format} of most commands takes. */
public enum Format {
  /** For people. */
  TABLE,
  /** One object a page, each on one line. */
  JSON,
  /** The observations. */
  CSV;

  /** What the help says of it. */
  public static final String HELP = "${COMPLETION-CANDIDATES}; default: table.";

  /** As it is written on the command line and in its help. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
