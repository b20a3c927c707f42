package dev.unglue.extract.table;

import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables that are drawn with signs, {@code +----+----+} or {@code ├────┼────┤} between the rows and
 * {@code │} between the cells, as the Markdown that they would be: pipes, and one rule, below the
 * header.
 */
final class DrawnLines {
  private static final String BARS = "│┃║";
  private static final String JOINTS = "+┼├┤┬┴┌┐└┘╋┣┫┳┻┏┓┗┛╬╠╣╦╩╔╗╚╝╪╞╡╫╟╢";
  private static final char FIRST_BOX = '\u2500';
  private static final char LAST_BOX = '\u257f';
  private static final String STROKES = "-=─━═";

  private static final Pattern RULE =
      Pattern.compile("\\s*[|:" + JOINTS + BARS + STROKES.replace("-", "\\-") + "]{5,}\\s*");

  private DrawnLines() {}

  /** The lines, where tables are drawn with pipes only; most pages come back as they are. */
  static List<SourceText> plain(List<SourceText> lines) {
    List<SourceText> plain = new ArrayList<>();
    boolean ruled = false;
    int rows = 0;
    for (SourceText line : lines) {
      if (!isDrawn(line)) {
        plain.add(line);
        boolean row = line.text().indexOf('|') >= 0;
        rows = row ? rows + 1 : 0;
        ruled &= row;
      } else if (!isRule(line)) {
        plain.add(piped(line));
        rows++;
      } else if (rows == 1 && !ruled) {
        plain.add(piped(line));
        ruled = true;
      }
    }
    return plain;
  }

  private static boolean isDrawn(SourceText line) {
    String text = line.text();
    return mayBeDrawn(text) && (text.chars().anyMatch(c -> BARS.indexOf(c) >= 0) || isRule(line));
  }

  /** Tells most lines from drawn ones at a glance: bars and joints are a plus or box drawings. */
  private static boolean mayBeDrawn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+' || (c >= FIRST_BOX && c <= LAST_BOX)) {
        return true;
      }
    }
    return false;
  }

  /** A line of strokes that joints part. */
  private static boolean isRule(SourceText line) {
    String text = line.text();
    boolean jointed = text.chars().filter(c -> JOINTS.indexOf(c) >= 0).limit(2).count() == 2;
    return jointed
        && text.chars().anyMatch(c -> STROKES.indexOf(c) >= 0)
        && RULE.matcher(text).matches();
  }

  private static SourceText piped(SourceText line) {
    boolean rule = isRule(line);
    TextBuilder text = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean bar = BARS.indexOf(c) >= 0 || (rule && JOINTS.indexOf(c) >= 0);
      boolean stroke = rule && STROKES.indexOf(c) >= 0;
      text.append(bar ? '|' : stroke ? '-' : c, line.offsetAt(i), line.endAt(i));
    }
    return text.take();
  }
}
