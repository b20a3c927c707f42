package dev.unglue.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a word of the command line, in whatever case, as one of a few values.
 *
 * @param values what there is to choose; each is written in lower case
 */
public record EnumWord<E>(List<E> values) implements ITypeConverter<E> {
  public EnumWord(E[] values) {
    this(Arrays.asList(values));
  }

  @Override
  public E convert(String word) {
    List<String> known = values.stream().map(E::toString).map(EnumWord::lower).toList();
    int index = known.indexOf(lower(word));
    if (index < 0) {
      throw new TypeConversionException(
          "expected one of %s, found \"%s\"".formatted(String.join(", ", known), word));
    }
    return values.get(index);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
