package dev.unglue.text;

import java.util.Locale;

/** A constant that configuration, store and reports write as its name in lower case. */
public interface LowerCaseId {
  /** The name of the constant. */
  String name();

  /** The name that is written out, lower case. */
  default String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
