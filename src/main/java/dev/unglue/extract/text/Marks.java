package dev.unglue.extract.text;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks that plain text puts before its headings and list items, and around its tables. */
public final class Marks {
  private static final Pattern HEADING = Pattern.compile("#{1,6}[ \\t\\u00a0]+(?=\\S)");
  private static final Pattern HEADING_END = Pattern.compile("[ \\t]+#{1,6}$");
  private static final Pattern BULLET =
      Pattern.compile(
          "(?:[•●◦▪▫‣⁃∙■□○➢➤✓✔·][ \\t\\u00a0]*|[*+–—-][ \\t\\u00a0]+|\\d{1,3}[.)][ \\t\\u00a0]+)(?=\\S)");
  private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}|\\*{3,}|_{3,}");
  private static final int SHORT = 400;

  private Marks() {}

  /** The line without its mark, and what the mark says. */
  public static Line read(SourceText line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.lookingAt()) {
      return new Line(withoutEnd(line.slice(heading.end())), Line.Kind.HEADING);
    }
    Line item = item(line);
    return item.kind() == Line.Kind.ITEM || !inTable(line.text())
        ? item
        : new Line(line, Line.Kind.TABLE);
  }

  /** The line without its bullet, as an item where it has one. */
  public static Line item(SourceText line) {
    Matcher bullet = BULLET.matcher(line);
    return bullet.lookingAt()
        ? new Line(line.slice(bullet.end()), Line.Kind.ITEM)
        : new Line(line, Line.Kind.PLAIN);
  }

  private static SourceText withoutEnd(SourceText heading) {
    if (heading.length() > SHORT) {
      return heading;
    }
    Matcher end = HEADING_END.matcher(heading);
    return end.find() ? heading.slice(0, end.start()) : heading;
  }

  /** True for a line of rule characters alone, as it stands below a heading. */
  static boolean isUnderline(CharSequence line) {
    return line.length() < SHORT && UNDERLINE.matcher(line).matches();
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
