package dev.unglue.cli;

import java.nio.file.Path;

/** Paths as people read them. */
final class Paths {
  private Paths() {}

  /** Relative to the working folder where it lies below it, with {@code /} as separator. */
  static String shown(Path path, Path workingFolder) {
    Path absolute = workingFolder.resolve(path).normalize();
    Path shown = absolute.startsWith(workingFolder) ? workingFolder.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
