package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
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

  private static final Pattern NUMBER = Pattern.compile("(\\S?)\\[(\\d{1,3})\\](?=[^\\s\\[(:])");
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
        int value = Integer.parseInt(number.group(2));
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
    Matcher number = NUMBER.matcher(line.text());
    TextBuilder kept = new TextBuilder();
    int done = 0;
    int owed = 0;
    while (number.find()) {
      int from = number.end(1);
      int gap = line.text().indexOf(GAP, done);
      if (owed > 0 && gap >= 0 && gap < from) {
        kept.append(line, done, gap);
        pad(kept, owed, line.offsetAt(gap));
        done = gap;
        owed = 0;
      }
      kept.append(line, done, from);
      done = number.end();
      owed += done - from;
    }
    int gap = done > 0 ? line.text().indexOf(GAP, done) : -1;
    if (gap >= 0) {
      kept.append(line, done, gap);
      pad(kept, owed, line.offsetAt(gap));
      done = gap;
    }
    kept.append(line, done, line.length());
    return kept.take();
  }

  private static void pad(TextBuilder text, int blanks, int at) {
    text.append(" ".repeat(blanks), at, at);
  }
}
