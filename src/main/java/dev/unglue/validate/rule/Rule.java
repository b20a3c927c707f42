package dev.unglue.validate.rule;

/**
 * One check. A rule is pure: the same input gives the same outcome, and it keeps nothing between
 * two calls.
 *
 * @param <T> what it looks at: a page, the sightings of a subject, a group of pages
 */
public interface Rule<T> {
  /** What the rule is, with the severity and the parameters in force. */
  RuleInfo info();

  /** Looks at {@code input} and tells what does not agree. */
  Outcome check(T input);
}
