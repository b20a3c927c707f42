package dev.unglue.bench;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.Observation;
import dev.unglue.model.State;
import dev.unglue.model.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what was read of a page with what it truly says. */
final class Judge {
  private static final String NO_METHOD = "none";

  private Judge() {}

  private record Place(
      String subject, String section, String attribute, String member, int ordinal) {
    static Place of(Truth truth) {
      return new Place(
          truth.subject(),
          truth.section().id(),
          truth.attribute(),
          truth.member(),
          truth.ordinal());
    }

    static Place of(Observation seen) {
      Subject subject = seen.subject();
      return new Place(
          subject == null ? "" : subject.slug(),
          seen.section().id(),
          seen.attribute(),
          seen.member(),
          seen.ordinal());
    }

    /** Where an observation of the whole cell stands, which has no members. */
    Place whole() {
      return new Place(subject, section, attribute, "", 0);
    }
  }

  /** What became of each truth, in their order. */
  static List<Judged> judge(List<Truth> truths, List<Observation> observations) {
    Map<Place, Observation> byPlace = new HashMap<>();
    observations.forEach(seen -> byPlace.putIfAbsent(Place.of(seen), seen));
    List<Judged> judged = new ArrayList<>();
    for (Truth truth : truths) {
      Place place = Place.of(truth);
      Observation seen = byPlace.getOrDefault(place, byPlace.get(place.whole()));
      judged.add(
          seen == null
              ? new Judged(truth, NO_METHOD, Verdict.UNPARSED, 0, List.of())
              : new Judged(
                  truth,
                  seen.method(),
                  verdict(truth, seen),
                  seen.confidence(),
                  seen.candidates()));
    }
    return judged;
  }

  private static Verdict verdict(Truth truth, Observation seen) {
    return switch (seen.state()) {
      case AMBIGUOUS -> Verdict.AMBIGUOUS;
      case UNPARSED -> Verdict.UNPARSED;
      case MISSING -> truth.state() == State.MISSING ? Verdict.RIGHT : Verdict.WRONG;
      case VALUE, OUT_OF_RANGE ->
          truth.state() == State.VALUE && isSame(truth.value(), seen)
              ? Verdict.RIGHT
              : Verdict.WRONG;
    };
  }

  private static boolean isSame(String truth, Observation seen) {
    BigDecimal number = seen.valueNum();
    return number == null
        ? truth.equals(seen.value())
        : number.compareTo(new BigDecimal(truth)) == 0;
  }
}
