package dev.unglue.extract.html;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of HTML that stand in a page of Markdown or text, each character at its place. */
public final class MarkupWithin {
  /** With nothing but attributes to its end: other text there is none of a tag. */
  private static final Pattern BEGIN =
      Pattern.compile("<table(?:\\s[^<>=]*+=[^<>]*+|\\s*+)>", CASE_INSENSITIVE);

  private static final Pattern CELL = Pattern.compile("<td[\\s>]", CASE_INSENSITIVE);

  /** A tag that another breaks off or that holds lines of text, and text between rows or cells. */
  private static final Pattern LOST =
      Pattern.compile(
          "<[a-z/][^<>]*+<|<[a-z/][^<>=\\n]*+\\n[^<>=]*+>"
              + "|<(?:/?(?:table|tr|thead|tbody|tfoot|colgroup|col)|/(?:td|th|caption))\\b[^<>]*+>"
              + "\\s*+(?:[^<\\s]|<(?![a-z/!]))",
          CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("</table>", CASE_INSENSITIVE);
  private static final Pattern INK = Pattern.compile("\\S");

  private MarkupWithin() {}

  /** The page with blanks for all but such tables; empty where it has none, or one in another. */
  public static String of(String page) {
    StringBuilder within = new StringBuilder();
    Matcher begin = BEGIN.matcher(page);
    Matcher end = END.matcher(page);
    while (begin.find(within.length()) && end.find(begin.end())) {
      String table = page.substring(begin.start(), end.end());
      boolean read =
          CELL.matcher(table).find()
              && !LOST.matcher(table).find()
              && table.lastIndexOf("<table") <= 0;
      within
          .append(blank(page.substring(within.length(), begin.start())))
          .append(read ? table : blank(table));
    }
    return within.toString().isBlank() ? "" : within + blank(page.substring(within.length()));
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
