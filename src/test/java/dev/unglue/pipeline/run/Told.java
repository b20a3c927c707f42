package dev.unglue.pipeline.run;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Subject;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.Optional;

/** What a page tells, cell by cell, in the order of its subjects and attributes. */
public final class Told {
  private static final PageParser PARSER = TestCatalogue.parser();

  private Told() {}

  /** {@code Plumber average_age_years 41}, one for each cell, sorted. */
  public static List<String> of(String mediaType, String text) {
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), mediaType, "page", 0, null);
    return PARSER.parse(new Capture(ref, text, List.of())).observations().stream()
        .map(Told::line)
        .sorted()
        .toList();
  }

  private static String line(Observation seen) {
    String subject = Optional.ofNullable(seen.subject()).map(Subject::name).orElse("nobody");
    String attribute = seen.member().isEmpty() ? seen.attribute() : seen.member();
    return subject + " " + attribute + " " + value(seen);
  }

  private static String value(Observation seen) {
    return switch (seen.state()) {
      case VALUE -> seen.value();
      case MISSING, AMBIGUOUS, UNPARSED, OUT_OF_RANGE ->
          seen.state().name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
