package dev.unglue.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant, or a day, which is read as its first second in UTC. */
public final class Since implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "expected a day such as 2026-01-31 or an instant such as 2026-01-31T02:30:00Z, found \"%s\""
              .formatted(text));
    }
  }
}
