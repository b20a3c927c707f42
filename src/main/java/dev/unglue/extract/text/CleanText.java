package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import dev.unglue.text.InvisibleCharacters;
import dev.unglue.text.Whitespace;
import java.util.regex.Pattern;

/**
 * A line as its reader sees it: without characters that nobody sees, with the character that an
 * entity left in the text stands for, without signs that open help, and with plain blanks where
 * every blank is a no-break one.
 */
public final class CleanText {
  /** Marks that are often escaped, but for those of links, emphasis, code and cells. */
  private static final String ESCAPED = "-$%&#.+~'\"<>=!";

  private static final char HELP = 'ⓘ';
  private static final char INFORMATION = 'ℹ';

  /** Behind a sign: it is drawn in colour. */
  private static final char AS_PICTURE = '\ufe0f';

  /** What Jira colours texts by: {@code {color:red}}, {@code {color}}. */
  private static final Pattern COLOR = Pattern.compile("\\{color[^}]{0,80}+}");

  private CleanText() {}

  /** The line; each character keeps its place in the capture. */
  public static SourceText of(SourceText line) {
    if (isPlain(line.text())) {
      return line;
    }
    SourceText text = line.text().indexOf('&') < 0 ? line : decoded(line);
    text = text.text().indexOf('{') < 0 ? text : TextBuilder.without(text, COLOR);
    text = InvisibleCharacters.in(text.text()) ? visible(text) : text;
    boolean help = text.text().indexOf(HELP) >= 0 || text.text().indexOf(INFORMATION) >= 0;
    text = help ? withoutHelp(text) : text;
    return text.text().chars().anyMatch(c -> isHardBlank((char) c)) ? plainBlanks(text) : text;
  }

  /** Without the signs that open help, where they stand behind other words of their cell. */
  private static SourceText withoutHelp(SourceText line) {
    TextBuilder kept = new TextBuilder();
    int said = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c == HELP || c == INFORMATION) && said > 0) {
        kept.truncate(said);
        i += i + 1 < line.length() && line.charAt(i + 1) == AS_PICTURE ? 1 : 0;
      } else {
        kept.append(line, i, i + 1);
        said = c == '|' || c == '\t' ? 0 : Whitespace.is(c) ? said : kept.length();
      }
    }
    return kept.take();
  }

  /** True for ASCII without an ampersand or a brace, as nearly every line is: it stays as it is. */
  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > 0x7f || line.charAt(i) == '&' || line.charAt(i) == '{') {
        return false;
      }
    }
    return true;
  }

  /** Only what its semicolon closes is an entity here: {@code R&D} is none. */
  private static SourceText decoded(SourceText line) {
    Entities entities = new Entities(line.text());
    TextBuilder decoded = new TextBuilder();
    int done = 0;
    int at = line.text().indexOf('&');
    while (at >= 0) {
      Entities.Read read = entities.read(at, line.length());
      if (read.end() > at + 1 && line.charAt(read.end() - 1) == ';') {
        decoded.append(line, done, at);
        decoded.append(read.text(), line.offsetAt(at), line.endAt(read.end() - 1));
        done = read.end();
      }
      at = line.text().indexOf('&', read.end());
    }
    decoded.append(line, done, line.length());
    return decoded.take();
  }

  /** A line without the backslashes that Markdown or LaTeX puts before marks. */
  public static SourceText unescaped(SourceText line) {
    if (line.text().indexOf('\\') < 0) {
      return line;
    }
    return TextBuilder.kept(
        line,
        i ->
            !TextBuilder.isEscape(line, i, ESCAPED)
                || line.text().startsWith("\\- ", i)); // an item
  }

  private static SourceText visible(SourceText line) {
    return TextBuilder.kept(line, i -> !InvisibleCharacters.is(line.charAt(i)));
  }

  private static boolean isHardBlank(char c) {
    return c > ' ' && Whitespace.is(c);
  }

  /**
   * With plain blanks for hard ones: beside plain blanks a no-break one tells that a cell goes on,
   * but in gaps of several; where no other blank stands, it tells nothing.
   */
  private static SourceText plainBlanks(SourceText line) {
    boolean all = line.text().indexOf(' ') < 0 && line.text().indexOf('\t') < 0;
    return TextBuilder.replaced(
        line,
        i -> isHardBlank(line.charAt(i)) && tellsNothing(line, i, all) ? ' ' : line.charAt(i));
  }

  private static boolean tellsNothing(SourceText line, int at, boolean all) {
    return all ? !marksThousands(line, at) : isBlank(line, at - 1) || isBlank(line, at + 1);
  }

  private static boolean isBlank(SourceText line, int at) {
    return at >= 0
        && at < line.length()
        && (line.charAt(at) == ' ' || isHardBlank(line.charAt(at)));
  }

  /** A thin or no-break blank may mark thousands: three digits follow, at most three go before. */
  private static boolean marksThousands(SourceText line, int at) {
    int start = at;
    while (start > 0 && at - start < 4 && Digits.is(line.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    while (end < line.length() && end - at < 5 && Digits.is(line.charAt(end))) {
      end++;
    }
    boolean before = at > start && at - start < 4 && !isMark(line, start - 1);
    return before && end - at == 4 && !(end < line.length() && line.charAt(end) == ',');
  }

  private static boolean isMark(SourceText line, int at) {
    return at >= 0 && ".,".indexOf(line.charAt(at)) >= 0;
  }
}
