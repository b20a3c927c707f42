package dev.unglue.model.run;

import dev.unglue.text.LowerCaseId;

/** What became of one planned address in one run. */
public enum FetchOutcome implements LowerCaseId {
  /** The page came, whole, and says something new. */
  CAPTURED,
  /** The server says that it has not changed (304), or it came again with the same content. */
  UNCHANGED,
  /** The server names another address, which has an outcome of its own. */
  REDIRECTED,
  /** There is no such page (404, 410). */
  GONE,
  /** The site's robots.txt, or its absence without a word, forbids it; nothing was asked. */
  FORBIDDEN,
  /** A page that asks for a proof of being human came instead. */
  BLOCKED,
  /** No answer, or none that can be used. */
  FAILED,
  /** The page came, but was cut short; what was stored before stays. */
  TRUNCATED,
  /** It was not asked for, or not taken: the reason says why. */
  SKIPPED;

  /** True if someone should look: the page is wanted, and did not come whole. */
  public boolean isTrouble() {
    return this == BLOCKED || this == FAILED || this == TRUNCATED;
  }
}
