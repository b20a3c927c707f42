package dev.unglue.split.open;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.RowCutter.Way;
import dev.unglue.split.open.feature.CutPoint;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.DistinguishingFeatures;
import dev.unglue.split.open.feature.FeatureCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ways to read one row, and which of them stands. */
final class RowReadings {
  private static final int KEPT = 8;

  private final SourceText row;
  private final RowSplitter splitter;
  private final boolean labelled;
  private final boolean enumerated;
  private final RowCutter cutter;
  private final List<List<Way>> ways;

  /**
   * The ways to cut a row at some of its cut points.
   *
   * @param most pieces at most
   * @param labelled whether its pieces are a label and cells; else names
   */
  RowReadings(
      SourceText row, RowSplitter splitter, List<CutPoint> points, int most, boolean labelled) {
    this.row = row;
    this.splitter = splitter;
    this.labelled = labelled;
    this.enumerated = points.size() <= CutPoints.most(row.length());
    this.cutter =
        new RowCutter(row.text(), points, splitter.similarity(), splitter.weights(), labelled);
    this.ways = cutter.cut(most);
  }

  /**
   * A way to read the row.
   *
   * @param way its pieces
   * @param missing how many pieces left no trace
   * @param weight of all that is seen of it
   */
  record Candidate(Way way, int missing, double weight) {}

  /** The readings as so many pieces, and as fewer of which the others left no trace. */
  List<Candidate> candidates(int pieces) {
    List<Candidate> candidates = new ArrayList<>();
    for (int missing = 0; missing < pieces; missing++) {
      int lost = missing;
      double weight = splitter.weights().weigh(traits -> few(pieces, lost, traits));
      for (Way way : ways.get(pieces - 1 - missing)) {
        candidates.add(new Candidate(way, missing, way.weight() + weight));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
    return candidates;
  }

  /** Notes that pieces are missing. */
  private void few(int pieces, int missing, FeatureCollector traits) {
    if (missing == 0) {
      return;
    }
    if (!labelled) {
      traits.see("name.lost", missing);
    } else if (missing == pieces - 1) {
      splitter.similarity().heading(traits);
    } else {
      splitter.similarity().lost(traits, missing);
    }
  }

  /** All that is seen of a reading, by feature. */
  Map<String, Double> seen(Candidate candidate) {
    Map<String, Double> seen = cutter.seen(candidate.way());
    int pieces = candidate.way().size() + candidate.missing();
    few(pieces, candidate.missing(), FeatureCollector.into(seen));
    return seen;
  }

  /** What becomes of the row as so many pieces. */
  OpenTableRow decide(int pieces, double threshold) {
    List<Candidate> all = candidates(pieces);
    double best = all.get(0).weight();
    double total = 0;
    double few = 0;
    for (Candidate candidate : all) {
      double part = Math.exp(candidate.weight() - best);
      total += part;
      few += candidate.missing() > 0 ? part : 0;
    }
    List<Candidate> whole = all.stream().filter(each -> each.missing() == 0).toList();
    boolean isFew = whole.isEmpty() || (few > total / 2 && splitter.weights().isLearned());
    if (isFew) {
      return few(all, pieces, few / total);
    }
    List<Reading> readings = readings(whole, best, total);
    boolean decided = enumerated && readings.get(0).probability() >= threshold;
    return new OpenTableRow(row, pieces, decided ? Outcome.READ : Outcome.AMBIGUOUS, readings);
  }

  private List<Reading> readings(List<Candidate> whole, double best, double total) {
    List<Reading> seen =
        whole.stream()
            .limit(KEPT)
            .map(each -> reading(each, Math.exp(each.weight() - best) / total))
            .toList();
    return DistinguishingFeatures.apart(seen, splitter.weights());
  }

  private Reading reading(Candidate candidate, double probability) {
    return new Reading(pieces(candidate), probability, seen(candidate));
  }

  /** The likeliest reading of fewer pieces, and what tells it from the likeliest of all pieces. */
  private OpenTableRow few(List<Candidate> all, int pieces, double probability) {
    Candidate few = all.stream().filter(each -> each.missing() > 0).findFirst().orElseThrow();
    Stream<Candidate> whole = all.stream().filter(each -> each.missing() == 0).limit(1);
    List<Reading> compared =
        Stream.concat(Stream.of(few), whole).map(each -> reading(each, probability)).toList();
    Reading telling = DistinguishingFeatures.apart(compared, splitter.weights()).get(0);
    boolean heading = few.way().size() == 1 && probability >= RowSplitter.THRESHOLD;
    Outcome outcome = heading ? Outcome.HEADING : Outcome.SHORT;
    return new OpenTableRow(row, pieces, outcome, List.of(telling));
  }

  /** The pieces of a reading, in order. */
  List<Slice> pieces(Candidate candidate) {
    return candidate.way().places().stream()
        .map(place -> Slice.of(row.slice(place[0], place[1])))
        .toList();
  }
}
