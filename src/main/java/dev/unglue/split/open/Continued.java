package dev.unglue.split.open;

import dev.unglue.model.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Rows whose cells hold several lines: a line without a label goes on with the row above it. */
final class Continued {
  private Continued() {}

  static List<SourceText> join(List<SourceText> lines) {
    long labelled = lines.stream().filter(line -> !isWithoutLabel(line)).count();
    if (labelled == lines.size() || isWithoutLabel(lines.get(0))) {
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
    int blank = line.text().indexOf(' ');
    String first = blank < 1 ? line.text() : line.text().substring(0, blank);
    Edge edge = Edge.before(first);
    return edge == Edge.MONEY || edge == Edge.SMALL || edge == Edge.STUCK;
  }
}
