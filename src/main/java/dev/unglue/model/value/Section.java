package dev.unglue.model.value;

import dev.unglue.text.LowerCaseId;

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
}
