package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import dev.unglue.text.InvisibleCharacters;
import dev.unglue.text.Whitespace;

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

  private static final String COLOR = "{color";

  private CleanText() {}

  /** The line; each character keeps its place in the capture. */
  public static SourceText of(SourceText line) {
    if (isPlain(line.text())) {
      return line;
    }
    SourceText text = line.text().indexOf('&') < 0 ? line : decoded(line);
    text = text.text().contains(COLOR) ? colorless(text) : text;
    text = InvisibleCharacters.in(text.text()) ? visible(text) : text;
    boolean help = text.text().indexOf(HELP) >= 0 || text.text().indexOf(INFORMATION) >= 0;
    text = help ? withoutHelp(text) : text;
    int hard = hardBlank(text);
    return hard < 0 ? text : plainBlanks(text, hard, hasOnlyHardBlanks(text));
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
    TextBuilder read = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      boolean escape = line.charAt(i) == '\\' && i + 1 < line.length();
      boolean bullet = line.text().startsWith("\\- ", i);
      if (!escape || bullet || ESCAPED.indexOf(line.charAt(i + 1)) < 0) {
        read.append(line, i, i + 1);
      }
    }
    return read.take();
  }

  /** Without the marks that Jira colours texts by: {@code {color:red}}, {@code {color}}. */
  private static SourceText colorless(SourceText line) {
    TextBuilder plain = new TextBuilder();
    int done = 0;
    int at = line.text().indexOf(COLOR);
    while (at >= 0) {
      int close = line.text().indexOf('}', at);
      if (close >= 0) {
        plain.append(line, done, at);
        done = close + 1;
      }
      at = close < 0 ? -1 : line.text().indexOf(COLOR, close);
    }
    plain.append(line, done, line.length());
    return plain.isEmpty() ? line.slice(0, 0) : plain.take();
  }

  private static SourceText visible(SourceText line) {
    TextBuilder kept = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (!InvisibleCharacters.is(line.charAt(i))) {
        kept.append(line, i, i + 1);
      }
    }
    return kept.take();
  }

  /** Beside plain blanks a no-break blank tells that a cell goes on; alone it tells nothing. */
  private static boolean hasOnlyHardBlanks(SourceText line) {
    boolean hard = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        return false;
      }
      hard |= isHardBlank(c);
    }
    return hard;
  }

  private static boolean isHardBlank(char c) {
    return c > ' ' && Whitespace.is(c);
  }

  private static int hardBlank(SourceText line) {
    int at = 0;
    while (at < line.length() && !isHardBlank(line.charAt(at))) {
      at++;
    }
    return at < line.length() ? at : -1;
  }

  /** With plain blanks for hard ones: for all, or for those in gaps of several blanks. */
  private static SourceText plainBlanks(SourceText line, int first, boolean all) {
    TextBuilder plain = new TextBuilder();
    plain.append(line, 0, first);
    for (int i = first; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank =
          isHardBlank(c)
              && (all ? !marksThousands(line, i) : isBlank(line, i - 1) || isBlank(line, i + 1));
      plain.append(blank ? ' ' : c, line.offsetAt(i), line.endAt(i));
    }
    return plain.take();
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
