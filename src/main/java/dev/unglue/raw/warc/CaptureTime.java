package dev.unglue.raw.warc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the time of a capture in the forms that WARC files, JSONL files and people write it. */
public final class CaptureTime {
  /** As in the index of a web archive, in UTC: 20240501103000. */
  private static final DateTimeFormatter FOURTEEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private CaptureTime() {}

  /**
   * The time; empty, with a note, if the text is none. A day is read as its first second in UTC.
   *
   * @param name how the field is called in the note
   */
  public static Optional<Instant> parse(String text, String name, List<String> notes) {
    try {
      return Optional.of(read(text.strip()));
    } catch (DateTimeException e) {
      String day = "a day such as 2024-05-01 or 14 digits, found " + QuotedInput.quoted(text);
      String expected = ": expected an instant such as 2024-05-01T10:30:00Z, " + day;
      notes.add(name + expected + "; the time is read as unknown");
      return Optional.empty();
    }
  }

  private static Instant read(String text) {
    if (text.length() == 14 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return LocalDateTime.parse(text, FOURTEEN_DIGITS).toInstant(ZoneOffset.UTC);
    }
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }
}
