package dev.unglue.split.open;

import dev.unglue.split.open.feature.CutPoint;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.FeatureCollector;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import dev.unglue.split.open.feature.TextShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists the likeliest ways to cut one text at its cut points.
 *
 * <p>Piece by piece, from every cut point where the pieces so far may end; only the likeliest ways
 * to reach a cut point are carried on, so that time grows with the square of the number of cut
 * points, of which there are at most {@link CutPoints#MOST}.
 */
final class RowCutter {
  private static final int BEAM = 8;
  private static final int MOST_READINGS = 24;
  private static final int LONGEST_PIECE = 500;
  private static final double[] NO_MORE = {};

  private final String text;
  private final List<CutPoint> points;
  private final RowSimilarity similarity;
  private final OpenWeights weights;
  private final boolean labelled;
  private final Map<Long, Piece> pieces = new HashMap<>();

  /**
   * A cutter of one text.
   *
   * @param labelled whether its pieces are a label and cells, which are built alike; else names
   */
  RowCutter(
      String text,
      List<CutPoint> points,
      RowSimilarity similarity,
      OpenWeights weights,
      boolean labelled) {
    this.text = text;
    this.points = CutPoints.strongest(points, CutPoints.most(text.length()), weights);
    this.similarity = similarity;
    this.weights = weights;
    this.labelled = labelled;
  }

  private record Piece(int start, int end, TextShape shape, double weight) {}

  /** A way to cut the text up to some place: its last piece and the way before. */
  record Way(@Nullable Way before, Piece last, double weight) {
    /** Beginning and end of each piece, in order. */
    List<int[]> places() {
      List<int[]> places = before == null ? new ArrayList<>() : before.places();
      places.add(new int[] {last.start(), last.end()});
      return places;
    }

    int size() {
      return before == null ? 1 : before.size() + 1;
    }
  }

  /** For each number of pieces from 1 to {@code most}, the likeliest ways, best first. */
  List<List<Way>> cut(int most) {
    List<List<Way>> whole = new ArrayList<>();
    whole.add(List.of(first(text.length(), 0)));
    Map<Integer, List<Way>> open = new HashMap<>();
    double[] ends =
        points.stream().mapToDouble(point -> weights.weigh(t -> see(point, t))).toArray();
    for (int i = 0; i < points.size(); i++) {
      open.put(i, List.of(first(points.get(i).end(), ends[i])));
    }
    for (int size = 2; size <= most; size++) {
      List<Way> ended = new ArrayList<>();
      Map<Integer, List<Way>> next = new HashMap<>();
      for (int i = 0; i < points.size(); i++) {
        for (Way way : open.getOrDefault(i, List.of())) {
          extend(way, i, ended, next, size < most ? ends : NO_MORE);
        }
      }
      next.replaceAll((point, ways) -> best(ways, BEAM));
      whole.add(best(ended, MOST_READINGS));
      open = next;
    }
    return whole;
  }

  private Way first(int end, double point) {
    TextShape shape = TextShape.of(text.substring(0, end));
    double weight = weights.weigh(traits -> see(shape, true, traits));
    return new Way(null, new Piece(0, end, shape, weight), weight + point);
  }

  private void extend(
      Way way, int point, List<Way> ended, Map<Integer, List<Way>> next, double[] ends) {
    int start = points.get(point).next();
    if (text.length() - start <= LONGEST_PIECE) {
      ended.add(and(way, start, text.length(), 0));
    }
    for (int i = point + 1; i < ends.length; i++) {
      int end = points.get(i).end();
      if (end - start > LONGEST_PIECE) {
        return;
      }
      if (end > start) {
        next.computeIfAbsent(i, n -> new ArrayList<>()).add(and(way, start, end, ends[i]));
      }
    }
  }

  private Way and(Way way, int start, int end, double point) {
    Piece piece = piece(start, end);
    boolean beside = labelled && way.before() != null;
    double alike =
        beside ? weights.weigh(t -> similarity.pair(way.last().shape(), piece.shape(), t)) : 0;
    return new Way(way, piece, way.weight() + piece.weight() + alike + point);
  }

  private Piece piece(int start, int end) {
    return pieces.computeIfAbsent(
        (long) start << 32 | end,
        key -> {
          TextShape shape = TextShape.of(text.substring(start, end));
          return new Piece(start, end, shape, weights.weigh(t -> see(shape, false, t)));
        });
  }

  private void see(TextShape shape, boolean first, FeatureCollector traits) {
    if (!labelled) {
      similarity.name(shape, traits);
    } else if (first) {
      similarity.label(shape, traits);
    } else {
      similarity.cell(shape, traits);
    }
  }

  /** Names in a header end as cells do, and besides in ways of their own. */
  private void see(CutPoint point, FeatureCollector traits) {
    point.see(traits);
    if (!labelled) {
      point.seen().forEach(feature -> traits.see("name." + feature));
    }
  }

  /** All that is seen of a way, by feature; what it weighs is the sum of their weights. */
  Map<String, Double> seen(Way way) {
    Map<String, Double> seen = way.before() == null ? new TreeMap<>() : seen(way.before());
    FeatureCollector traits = FeatureCollector.into(seen);
    Piece last = way.last();
    see(last.shape(), way.before() == null, traits);
    if (labelled && way.before() != null && way.before().before() != null) {
      similarity.pair(way.before().last().shape(), last.shape(), traits);
    }
    points.stream().filter(point -> point.end() == last.end()).forEach(point -> see(point, traits));
    return seen;
  }

  private static List<Way> best(List<Way> ways, int most) {
    return ways.stream()
        .sorted(Comparator.comparingDouble(Way::weight).reversed())
        .limit(most)
        .toList();
  }
}
