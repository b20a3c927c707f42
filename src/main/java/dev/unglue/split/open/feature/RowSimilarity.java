package dev.unglue.split.open.feature;

import dev.unglue.text.Whitespace;
import java.util.List;

/**
 * What is seen of a label and of cells that stand together in one row: cells of one row are built
 * alike.
 *
 * @param style share of the cells of several words, those with small letters, that have a capital
 *     only at their beginning; 0 to 1, a half where nothing is known
 * @param whole true where nearly every row of the table has all its cells
 */
public record RowSimilarity(double style, boolean whole) {
  /** Nothing is known of the table yet. */
  public static final RowSimilarity UNKNOWN = new RowSimilarity(0.5, false);

  private static final int FEWEST_READ = 3;

  /** Words of a label or a name that are told apart by their number; what goes beyond counts. */
  private static final int MOST_WORDS = 6;

  /** Lengths of two cells differ so much before it says anything; logarithm of their ratio. */
  private static final double USUAL_RATIO = 0.5;

  /**
   * What rows show of their table.
   *
   * @param whole the rows that have all their cells, label first
   * @param read how many rows have all their cells for certain
   * @param few how many have not
   */
  public static RowSimilarity of(List<List<String>> whole, long read, long few) {
    int plain = 1;
    int all = 2;
    for (List<String> pieces : whole) {
      for (String piece : pieces.subList(1, pieces.size())) {
        TextShape cell = TextShape.of(piece);
        all += isPhrase(cell) ? 1 : 0;
        plain += isPhrase(cell) && cell.inner() == 0 ? 1 : 0;
      }
    }
    return new RowSimilarity((double) plain / all, read >= FEWEST_READ && few * 8 < read);
  }

  /** Several words, some in small letters: whether others have a capital is a matter of style. */
  private static boolean isPhrase(TextShape cell) {
    return cell.words() > 1 && cell.small() > 0 && !cell.start().isTyped();
  }

  /** So many cells are missing in a row without a trace. */
  public void lost(FeatureCollector traits, int missing) {
    traits.see(whole ? "row.lost_from_whole_table" : "row.lost", missing);
  }

  /** A row is the heading of a group: a label without cells. */
  public void heading(FeatureCollector traits) {
    traits.see(whole ? "row.heading_in_whole_table" : "row.heading");
  }

  /** A label. */
  public void label(TextShape label, FeatureCollector traits) {
    words("label", label, traits);
    strayMark("label", label, traits);
    if (label.start().isTyped()) {
      traits.see("label.begins_typed");
    } else if (label.start() == BoundaryFeatures.SMALL
        || label.start() == BoundaryFeatures.BRACKET) {
      traits.see("label.begins_small");
    }
    for (String token : label.tokens()) {
      if (token.equals("0")) {
        traits.see("label.number");
      } else if (",;:.".contains(token)) {
        traits.see("label.punctuation");
      } else if ("$£€".contains(token)) {
        traits.see("label.money");
      }
    }
  }

  /** A name in a header. */
  public void name(TextShape name, FeatureCollector traits) {
    words("name", name, traits);
    strayMark("name", name, traits);
    malformed("name", name, traits);
  }

  /** One cell by itself. */
  public void cell(TextShape cell, FeatureCollector traits) {
    strayMark("cell", cell, traits);
    malformed("cell", cell, traits);
    if (isPhrase(cell) && cell.inner() > 0) {
      traits.see("cell.capital_within", StrictMath.log((1 - style) / style));
    }
  }

  private static void malformed(String of, TextShape shape, FeatureCollector traits) {
    if (!shape.wellFormed()) {
      traits.see(of + ".malformed_number");
    }
  }

  private static void words(String of, TextShape shape, FeatureCollector traits) {
    traits.see(of + ".words_" + Math.min(shape.words(), MOST_WORDS));
    if (shape.words() > MOST_WORDS) {
      traits.see(of + ".further_words", shape.words() - (double) MOST_WORDS);
    }
  }

  /** A missing mark is a cell of its own; at the end of another it is a dash that goes on. */
  private static void strayMark(String of, TextShape shape, FeatureCollector traits) {
    List<String> tokens = shape.tokens();
    if (tokens.size() > 1
        && (BoundaryFeatures.isMark(tokens.get(tokens.size() - 1))
            || (BoundaryFeatures.isMark(tokens.get(0)) && Whitespace.is(shape.text().charAt(1))))) {
      traits.see(of + ".stray_mark");
    }
  }

  /** Two cells beside each other. */
  public void pair(TextShape left, TextShape right, FeatureCollector traits) {
    if (left.start() == BoundaryFeatures.MARK || right.start() == BoundaryFeatures.MARK) {
      traits.see("pair.mark");
      return;
    }
    if (left.text().equals(right.text())) {
      traits.see("pair.equal");
      return;
    }
    length(left, right, traits);
    traits.see(starts(left, right));
    if (left.tokens().equals(right.tokens())) {
      traits.see("pair.same_" + (left.isTelling() ? kind(left) : "capitals"));
      digits(left, right, traits);
      return;
    }
    if (left.first().equals(right.first()) && left.words() > 1 && right.words() > 1) {
      traits.see("pair.same_first_word");
    }
    if (left.ending().equals(right.ending()) && left.words() > 1) {
      boolean telling = TextShape.of(String.join(" ", left.ending())).isTelling();
      traits.see(telling ? "pair.same_ending" : "pair.same_capitals_at_end");
    }
    if (left.inner() != right.inner() && left.isTelling() && right.isTelling()) {
      traits.see("pair.uneven_capitals");
    }
    traits.see("pair.overlap", left.overlap(right));
    commas(left, right, traits);
  }

  /** Lists within cells are about as long. */
  private static void commas(TextShape left, TextShape right, FeatureCollector traits) {
    int apart = Math.abs(left.commas() - right.commas());
    if (left.commas() + right.commas() > 0) {
      traits.see(apart == 0 ? "pair.as_many_commas" : "pair.commas_apart", Math.max(1, apart));
    }
  }

  private static String kind(TextShape shape) {
    if (!shape.start().isTyped()) {
      return "phrase";
    }
    return shape.tokens().size() == 1 ? "type" : "type_and_unit";
  }

  /** Numbers of one kind have about as many digits. */
  private static void digits(TextShape left, TextShape right, FeatureCollector traits) {
    List<Integer> mine = left.digits();
    List<Integer> theirs = right.digits();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      int apart = Math.abs(mine.get(i) - theirs.get(i));
      traits.see(apart == 0 ? "pair.as_many_digits" : "pair.digits_apart", Math.max(1, apart));
    }
  }

  private static String starts(TextShape left, TextShape right) {
    if (left.start() == right.start()) {
      return left.start().isTyped() ? "pair.begin_with_one_type" : "pair.begin_alike";
    }
    if (left.start().isTyped() != right.start().isTyped()) {
      return "pair.one_begins_typed";
    }
    boolean small =
        left.start() == BoundaryFeatures.SMALL || right.start() == BoundaryFeatures.SMALL;
    return small ? "pair.one_begins_small" : "pair.begin_otherwise";
  }

  private static void length(TextShape left, TextShape right, FeatureCollector traits) {
    double ratio =
        Math.abs(StrictMath.log((left.text().length() + 6.0) / (right.text().length() + 6.0)));
    if (ratio > USUAL_RATIO) {
      traits.see("pair.lengths_apart", ratio - USUAL_RATIO);
    }
  }
}
