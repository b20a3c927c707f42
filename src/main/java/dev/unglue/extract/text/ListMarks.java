package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before each label of a list and is part of none: numbers that count them, or the same
 * word with a colon ({@code Feature: Weight}, {@code Feature: Price}).
 */
public final class ListMarks {
  private static final int FEWEST = 2;

  private ListMarks() {}

  /**
   * The labels without such marks; as they are, where one has none or another.
   *
   * @param nested true if items stand below the labels, so that their numbers are those of a list
   */
  public static List<SourceText> bare(List<SourceText> labels, boolean nested) {
    if (labels.size() < FEWEST) {
      return labels;
    }
    int number = nested ? number(labels.get(0).text()) : -1;
    int word = number >= 0 ? 0 : labels.get(0).text().indexOf(": ") + 1;
    String first = labels.get(0).text().substring(0, word);
    if (number < 0 && word == 0) {
      return labels;
    }
    List<SourceText> bare = new ArrayList<>(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).text();
      boolean marked = word > 0 ? label.startsWith(first) : number(label) == number + i;
      int end = word > 0 ? word : label.indexOf(' ');
      if (!marked || end < 0 || end + 1 >= label.length()) {
        return labels;
      }
      bare.add(labels.get(i).slice(end + 1).strip());
    }
    return bare;
  }

  /**
   * True if a text begins or ends with the same word as the one below it, and with others: then the
   * word names whose cells they are, and the text is no name itself.
   */
  public static boolean nameAgain(String text, String below) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    return first > 0
        && (below.startsWith(text.substring(0, first + 1)) || below.endsWith(text.substring(last)));
  }

  /** The number before a label; -1 if there is none. */
  private static int number(String label) {
    int end = Marks.numberEnd(label);
    return end > 0 && label.startsWith(" ", end) ? Integer.parseInt(label, 0, end - 1, 10) : -1;
  }
}
