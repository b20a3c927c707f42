package dev.unglue.model.page;

import dev.unglue.model.value.Signature;

/**
 * A person's word that what a flag tells is known and accepted as it is. It holds for this one
 * flag: where a value changes, it is another flag.
 *
 * @param rule id of the rule
 * @param page the page; empty for a flag about the run
 * @param subject slug of the subject; empty where it is about none
 * @param attribute id of the attribute; empty where it is about none
 * @param member part of the attribute; empty where it has none
 * @param expected what was expected
 * @param actual what was found
 * @param by whose word it is
 */
public record FlagDecision(
    String rule,
    String page,
    String subject,
    String attribute,
    String member,
    String expected,
    String actual,
    Signature by) {

  /** What is decided: all that makes two flags the same one. */
  public String key() {
    return key(rule, page, subject, attribute, member, expected, actual);
  }

  private static String key(String... parts) {
    return String.join("\u001f", parts);
  }

  /** The same, with what is shown of it. */
  String content() {
    return key() + "\u001f" + by.who() + by.at() + by.why();
  }

  /** The key of a flag. */
  public static String keyOf(Flag flag) {
    return key(
        flag.rule(),
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual());
  }
}
