package dev.unglue.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong with a configuration, so that the user hears all of it at once.
 *
 * <p>Files may be read side by side. Readers go on after a problem with a stand-in value; {@link
 * #throwIfAny} is called before anything that they made is used.
 */
public final class Problems {
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
      String place = file + (line > 0 ? ":" + line : "");
      return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
  }

  private final List<Problem> found = Collections.synchronizedList(new ArrayList<>());

  /** Notes a problem at a line of a file; {@code key} may be empty. */
  public void add(String file, int line, String key, String message) {
    found.add(new Problem(file, line, key, message));
  }

  /** Notes a problem of a whole file. */
  public void add(String file, String message) {
    add(file, 0, "", message);
  }

  /** What is wrong, by file and line. */
  public List<Problem> all() {
    return List.copyOf(found).stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  /** True if anything is wrong with that file. */
  public boolean isAbout(String file) {
    return found.stream().anyMatch(problem -> problem.file().equals(file));
  }

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws ConfigException that lists all of it
   */
  public void throwIfAny() {
    throwIfAnyBut(List.of());
  }

  /**
   * Ends the reading if anything is wrong with other files than these.
   *
   * @throws ConfigException that lists all that is wrong, with these too
   */
  public void throwIfAnyBut(List<String> files) {
    if (found.stream().anyMatch(problem -> !files.contains(problem.file()))) {
      throw new ConfigException(all());
    }
  }
}
