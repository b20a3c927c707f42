package dev.unglue.text;

import java.util.regex.Pattern;

/**
 * Text of pages, files and addresses as it may be shown in a line of a terminal: it must neither
 * break the line, nor steer the terminal, nor turn the direction of what stands around it, nor tell
 * a secret.
 */
public final class TerminalText {
  /** C0, DEL and C1, by which terminals are steered, and what Unicode calls the end of a line. */
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/\\s@\"]{1,256}@");

  private TerminalText() {}

  /** The text as one harmless line; a run of controls is a blank. */
  public static String line(String text) {
    String steady = STEERING.matcher(text).replaceAll(" ");
    return withoutCredentials(DIRECTIONS.matcher(steady).replaceAll(""));
  }

  /** The text with the name and password of every address in it hidden. */
  public static String withoutCredentials(String text) {
    return text.contains("://") ? CREDENTIALS.matcher(text).replaceAll("***@") : text;
  }
}
