package dev.unglue.model.page;

import java.util.Locale;

/** What a page is about. */
public enum PageKind {
  /** Two or more subjects side by side. */
  COMPARISON,
  /** One subject ("What does a X do?"). */
  PROFILE,
  /** A page with tables of another kind; its grid is kept. */
  OTHER,
  /** A page without any table, statement or list that the catalogue knows. */
  NONE;

  /** The name that is written out, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
