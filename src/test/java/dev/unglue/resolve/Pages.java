package dev.unglue.resolve;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Sha256;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sightings made by hand, and facts as one readable line. */
final class Pages {
  /** The project's own catalogue, as users have it. */
  static final Catalogue CATALOGUE = ConfigFolder.load(Path.of("config")).catalogue();

  static final Subject TELLER = Subject.named("Teller");
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private Pages() {}

  /** The morning of day {@code n}. */
  static Instant day(int n) {
    return NEW_YEAR.plus(n, ChronoUnit.DAYS);
  }

  private static int dayOf(Instant instant) {
    return (int) ChronoUnit.DAYS.between(NEW_YEAR, instant);
  }

  /** What the page says on that day of {@code attribute}, {@code attribute[member]} or so. */
  static Seen on(int day, String page, String attribute) {
    return new Seen(day, page, attribute, "", 0, Section.OVERVIEW, State.VALUE, "", 0, 1, "web");
  }

  /** A sighting in the making. */
  record Seen(
      int day,
      String page,
      String attribute,
      String member,
      int ordinal,
      Section section,
      State state,
      String value,
      int place,
      double confidence,
      String source) {

    Seen member(String name) {
      return new Seen(
          day, page, attribute, name, ordinal, section, state, value, place, confidence, source);
    }

    Seen number(int ordinalInList) {
      return new Seen(
          day,
          page,
          attribute,
          member,
          ordinalInList,
          section,
          state,
          value,
          place,
          confidence,
          source);
    }

    Seen in(Section other, int at) {
      return new Seen(
          day, page, attribute, member, ordinal, other, state, value, at, confidence, source);
    }

    Seen sure(double probability) {
      return new Seen(
          day, page, attribute, member, ordinal, section, state, value, place, probability, source);
    }

    Seen by(String other) {
      return new Seen(
          day, page, attribute, member, ordinal, section, state, value, place, confidence, other);
    }

    Sighting says(String said) {
      return state(State.VALUE, said);
    }

    Sighting missing() {
      return state(State.MISSING, "-");
    }

    Sighting state(State is, String said) {
      boolean kept = is == State.VALUE || is == State.OUT_OF_RANGE;
      boolean number = CATALOGUE.attribute(attribute).filter(a -> a.isNumber()).isPresent();
      @Nullable BigDecimal valueNum = kept && number ? new BigDecimal(said) : null;
      @Nullable String valueText = kept && !number ? said : null;
      Observation observation =
          new Observation(
              TELLER,
              attribute,
              member,
              ordinal,
              section,
              is,
              valueNum,
              valueText,
              said,
              new Span(place, place + said.length()),
              "cell",
              confidence,
              List.of(),
              null);
      return new Sighting(ref(), Pages.day(day), observation, "", "");
    }

    private CaptureRef ref() {
      return new CaptureRef(
          source,
          page,
          page,
          Pages.day(day),
          Sha256.hex(source + page + day),
          "text/plain",
          page,
          0,
          null);
    }
  }

  /** The facts that these sightings make, one a line. */
  static List<String> facts(Sighting... sightings) {
    return facts(Arrays.asList(sightings));
  }

  static List<String> facts(List<Sighting> sightings) {
    return new FactResolver(CATALOGUE)
        .resolve(TELLER, sightings).stream().map(Pages::shown).toList();
  }

  /** Such as {@code job_satisfaction 3.67 from 1 to 2, latest 1:0}. */
  static String shown(Fact fact) {
    Instant to = fact.validTo();
    return "%s%s%s %s from %d%s, %s %d:%d"
        .formatted(
            fact.attribute(),
            fact.member().isEmpty() ? "" : "[" + fact.member() + "]",
            fact.ordinal() == 0 ? "" : "#" + fact.ordinal(),
            fact.value(),
            dayOf(fact.validFrom()),
            to == null ? "" : " to " + dayOf(to),
            fact.resolution(),
            fact.support(),
            fact.dissent());
  }
}
