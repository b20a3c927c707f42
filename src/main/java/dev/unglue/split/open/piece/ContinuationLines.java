package dev.unglue.split.open.piece;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** Rows whose cells hold several lines: a line without a label goes on with the row above it. */
public final class ContinuationLines {
  private ContinuationLines() {}

  /**
   * The rows of lines that follow each other, in order; the lines as they are, where the first has
   * no label.
   */
  public static List<SourceText> join(List<SourceText> lines) {
    if (lines.stream().noneMatch(ContinuationLines::isWithoutLabel)
        || isWithoutLabel(lines.get(0))) {
      return lines;
    }
    List<SourceText> rows = new ArrayList<>();
    for (SourceText line : lines) {
      if (isWithoutLabel(line)) {
        int last = rows.size() - 1;
        rows.set(last, SourceText.join(List.of(rows.get(last), line)));
      } else {
        rows.add(line);
      }
    }
    return rows;
  }

  private static boolean isWithoutLabel(SourceText line) {
    char head = line.charAt(0);
    if ((head >= 'A' && head <= 'Z') || Digits.is(head)) {
      return false; // as nearly all lines begin
    }
    Edge edge = Edge.after(line.text(), 0);
    return edge == Edge.MONEY || edge == Edge.SMALL || edge == Edge.JOINER || edge == Edge.OTHER;
  }
}
