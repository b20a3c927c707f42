package dev.unglue.model.value;

import java.util.Locale;

/** The part of a page in which a value stands. */
public enum Section {
  OVERVIEW,
  SALARY,
  EDUCATION,
  DEMOGRAPHICS,
  PROSE,
  SKILLS,
  RESPONSIBILITIES,
  PROFILE,
  RELATED,
  PAGE;

  /** The name that is written out, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
