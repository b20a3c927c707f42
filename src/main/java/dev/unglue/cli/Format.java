package dev.unglue.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** How pages and rows are printed. */
enum Format {
  /** For people. */
  TABLE,
  /** One object a page, each on one line. */
  JSON,
  /** The observations. */
  CSV;

  /** The word of the command line, in whatever case. */
  static Format of(String word) {
    List<String> known = Arrays.stream(values()).map(Format::toString).toList();
    int index = known.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new TypeConversionException(
          "expected one of %s, found \"%s\"".formatted(String.join(", ", known), word));
    }
    return values()[index];
  }

  /** As it is written on the command line and in its help. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
