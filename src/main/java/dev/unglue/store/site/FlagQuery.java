package dev.unglue.store.site;

/**
 * Which flags are looked for; an empty text asks for all.
 *
 * @param rule id of the rule
 * @param severity its severity
 * @param state {@code new}, {@code open}, {@code fixed} or {@code silenced}; empty for new and open
 * @param source the source of the page
 * @param subject slug of the subject
 * @param page the page
 * @param since an instant or day as text: raised then or later
 * @param offset how many come before
 * @param limit most of them
 */
public record FlagQuery(
    String rule,
    String severity,
    String state,
    String source,
    String subject,
    String page,
    String since,
    int offset,
    int limit) {
  /** All that stand about a subject. */
  public static FlagQuery ofSubject(String slug, int limit) {
    return new FlagQuery("", "", "", "", slug, "", "", 0, limit);
  }

  /** All that stand on a page. */
  public static FlagQuery ofPage(String page, int limit) {
    return new FlagQuery("", "", "", "", "", page, "", 0, limit);
  }
}
