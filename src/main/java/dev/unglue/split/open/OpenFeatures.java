package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.split.open.piece.PieceForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The features of rows of open tables, numbered: each has a learned weight by its name.
 *
 * <p>{@code glue.X_Y} and {@code blank.X_Y}: a cell ends between edges X and Y, also {@code
 * after:X} and {@code before:Y} alone; {@code header.} before it: a name of a column. {@code
 * label:F} and {@code cell:F}: a label or a cell of form F. {@code text.} and {@code number.}: how
 * a cell agrees with the others of its column. {@code pair.}: how it agrees with the cell before it
 * in its row.
 */
@SuppressWarnings("EnumOrdinal") // counts and weights stand in arrays, for speed
final class OpenFeatures {
  /** What may agree with the other cells of a column. */
  static final int FORM = 0;

  static final int PATTERN = 1;
  static final int SIZE = 2;
  static final int WHOLE = 3;
  static final int FIRST = 4;
  static final int LAST = 5;
  static final int NEXT = 6;
  static final int SEVERAL = 7;
  static final int AGREEMENTS = 8;

  /** What may agree with the cell before. */
  static final int PAIR_FORM = 0;

  static final int PAIR_PATTERN = 1;
  static final int PAIR_WHOLE = 2;
  static final int PAIR_FIRST = 3;
  static final int PAIR_LAST = 4;
  static final int PAIR_LENGTH = 5;

  /** What may besides, where the columns are things that are compared. */
  static final int PAIR_UNIT = 6;

  static final int PAIR_PHRASE = 7;
  static final int PAIR_DIGITS = 8;
  static final int PAIR_EVEN = 9;
  static final int PAIR_COMMAS = 10;
  static final int PAIR_LISTS = 11;
  static final int PAIR_TYPED = 12;
  static final int PAIR_SMALL = 13;
  static final int PAIR_CAPITALS = 14;
  static final int PAIR_MARK = 15;
  static final int PAIRS = 16;

  private static final int EDGES = Edge.values().length;
  private static final int FORMS = PieceForm.values().length;
  private static final int CONTEXT = EDGES * EDGES + 2 * EDGES;
  private static final int BOUNDARY = 0;
  private static final int LABEL_FORM = BOUNDARY + 4 * CONTEXT;
  private static final int CELL_FORM = LABEL_FORM + FORMS;
  private static final int HEADER_FORM = CELL_FORM + FORMS;
  private static final int HEADER_WORDS = HEADER_FORM + FORMS;
  private static final int WORDS = 13;
  private static final int LABEL_WORDS = HEADER_WORDS + WORDS;
  private static final int COLUMN = LABEL_WORDS + WORDS;
  private static final int PAIR = COLUMN + 2 * AGREEMENTS;
  private static final int REST = PAIR + 2 * PAIRS;

  /** Two words stand together wherever either stands in other rows. */
  static final int TOGETHER = REST;

  /** The word before a cut is followed by others elsewhere. */
  static final int FOLLOWED = REST + 1;

  /** The word behind a cut is led by others elsewhere. */
  static final int LED = REST + 2;

  /** Two names of a header are the same. */
  static final int HEADER_SAME = REST + 3;

  /** A capital within a cell of several words, where the table is known to have them or not. */
  static final int STYLE = REST + 4;

  /** Cells are missing without a trace; the same in a table whose rows are whole else. */
  static final int LOST = REST + 5;

  static final int LOST_WHOLE = REST + 6;

  /** A row is a heading: a label without cells; the same in a table whose rows are whole else. */
  static final int HEADING = REST + 7;

  static final int HEADING_WHOLE = REST + 8;

  private static final int KNOWN = REST + 9;

  private static final List<String> AGREEMENT =
      List.of("form", "pattern", "size", "whole", "first", "last", "next", "several");
  private static final List<String> PAIRED =
      List.of(
          ("form pattern whole first last length unit phrase digits even commas lists "
                  + "typed small capitals mark")
              .split(" "));

  private static final String COMPARED = "compared.";

  /** By number, the names. */
  static final List<String> NAMES = names();

  private static final List<String> KINDS = NAMES.stream().map(OpenFeatures::kindOf).toList();

  private OpenFeatures() {}

  /** The same feature where nothing is known of the columns yet. */
  static int alone(int feature) {
    return KNOWN + feature;
  }

  /** The same feature in a table that compares things: its columns tell less than its rows. */
  static int compared(int feature) {
    return 2 * KNOWN + feature;
  }

  /** Notes the edges at a place where a cell ends, or a name of a header. */
  static void edges(FeatureSink seen, Join join, Edge left, Edge right) {
    edges(seen, BOUNDARY + (join == Join.GLUED ? 0 : CONTEXT), left, right);
  }

  static void headerEdges(FeatureSink seen, Join join, Edge left, Edge right) {
    edges(seen, BOUNDARY + (join == Join.GLUED ? 2 : 3) * CONTEXT, left, right);
  }

  private static void edges(FeatureSink seen, int base, Edge left, Edge right) {
    seen.see(base + left.ordinal() * EDGES + right.ordinal(), 1);
    seen.see(base + EDGES * EDGES + left.ordinal(), 1);
    seen.see(base + EDGES * EDGES + EDGES + right.ordinal(), 1);
  }

  static int labelForm(PieceForm form) {
    return LABEL_FORM + form.ordinal();
  }

  static int cellForm(PieceForm form) {
    return CELL_FORM + form.ordinal();
  }

  static int headerForm(PieceForm form) {
    return HEADER_FORM + form.ordinal();
  }

  static int headerWords(int words) {
    return HEADER_WORDS + Math.min(words, WORDS - 1);
  }

  static int labelWords(int words) {
    return LABEL_WORDS + Math.min(words, WORDS - 1);
  }

  /** How a cell agrees with others of its column. */
  static int column(PieceForm form, int agreement) {
    return COLUMN + (form.isNumeric() ? AGREEMENTS : 0) + agreement;
  }

  static int pair(int agreement) {
    return PAIR + agreement;
  }

  static int pairAlike(int agreement) {
    return PAIR + PAIRS + agreement;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String base : List.of("glue.", "blank.", "header.glue.", "header.blank.")) {
      for (Edge left : Edge.values()) {
        for (Edge right : Edge.values()) {
          names.add(base + small(left) + "_" + small(right));
        }
      }
      for (String side : List.of("after:", "before:")) {
        for (Edge edge : Edge.values()) {
          names.add(base + side + small(edge));
        }
      }
    }
    for (String base : List.of("label:", "cell:", "header:")) {
      for (PieceForm form : PieceForm.values()) {
        names.add(base + small(form));
      }
    }
    for (String base : List.of("header.words:", "label.words:")) {
      for (int words = 0; words < WORDS; words++) {
        names.add(base + words);
      }
    }
    for (String base : List.of("text.", "number.")) {
      AGREEMENT.forEach(each -> names.add(base + each));
    }
    for (String base : List.of("pair.", "pair.alike.")) {
      PAIRED.forEach(each -> names.add(base + each));
    }
    names.addAll(List.of("cut.together", "cut.followed", "cut.led", "header.same", "cell.style"));
    names.addAll(List.of("row.lost", "row.lost_whole", "row.heading", "row.heading_whole"));
    List<String> all = new ArrayList<>(names);
    names.forEach(name -> all.add("alone." + name));
    names.forEach(name -> all.add(COMPARED + name));
    return List.copyOf(all);
  }

  /** The kind of a feature: its name up to the first point or colon. */
  static String kind(int feature) {
    return KINDS.get(feature);
  }

  private static String kindOf(String feature) {
    String name = feature.startsWith(COMPARED) ? feature.substring(COMPARED.length()) : feature;
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != ':') {
      end++;
    }
    return name.substring(0, end);
  }

  private static String small(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
