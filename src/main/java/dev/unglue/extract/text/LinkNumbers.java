package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that text browsers print before the links of a page, {@code [5]Kiln}: they rise from
 * the first line to the last. A footnote's number stands behind a word, too, and a blank before its
 * text.
 */
final class LinkNumbers {
  private static final int FEWEST = 2;
  private static final String GAP = "  ";

  private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,3})\\](?=[^\\s\\[(:])");
  private static final Pattern BEHIND_A_WORD = Pattern.compile("[\\p{L}\\p{N}.,)%]\\[\\d{1,3}\\]");

  private LinkNumbers() {}

  /** The lines without such numbers, each cell where it was; most pages come back as they are. */
  static List<SourceText> removed(List<SourceText> lines) {
    return areIn(lines)
        ? lines.stream()
            .map(line -> NUMBER.matcher(line.text()).find() ? removed(line) : line)
            .toList()
        : lines;
  }

  private static boolean areIn(List<SourceText> lines) {
    int last = 0;
    int count = 0;
    for (SourceText line : lines) {
      if (line.text().indexOf('[') < 0) {
        continue;
      }
      if (BEHIND_A_WORD.matcher(line.text()).find()) {
        return false;
      }
      Matcher number = NUMBER.matcher(line.text());
      while (number.find()) {
        int value = Integer.parseInt(number.group(1));
        if (value <= last) {
          return false;
        }
        last = value;
        count++;
      }
    }
    return count >= FEWEST;
  }

  /** What is taken from a cell is put behind it as blanks, for the columns to stay. */
  private static SourceText removed(SourceText line) {
    TextBuilder kept = new TextBuilder();
    int next = 0;
    for (int at = 0; at < line.length(); at = next) {
      int gap = line.text().indexOf(GAP, at);
      int end = gap < 0 ? line.length() : gap;
      SourceText cell = TextBuilder.without(line.slice(at, end), NUMBER);
      kept.append(cell, 0, cell.length());
      next = Whitespace.skip(line, end);
      if (gap >= 0) {
        kept.append(" ".repeat(end - at - cell.length()), line.offsetAt(end), line.offsetAt(end));
      }
      kept.append(line, end, next);
    }
    return kept.take();
  }
}
