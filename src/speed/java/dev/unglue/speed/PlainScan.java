package dev.unglue.speed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The floors: what it costs to look at the lines at all. */
final class PlainScan {
  /** A label of letters, then a cell, then another: what a first attempt looks like. */
  private static final Pattern ROW =
      Pattern.compile("(\\D*?[a-z])((?:\\$|-?\\d|[A-Z]).*?)((?<=[a-z\\d.%])(?:[A-Z$-]).*)?");

  private PlainScan() {}

  /** A sum over every character of every line. */
  static long characters(String text) {
    long sum = 0;
    for (String line : text.split("\n", -1)) {
      int digits = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        digits += c >= '0' && c <= '9' ? 1 : 0;
        sum = 31 * sum + c;
      }
      sum += digits;
    }
    return sum;
  }

  /** A sum over what one regular expression makes of each line. */
  static long expressions(String text) {
    long sum = 0;
    for (String line : text.split("\n", -1)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        sum += row.group(1).length() + row.group(2).length();
      }
    }
    return sum;
  }
}
