package dev.unglue.extract;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A line that begins as the header of a table does, with a word above the labels, and whose cells
 * have run together or are joined by blanks: {@code FeatureNorwick BrioTavo 5}.
 *
 * @param cells what stands behind that word
 * @param glued true if nothing stands between cells
 */
record HeadLine(SourceText cells, boolean glued) {
  private static final int LONGEST = 200;

  /** Words of the longest corner: {@code Basis of comparison}. */
  private static final int MOST_CORNER_WORDS = 3;

  /** The ways to take a line as such a header; none for nearly all lines. */
  static List<HeadLine> of(SourceText line) {
    List<HeadLine> heads = new ArrayList<>();
    String text = line.text();
    int blanks = 0;
    for (int at = 1; at < text.length() && text.length() <= LONGEST; at++) {
      boolean glued = isGlued(text, at);
      if (text.charAt(at) == ' ' && ++blanks > MOST_CORNER_WORDS) {
        break;
      }
      if ((glued || text.charAt(at) == ' ') && HeaderWords.isOnlyCorner(text.substring(0, at))) {
        heads.add(new HeadLine(line.slice(at).strip(), glued));
      }
    }
    return heads;
  }

  /** All ways to cut it into so many cells each of which may be one. */
  List<List<SourceText>> cut(int count, Predicate<SourceText> mayBe) {
    return cut(cells, count, mayBe);
  }

  private List<List<SourceText>> cut(SourceText rest, int count, Predicate<SourceText> mayBe) {
    if (count == 1) {
      return mayBe.test(rest) ? List.of(List.of(rest)) : List.of();
    }
    List<List<SourceText>> ways = new ArrayList<>();
    for (int at = 1; at < rest.length(); at++) {
      boolean ends = glued ? isGlued(rest.text(), at) : rest.charAt(at) == ' ';
      if (ends && mayBe.test(rest.slice(0, at).strip())) {
        for (List<SourceText> more : cut(rest.slice(at).strip(), count - 1, mayBe)) {
          List<SourceText> way = new ArrayList<>(List.of(rest.slice(0, at).strip()));
          way.addAll(more);
          ways.add(way);
        }
      }
    }
    return ways;
  }

  /** True for a capital behind a small letter or a digit. */
  private static boolean isGlued(String text, int at) {
    char before = text.charAt(at - 1);
    return Character.isUpperCase(text.charAt(at))
        && (Character.isLowerCase(before) || Character.isDigit(before));
  }
}
