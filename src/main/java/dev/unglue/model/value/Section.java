package dev.unglue.model.value;

import dev.unglue.text.LowerCaseId;
import java.util.Locale;

/** The part of a page in which a value stands. */
public enum Section implements LowerCaseId {
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

  /** Made once: it is asked for with each value. */
  private final String id = name().toLowerCase(Locale.ROOT);

  @Override
  public String id() {
    return id;
  }
}
