package dev.unglue.raw.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A file to be read.
 *
 * @param path where it lies, absolute
 * @param name how it is called everywhere: relative to the working folder where it lies below it,
 *     else absolute; {@code /} between the parts
 */
public record InputFile(Path path, String name) {
  /** By code points, so that the order is the same on every machine and in every language. */
  static final Comparator<InputFile> BY_NAME =
      (a, b) -> Arrays.compareUnsigned(utf8(a.name), utf8(b.name));

  public static InputFile of(Path path, Path base) {
    Path absolute = path.toAbsolutePath().normalize();
    Path home = base.toAbsolutePath().normalize();
    Path shown =
        absolute.startsWith(home) && !absolute.equals(home) ? home.relativize(absolute) : absolute;
    return new InputFile(absolute, slashed(shown));
  }

  /** The path with {@code /} between its parts. */
  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** The last part of the name. */
  public String lastName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
