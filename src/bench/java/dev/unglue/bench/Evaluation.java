package dev.unglue.bench;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what was read of a page with what it truly says. */
final class Evaluation {
  private static final String NO_METHOD = "none";

  private Evaluation() {}

  private record TruthPlace(
      String subject, String section, String attribute, String member, int ordinal) {
    static TruthPlace of(Truth truth) {
      return new TruthPlace(
          truth.subject(),
          truth.section().id(),
          truth.attribute(),
          truth.member(),
          truth.ordinal());
    }

    static TruthPlace of(Observation seen) {
      Subject subject = seen.subject();
      return new TruthPlace(
          subject == null ? "" : subject.slug(),
          seen.section().id(),
          seen.attribute(),
          seen.member(),
          seen.ordinal());
    }

    /** Where an observation of the whole cell stands, which has no members. */
    TruthPlace whole() {
      return new TruthPlace(subject, section, attribute, "", 0);
    }
  }

  /** What became of each truth, in their order. */
  static List<EvaluatedTruth> of(List<Truth> truths, List<Observation> observations) {
    Map<TruthPlace, Observation> byPlace = new HashMap<>();
    observations.forEach(seen -> byPlace.putIfAbsent(TruthPlace.of(seen), seen));
    List<EvaluatedTruth> evaluated = new ArrayList<>();
    for (Truth truth : truths) {
      TruthPlace place = TruthPlace.of(truth);
      Observation seen = byPlace.getOrDefault(place, byPlace.get(place.whole()));
      evaluated.add(
          seen == null
              ? new EvaluatedTruth(truth, NO_METHOD, ReadOutcome.UNPARSED, 0, List.of())
              : new EvaluatedTruth(
                  truth,
                  seen.method(),
                  outcome(truth, seen),
                  seen.confidence(),
                  seen.candidates()));
    }
    return evaluated;
  }

  private static ReadOutcome outcome(Truth truth, Observation seen) {
    return switch (seen.state()) {
      case AMBIGUOUS -> ReadOutcome.AMBIGUOUS;
      case UNPARSED -> ReadOutcome.UNPARSED;
      case MISSING -> truth.state() == State.MISSING ? ReadOutcome.RIGHT : ReadOutcome.WRONG;
      case VALUE, OUT_OF_RANGE ->
          truth.state() == State.VALUE && isSame(truth.value(), seen)
              ? ReadOutcome.RIGHT
              : ReadOutcome.WRONG;
    };
  }

  private static boolean isSame(String truth, Observation seen) {
    BigDecimal number = seen.valueNum();
    return number == null
        ? truth.equals(seen.value())
        : number.compareTo(new BigDecimal(truth)) == 0;
  }
}
