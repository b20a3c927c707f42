package dev.unglue.model.value;

import java.util.Locale;

/** How bad a flag is, mildest first. */
public enum Severity {
  INFO,
  WARN,
  ERROR,
  FATAL;

  /** The name that is written out, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
