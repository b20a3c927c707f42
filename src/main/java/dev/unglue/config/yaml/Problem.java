package dev.unglue.config.yaml;

/**
 * One thing that is wrong with the configuration.
 *
 * @param file the file as the user knows it, for example {@code config/attributes.yaml}
 * @param line line in the file, from 1; 0 where the whole file is meant
 * @param key path of the key, for example {@code attributes[3].type}, lists counted from 0; empty
 *     where no key is meant
 * @param message what is wrong: expected and found, and what to do where that is known
 */
public record Problem(String file, int line, String key, String message) {
  /** {@code file:line: key: message}, leaving out what it has not. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
