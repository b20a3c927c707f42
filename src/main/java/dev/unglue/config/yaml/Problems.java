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

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws ConfigException that lists all of it
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(all());
    }
  }
}
