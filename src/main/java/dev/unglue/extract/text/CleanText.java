package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.InvisibleCharacters;
import dev.unglue.text.Whitespace;
import java.util.regex.Pattern;

/**
 * A line as its reader sees it: without characters that nobody sees, with the character that an
 * entity left in the text stands for, and with plain blanks where every blank is a no-break one.
 */
public final class CleanText {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,8}\\d{0,2}|#\\d{2,6}|#[xX][0-9a-fA-F]{2,5});");

  private static final Pattern THOUSANDS_BEFORE = Pattern.compile("(?<![\\d.,])\\d{1,3}$");
  private static final Pattern THOUSANDS_AFTER = Pattern.compile("\\d{3}(?![\\d,])");

  private CleanText() {}

  /** The line; each character keeps its place in the capture. */
  public static SourceText of(SourceText line) {
    SourceText text = line.text().indexOf('&') < 0 ? line : decoded(line);
    text = InvisibleCharacters.in(text.text()) ? visible(text) : text;
    return hasOnlyHardBlanks(text) ? plainBlanks(text) : text;
  }

  private static SourceText decoded(SourceText line) {
    Entities entities = new Entities(line.text());
    return TextBuilder.replace(
        line,
        ENTITY,
        entity -> {
          Entities.Read read = entities.read(entity.start(), entity.end());
          // what is no entity stays as it is
          return read.end() == entity.end() ? read.text() : entity.group();
        });
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

  private static SourceText plainBlanks(SourceText line) {
    TextBuilder plain = new TextBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean thousands = isHardBlank(c) && marksThousands(line, i);
      plain.append(isHardBlank(c) && !thousands ? ' ' : c, line.offsetAt(i), line.endAt(i));
    }
    return plain.take();
  }

  /** A thin or no-break blank may mark thousands: three digits follow, at most three go before. */
  private static boolean marksThousands(SourceText line, int at) {
    return THOUSANDS_BEFORE.matcher(line.text().substring(0, at)).find()
        && THOUSANDS_AFTER.matcher(line.text().substring(at + 1)).lookingAt();
  }
}
