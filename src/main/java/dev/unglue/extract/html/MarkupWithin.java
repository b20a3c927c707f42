package dev.unglue.extract.html;

import java.util.regex.Pattern;

/** The tables of HTML that stand in a page of Markdown or text, each character at its place. */
public final class MarkupWithin {
  private static final Pattern TABLE = Pattern.compile("(?is)<table\\b.*?</table>");
  private static final Pattern INK = Pattern.compile("\\S");

  private MarkupWithin() {}

  /** The page with blanks for all but such tables; empty where it has none, or one in another. */
  public static String of(String page) {
    StringBuilder within = new StringBuilder();
    TABLE
        .matcher(page)
        .results()
        .filter(table -> table.group().contains("<td") && table.group().lastIndexOf("<table") <= 0)
        .forEach(
            table ->
                within
                    .append(blank(page.substring(within.length(), table.start())))
                    .append(table.group()));
    return within.isEmpty() ? "" : within + blank(page.substring(within.length()));
  }

  /** The page with blanks for the tables. */
  public static String outside(String page, String within) {
    StringBuilder outside = new StringBuilder(page);
    for (int i = 0; i < within.length(); i++) {
      outside.setCharAt(i, within.charAt(i) > ' ' ? ' ' : page.charAt(i));
    }
    return outside.toString();
  }

  private static String blank(String text) {
    return INK.matcher(text).replaceAll(" ");
  }
}
