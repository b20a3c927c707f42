package dev.unglue.model.run;

import dev.unglue.text.LowerCaseId;

/** What became of one planned address in one run. */
public enum FetchOutcome implements LowerCaseId {
  /** The page came, whole, and says something new. */
  CAPTURED,
  /** The server or its sitemap says that it has not changed, or it came with the same content. */
  UNCHANGED,
  /** The server names another address, which has an outcome of its own. */
  REDIRECTED,
  /** There is no such page (404, 410). */
  GONE,
  /** The site's robots.txt forbids it; nothing was asked. */
  FORBIDDEN,
  /** A page that asks for a proof of being human came instead. */
  BLOCKED,
  /** No answer, or none that can be used; or it could not even be asked for. */
  FAILED,
  /** The page came, but was cut short; what was stored before stays. */
  TRUNCATED,
  /** It is no page of the source, or the run was stopped before: the reason says which. */
  SKIPPED;

  /** True if the page came, or is known to be as it was. */
  public boolean isConfirmed() {
    return this == CAPTURED || this == UNCHANGED;
  }

  /** True if someone should look: the page is wanted, and did not come whole. */
  public boolean isTrouble() {
    return this == BLOCKED || this == FAILED || this == TRUNCATED;
  }
}
