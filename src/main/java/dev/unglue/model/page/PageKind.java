package dev.unglue.model.page;

import dev.unglue.text.LowerCaseId;

/** What a page is about. */
public enum PageKind implements LowerCaseId {
  /** Two or more subjects side by side. */
  COMPARISON,
  /** One subject ("What does a X do?"). */
  PROFILE,
  /** A page with tables of another kind; its grid is kept. */
  OTHER,
  /** A page without any table, statement or list that the catalogue knows. */
  NONE;
}
