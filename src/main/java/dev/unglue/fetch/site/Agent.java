package dev.unglue.fetch.site;

import java.util.regex.Pattern;

/**
 * Who asks.
 *
 * @param header the agent string: {@code unglue/1.0 (+me@example.org)}
 */
public record Agent(String header) {
  /** The product token that a robots.txt addresses. */
  static final String TOKEN = "unglue";

  private static final Pattern UNSENDABLE = Pattern.compile("[^\\x20-\\x7e]");

  /**
   * The agent of one program and user; what no header may hold is left out.
   *
   * @param version version of the program
   * @param contact an address or page where its user can be reached; not blank
   * @throws IllegalArgumentException if the contact is blank
   */
  public static Agent of(String version, String contact) {
    if (contact.isBlank()) {
      throw new IllegalArgumentException("agent: expected a contact, found nothing");
    }
    String all = TOKEN + "/" + version + " (+" + contact.strip() + ")";
    return new Agent(UNSENDABLE.matcher(all).replaceAll(""));
  }
}
