package dev.unglue.split.evidence;

import dev.unglue.model.field.CellForm;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.NameCut.Sink;
import java.util.Arrays;

/**
 * What the shape of names says of the cuts of one text.
 *
 * <p>A long row has a million readings, but each of them is made of the same few names: so what is
 * seen of a name at the left or at the right of a cut is weighed once, and a reading adds up what
 * it finds in two tables. The tables have a line for each place where a name has begun (ended),
 * made when it is first asked for: rows of two columns need one of each.
 */
final class NameCuts implements Evidence {
  private final String name;
  private final double[] weights;
  private final NameCut cut;
  private final int longest;
  private final double[][] left;
  private final double[][] right;
  private final byte[][] before;
  private final byte[] after;
  private final Sink sink = this::add;
  private double sum;

  private NameCuts(String name, double[] weights, NameCut cut, int length, int longest) {
    this.name = name;
    this.weights = weights;
    this.cut = cut;
    this.longest = longest;
    this.left = new double[length + 1][];
    this.right = new double[length + 1][];
    this.before = new byte[length + 1][];
    this.after = new byte[length + 1];
  }

  /** The cuts of a text that holds cells of that question. */
  static NameCuts of(NameShape shape, Question question, NameText text) {
    String attribute = question.attributes().isEmpty() ? "" : question.attributes().get(0).id();
    int longest = question.forms().stream().mapToInt(CellForm::maxLength).max().orElse(0);
    return new NameCuts(
        shape.name(),
        shape.weights().ofNames(attribute),
        new NameCut(text, question.join(), shape.prefixTable(), shape.stats()),
        text.length(),
        Math.min(text.length(), longest));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double ofPair(Question question, Cell left, Cell right) {
    return left.isMissing() || right.isMissing()
        ? 0
        : weigh(left.start(), left.end(), right.start(), right.end());
  }

  /** The weight of the cut between two names, each given by its place. */
  double weigh(int start, int end, int next, int rest) {
    double weight = left(start, end) + right(next, rest);
    if (cut.isGlued()) {
      int after = rest - next > 1 ? after(next) : cut.after(next, rest);
      weight += weights[NameCut.kind(before[start][end - start], after)];
      weight += cut.isInsideWord(start, end, next, rest) ? weights[NameCut.INSIDE_WORD] : 0;
    }
    return weight;
  }

  /** The kind of character that begins a name of two characters or more. */
  private int after(int next) {
    if (after[next] == 0) {
      after[next] = (byte) (cut.after(next, next + 2) + 1);
    }
    return after[next] - 1;
  }

  private double left(int start, int end) {
    double[] known = left[start];
    if (known == null) {
      known = line(left, start);
      before[start] = new byte[longest + 1];
    }
    if (Double.isNaN(known[end - start])) {
      sum = 0;
      cut.left(start, end, sink);
      known[end - start] = sum;
      before[start][end - start] = (byte) cut.before(start, end);
    }
    return known[end - start];
  }

  private double right(int start, int end) {
    double[] known = right[end] == null ? line(right, end) : right[end];
    if (Double.isNaN(known[end - start])) {
      sum = 0;
      cut.right(start, end, sink);
      known[end - start] = sum;
    }
    return known[end - start];
  }

  private double[] line(double[][] table, int at) {
    double[] line = new double[longest + 1];
    Arrays.fill(line, Double.NaN);
    table[at] = line;
    return line;
  }

  private void add(int feature, double value) {
    sum += weights[feature] * value;
  }
}
