package dev.unglue.split.open;

import java.util.List;

/**
 * How likely a label and cells are to stand together in one row: cells of one row are built alike.
 *
 * @param style share of the cells of several words, those with small letters, that have a capital
 *     only at their beginning; 0 to 1, a half where nothing is known
 * @param whole true where nearly every row of the table has all its cells
 */
record Likeness(double style, boolean whole) {
  /** Nothing is known of the table yet. */
  static final Likeness UNKNOWN = new Likeness(0.5, false);

  /** Logarithm of how rarely a cell is missing in a row without a trace. */
  double lost() {
    return whole ? -5.5 : -4;
  }

  /** Logarithm of how rarely a row is the heading of a group: a label without cells. */
  double heading() {
    return whole ? -5 : -3;
  }

  /** The weight of a label. */
  double label(Shape label) {
    double weight =
        strayMark(label)
            + Math.min(0.3, 0.3 - 0.7 * (label.words() - 2))
            - (label.words() == 1 ? 0.3 : 0);
    if (label.start().isTyped() || label.start() == Edge.SMALL || label.start() == Edge.BRACKET) {
      weight -= 4;
    }
    for (String token : label.tokens()) {
      weight -= token.equals("0") ? 2.5 : ",;:.".contains(token) ? 3 : 0;
      weight -= "$£€".contains(token) ? 3 : 0;
    }
    return weight;
  }

  /** The weight of one cell by itself. */
  double cell(Shape cell) {
    double weight = strayMark(cell) + (cell.wellFormed() ? 0 : -30);
    boolean sentence = cell.words() > 1 && cell.small() > 0 && !cell.start().isTyped();
    if (sentence && cell.inner() > 0) {
      weight += StrictMath.log((1 - style) / style);
    }
    return weight;
  }

  /** A missing mark is a cell of its own; at the end of another it is a dash that goes on. */
  private static double strayMark(Shape shape) {
    List<String> tokens = shape.tokens();
    boolean stray =
        tokens.size() > 1
            && (Edge.isMark(tokens.get(tokens.size() - 1))
                || (Edge.isMark(tokens.get(0)) && Seams.isBlank(shape.text().charAt(1))));
    return stray ? -6 : 0;
  }

  /** The weight of two cells beside each other. */
  double pair(Shape left, Shape right) {
    if (left.start() == Edge.MARK || right.start() == Edge.MARK) {
      return 0;
    }
    if (left.text().equals(right.text())) {
      return 5;
    }
    double weight = length(left, right) + starts(left, right);
    if (left.tokens().equals(right.tokens())) {
      return weight + (left.isTelling() ? 6 : 0.5) + digits(left, right);
    }
    if (left.first().equals(right.first()) && left.words() > 1 && right.words() > 1) {
      weight += 2;
    }
    if (left.ending().equals(right.ending()) && left.words() > 1) {
      weight += Shape.of(String.join(" ", left.ending())).isTelling() ? 2.5 : 1;
    }
    boolean uneven = left.inner() != right.inner() && left.isTelling() && right.isTelling();
    return weight + 2 * left.overlap(right) - (uneven ? 2 : 0);
  }

  /** Numbers of one kind have about as many digits. */
  private static double digits(Shape left, Shape right) {
    List<Integer> mine = left.digits();
    List<Integer> theirs = right.digits();
    double weight = 0;
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int apart = Math.abs(mine.get(i) - theirs.get(i));
      weight += apart == 0 ? 0.7 : -0.5 * apart;
    }
    return weight;
  }

  private static double starts(Shape left, Shape right) {
    if (left.start() == right.start()) {
      return left.start().isTyped() ? 1.5 : 0.3;
    }
    boolean oneNumber = left.start().isTyped() != right.start().isTyped();
    return oneNumber ? -2 : left.start() == Edge.SMALL || right.start() == Edge.SMALL ? -1.5 : -0.5;
  }

  private static double length(Shape left, Shape right) {
    double ratio =
        Math.abs(StrictMath.log((left.text().length() + 6.0) / (right.text().length() + 6.0)));
    return -Math.max(0, ratio - 0.5);
  }
}
