package dev.unglue.cli.option;

import java.nio.file.Path;

/** Paths as people read them. */
public final class ShownPath {
  private ShownPath() {}

  /** Relative to the working folder where it lies below it, with {@code /} as separator. */
  public static String shown(Path path, Path workingFolder) {
    Path absolute = workingFolder.resolve(path).normalize();
    Path shown = absolute.startsWith(workingFolder) ? workingFolder.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
