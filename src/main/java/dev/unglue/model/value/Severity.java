package dev.unglue.model.value;

import dev.unglue.text.LowerCaseId;

/** How bad a flag is, mildest first. */
public enum Severity implements LowerCaseId {
  INFO,
  WARN,
  ERROR,
  FATAL;
}
