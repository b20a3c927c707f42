package dev.unglue.split.open;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the likeliest ways to cut one text at its seams.
 *
 * <p>Piece by piece, from every seam where the pieces so far may end; only the likeliest ways to
 * reach a seam are carried on, so that time grows with the square of the number of seams, of which
 * there are at most {@link Seams#MOST}.
 */
final class RowCutter {
  private static final int BEAM = 8;
  private static final int MOST_READINGS = 24;

  private final String text;
  private final List<Seam> seams;
  private final Likeness likeness;
  private final boolean labelled;
  private final Map<Long, Shape> shapes = new HashMap<>();

  /**
   * A cutter of one text.
   *
   * @param labelled whether its pieces are a label and cells, which are built alike; else names
   */
  RowCutter(String text, List<Seam> seams, Likeness likeness, boolean labelled) {
    this.text = text;
    this.seams = Seams.strongest(seams);
    this.likeness = likeness;
    this.labelled = labelled;
  }

  /**
   * A way to cut the text up to some place.
   *
   * @param starts where each piece begins
   * @param ends where each piece ends
   * @param weight logarithm of its likelihood
   */
  record Way(List<Integer> starts, List<Integer> ends, double weight) {
    Way and(int start, int end, double more) {
      List<Integer> allStarts = new ArrayList<>(starts);
      List<Integer> allEnds = new ArrayList<>(ends);
      allStarts.add(start);
      allEnds.add(end);
      return new Way(allStarts, allEnds, weight + more);
    }
  }

  /** For each number of pieces from 1 to {@code most}, the likeliest ways, best first. */
  List<List<Way>> cut(int most) {
    List<List<Way>> whole = new ArrayList<>();
    Map<Integer, List<Way>> open = new HashMap<>();
    Way none = new Way(List.of(), List.of(), 0);
    whole.add(List.of(none.and(0, text.length(), first(0, text.length()))));
    for (int i = 0; i < seams.size(); i++) {
      int end = seams.get(i).end();
      open.put(i, List.of(none.and(0, end, first(0, end) + seams.get(i).weight())));
    }
    for (int pieces = 2; pieces <= most; pieces++) {
      List<Way> ended = new ArrayList<>();
      Map<Integer, List<Way>> next = new HashMap<>();
      for (int i = 0; i < seams.size(); i++) {
        for (Way way : open.getOrDefault(i, List.of())) {
          extend(way, i, ended, next, pieces < most);
        }
      }
      next.replaceAll((seam, ways) -> best(ways, BEAM));
      whole.add(best(ended, MOST_READINGS));
      open = next;
    }
    return whole;
  }

  private void extend(
      Way way, int seam, List<Way> ended, Map<Integer, List<Way>> next, boolean further) {
    int start = seams.get(seam).next();
    ended.add(way.and(start, text.length(), piece(way, start, text.length())));
    for (int i = seam + 1; further && i < seams.size(); i++) {
      int end = seams.get(i).end();
      if (end > start) {
        double weight = piece(way, start, end) + seams.get(i).weight();
        next.computeIfAbsent(i, n -> new ArrayList<>()).add(way.and(start, end, weight));
      }
    }
  }

  private double first(int start, int end) {
    Shape shape = shape(start, end);
    return labelled ? likeness.label(shape) : likeness.cell(shape);
  }

  private double piece(Way way, int start, int end) {
    Shape shape = shape(start, end);
    int last = way.starts().size() - 1;
    boolean alone = !labelled || last == 0;
    double beside =
        alone ? 0 : likeness.pair(shape(way.starts().get(last), way.ends().get(last)), shape);
    return likeness.cell(shape) + beside;
  }

  private Shape shape(int start, int end) {
    return shapes.computeIfAbsent(
        (long) start << 32 | end, key -> Shape.of(text.substring(start, end)));
  }

  private static List<Way> best(List<Way> ways, int most) {
    return ways.stream()
        .sorted(Comparator.comparingDouble(Way::weight).reversed())
        .limit(most)
        .toList();
  }
}
