package dev.unglue.fetch;

import java.util.regex.Pattern;

/**
 * Who asks.
 *
 * @param version version of the program
 * @param contact an address or page where its user can be reached; not blank
 */
public record Agent(String version, String contact) {
  /** The product token that a robots.txt addresses. */
  static final String TOKEN = "unglue";

  private static final Pattern UNSENDABLE = Pattern.compile("[^\\x20-\\x7e]");

  /**
   * Checks the contact.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public Agent {
    if (contact.isBlank()) {
      throw new IllegalArgumentException("agent: expected a contact, found nothing");
    }
  }

  /**
   * The agent string: {@code unglue/1.0 (+me@example.org)}; what no header may hold is left out.
   */
  public String header() {
    String all = TOKEN + "/" + version + " (+" + contact.strip() + ")";
    return UNSENDABLE.matcher(all).replaceAll("");
  }
}
