package dev.unglue.normalize;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code January 8, 2025}, {@code Jan 8, 2025}, {@code 8 January 2025} or {@code 2025-01-08}. */
record DateForm() implements CellForm {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("", "-MM-dd"),
          format("MMMM d, ", ""),
          format("MMM d, ", ""),
          format("d MMMM ", ""),
          format("d MMM ", ""));

  /** The year has four digits and no sign: a hyphen before it is the missing mark. */
  private static DateTimeFormatter format(String beforeYear, String afterYear) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(beforeYear)
        .appendValue(ChronoField.YEAR, 4)
        .appendPattern(afterYear)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  @Override
  public int maxLength() {
    return 20;
  }

  @Override
  public List<CellPart> read(String cell) {
    if (cell.length() > maxLength()) {
      return List.of();
    }
    return FORMATS.stream()
        .flatMap(format -> date(cell, format).stream())
        .map(date -> CellPart.of(Part.WHOLE, date.toString(), 0, cell.length()))
        .limit(1)
        .toList();
  }

  private static Optional<LocalDate> date(String cell, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(cell, format));
    } catch (DateTimeParseException otherFormat) {
      return Optional.empty();
    }
  }
}
