package dev.unglue.split.open.piece;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The numbers before the labels of rows that are counted: {@code 1.NameIt is long.It is short.} */
public final class SerialNumbers {
  private static final int FEWEST_NUMBERED = 3;

  /** How far the next number of a row may be ahead: an author leaves some out. */
  private static final int MOST_AHEAD = 3;

  private static final Pattern SERIAL =
      Pattern.compile("(\\d{1,3})(?:([.)])(?!\\d)\\s*|\\s+|(?=\\p{Lu}))(?=\\S)");

  private SerialNumbers() {}

  /** True if a column of serial numbers stands before that of the labels: {@code S.No.Basis}. */
  public static boolean head(String corner) {
    return IntStream.rangeClosed(1, corner.length())
        .filter(end -> end == corner.length() || !Character.isLowerCase(corner.charAt(end)))
        .anyMatch(end -> HeaderWords.isSerial(corner.substring(0, end)));
  }

  /**
   * The rows without the serial numbers before their labels, which count from 1, some left out, and
   * which the header or a mark behind each shows to be none of the labels' own: {@code 1 year}.
   */
  public static List<SourceText> without(List<SourceText> lines, boolean headed) {
    List<SourceText> rows = new ArrayList<>();
    int counted = 0;
    int last = 0;
    for (SourceText line : lines) {
      Matcher serial = SERIAL.matcher(line.text());
      boolean marked = serial.lookingAt() && (headed || serial.start(2) >= 0);
      int number = marked ? Integer.parseInt(serial.group(1)) : 0;
      boolean next = number > last && number - last <= (last == 0 ? 1 : MOST_AHEAD);
      counted += next ? 1 : 0;
      last = next ? number : last;
      rows.add(next ? line.slice(serial.end()) : line);
    }
    return counted < FEWEST_NUMBERED || rows.get(0).equals(lines.get(0)) ? lines : rows;
  }

  /** Where the last row ends that had a serial number; 0 where none had. */
  public static int end(List<SourceText> printed, List<SourceText> rows) {
    int end = rows.size();
    while (end > 0 && rows.get(end - 1).length() == printed.get(end - 1).length()) {
      end--;
    }
    return end;
  }
}
