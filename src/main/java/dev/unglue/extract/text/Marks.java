package dev.unglue.extract.text;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks that plain text puts before its headings and list items, and around its tables. */
public final class Marks {
  private static final String BULLETS = "•●◦▪▫‣⁃∙■□○➢➤✓✔·";
  private static final String DASHES = "*+–—-";
  private static final int MOST_HASHES = 6;
  private static final int MOST_DIGITS = 3;
  private static final int SHORT = 400;

  /**
   * {@code h2. Name}, with an anchor or without one, {@code \section{Name}\label{..}}, and those of
   * ConTeXt, roff and Texinfo.
   */
  private static final Pattern HEADING =
      Pattern.compile(
          "(h[1-6](?:\\([^)]*\\))?\\. (?:\\{anchor:[^}]*})?|\\\\(?:title|chapter|(?:sub)*section)\\*?(?:\\{|\\[title=\\{)|"
              + "\\.S[HS] |@(?:top|chapter|unnumbered|(?:sub)*section) )"
              + "([^{}]+)(?:}.*)?");

  private Marks() {}

  /** The line without its mark, and what the mark says. */
  public static Line read(SourceText line) {
    int hashes = run(line, '#');
    int heading = hashes > MOST_HASHES ? 0 : behindBlanks(line, hashes);
    if (hashes > 0 && heading > hashes) {
      return new Line(withoutEnd(line.slice(heading)), Line.Kind.HEADING);
    }
    SourceText marked = heading(line);
    if (marked.length() < line.length()) {
      return new Line(marked.isEmpty() ? line : marked, Line.Kind.HEADING);
    }
    Line item = item(line);
    return item.kind() == Line.Kind.ITEM || !inTable(line.text())
        ? item
        : new Line(line, Line.Kind.TABLE);
  }

  /**
   * A heading of a wiki, of AsciiDoc, Textile or LaTeX without its marks; any other line as it is.
   */
  private static SourceText heading(SourceText line) {
    int wiki = run(line, '=');
    boolean closed = wiki > 0 && line.text().endsWith("=".repeat(wiki));
    if (wiki > 0 && wiki <= MOST_HASHES && (closed || line.text().startsWith("= ", wiki - 1))) {
      int end = closed ? Math.max(wiki, line.length() - wiki) : line.length();
      return wiki == 1 && line.charAt(Math.min(1, line.length() - 1)) != ' '
          ? line
          : line.slice(wiki, end).strip();
    }
    if (line.isEmpty() || "h\\.@".indexOf(line.charAt(0)) < 0) {
      return line;
    }
    Matcher head = HEADING.matcher(line.text());
    return head.matches() ? line.slice(head.start(2), head.end(2)).strip() : line;
  }

  /** The line without its bullet, as an item where it has one. */
  public static Line item(SourceText line) {
    int end = bulletEnd(line);
    return end > 0 ? new Line(line.slice(end), Line.Kind.ITEM) : new Line(line, Line.Kind.PLAIN);
  }

  /** A cell without the bullet before it; what stands there may as well be a sign of its own. */
  public static SourceText withoutBullet(SourceText cell) {
    int end = cell.isEmpty() || "•·▪".indexOf(cell.charAt(0)) < 0 ? 0 : behindBlanks(cell, 1);
    return end > 1 ? cell.slice(end) : cell;
  }

  /** Where the text begins behind a bullet, a dash and a blank, or a number; 0 without one. */
  private static int bulletEnd(CharSequence line) {
    if (line.isEmpty()) {
      return 0;
    }
    if (BULLETS.indexOf(line.charAt(0)) >= 0) {
      return behindBlanks(line, 1);
    }
    int mark = DASHES.indexOf(line.charAt(0)) >= 0 ? 1 : numberEnd(line);
    int end = behindBlanks(line, mark);
    return mark > 0 && end > mark ? end : 0;
  }

  /** Where the number of an item ends, its dot or bracket included; 0 without one. */
  static int numberEnd(CharSequence line) {
    int end = 0;
    while (end < line.length() && end <= MOST_DIGITS && Digits.is(line.charAt(end))) {
      end++;
    }
    boolean number = end > 0 && end <= MOST_DIGITS && end < line.length();
    return number && ".)".indexOf(line.charAt(end)) >= 0 ? end + 1 : 0;
  }

  /** The first character at or after {@code from} that is no blank; 0 if there is none. */
  private static int behindBlanks(CharSequence line, int from) {
    int at = from;
    while (at < line.length() && " \t\u00a0".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at < line.length() ? at : 0;
  }

  /** How often the line begins with the same character. */
  private static int run(CharSequence line, char c) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == c) {
      end++;
    }
    return end;
  }

  /** A heading without the hashes that close it. */
  private static SourceText withoutEnd(SourceText heading) {
    int hashes = heading.length();
    while (hashes > 0 && heading.charAt(hashes - 1) == '#') {
      hashes--;
    }
    int end = hashes;
    while (end > 0 && (heading.charAt(end - 1) == ' ' || heading.charAt(end - 1) == '\t')) {
      end--;
    }
    int count = heading.length() - hashes;
    return count > 0 && count <= MOST_HASHES && end < hashes ? heading.slice(0, end) : heading;
  }

  /** True for a line of rule characters alone, as it stands below a heading. */
  static boolean isUnderline(CharSequence line) {
    return line.length() > 2
        && line.length() < SHORT
        && "=-*_".indexOf(line.charAt(0)) >= 0
        && run(line, line.charAt(0)) == line.length();
  }

  /**
   * True for a sign that may stand between cells or before items: no letter and no figure, none of
   * a quantity, a sum or money, no bracket, no quote.
   */
  public static boolean isSign(char c) {
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION, Character.OTHER_SYMBOL -> c != '°';
      case Character.CONNECTOR_PUNCTUATION -> true;
      case Character.OTHER_PUNCTUATION -> "\"'%#*?!@&,;".indexOf(c) < 0;
      case Character.MATH_SYMBOL -> "+<=>|±×÷−".indexOf(c) < 0;
      case Character.FINAL_QUOTE_PUNCTUATION -> c == '»' || c == '›';
      default -> false;
    };
  }

  /** True if bars or tabs stand where a table has them. */
  private static boolean inTable(String line) {
    if (line.startsWith("|") || line.endsWith("|")) {
      return true;
    }
    int bar = line.indexOf(" | ");
    if (bar >= 0 && line.indexOf(" | ", bar + 3) >= 0) {
      return true;
    }
    int tab = line.indexOf('\t');
    // One tab in a paragraph is an accident.
    return tab >= 0 && (line.indexOf('\t', tab + 1) >= 0 || !line.endsWith("."));
  }
}
