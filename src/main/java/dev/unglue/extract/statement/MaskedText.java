package dev.unglue.extract.statement;

import dev.unglue.model.SourceText;
import dev.unglue.model.Subject;
import dev.unglue.model.Template;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * A text made ready for templates: single blanks, plain quotes and dashes, and one character for
 * each mention of a subject; with the way back to the text as it stands on the page.
 */
final class MaskedText {
  private final SourceText source;
  private final Names names;
  private final String text;
  private final String lower;
  private final int[] starts;
  private final int[] ends;

  private MaskedText(SourceText source, Names names, String text, int[] starts, int[] ends) {
    this.source = source;
    this.names = names;
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.starts = starts;
    this.ends = ends;
  }

  /** Makes a text of a page ready. */
  static MaskedText of(SourceText source, Names names) {
    StringBuilder text = new StringBuilder(source.length());
    int[] starts = new int[source.length()];
    int[] ends = new int[source.length()];
    Iterator<Names.Hit> hits = names.find(source).iterator();
    Names.Hit hit = hits.hasNext() ? hits.next() : new Names.Hit(Integer.MAX_VALUE, 0, ' ');
    int at = 0;
    while (at < source.length()) {
      boolean named = at == hit.start();
      int end = named ? hit.end() : Whitespace.skip(source, at);
      char c = named ? hit.mark() : plain(source.charAt(at), end > at);
      end = Math.max(end, at + 1);
      starts[text.length()] = at;
      ends[text.length()] = end;
      text.append(c);
      at = end;
      if (named) {
        hit = hits.hasNext() ? hits.next() : new Names.Hit(Integer.MAX_VALUE, 0, ' ');
      }
    }
    int length = text.length();
    return new MaskedText(
        source, names, text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
  }

  private static char plain(char c, boolean blank) {
    if (blank) {
      return ' ';
    }
    return switch (c) {
      case '‘', '’', 'ʼ', '`', '´' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      default -> Dashes.is(c) ? '-' : isMention(c) ? '\ufffd' : c;
    };
  }

  /** The text to be matched. */
  String text() {
    return text;
  }

  /** The same in lower case; its length may differ. */
  String lower() {
    return lower;
  }

  /** The part from {@code from} to before {@code to}. */
  MaskedText part(int from, int to) {
    return new MaskedText(
        source,
        names,
        text.substring(from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  /** The same with a mention of a subject in the place of {@code from..to}. */
  MaskedText withMention(int from, int to, char mark) {
    int cut = to - from - 1;
    int[] starts = new int[this.starts.length - cut];
    int[] ends = new int[this.ends.length - cut];
    System.arraycopy(this.starts, 0, starts, 0, from + 1);
    System.arraycopy(this.ends, 0, ends, 0, from);
    System.arraycopy(this.starts, to, starts, from + 1, this.starts.length - to);
    System.arraycopy(this.ends, to - 1, ends, from, this.ends.length - to + 1);
    String masked = text.substring(0, from) + mark + text.substring(to);
    return new MaskedText(source, names, masked, starts, ends);
  }

  /** The text of the page that {@code from..to} was made of, without blanks at its ends. */
  SourceText source(int from, int to) {
    return from >= to
        ? source.slice(from < starts.length ? starts[from] : source.length()).slice(0, 0)
        : source.slice(starts[from], ends[to - 1]).strip();
  }

  /** The whole text as it stands on the page. */
  SourceText source() {
    return source(0, text.length());
  }

  /** The subject that is mentioned at {@code index}. */
  Optional<Subject> subjectAt(int index) {
    return names.subjectOf(text.charAt(index));
  }

  /** True if there is a mention of a subject at {@code index}, be it of one or of several. */
  boolean isMention(int index) {
    return isMention(text.charAt(index));
  }

  /** True for a character that stands for a mention. */
  static boolean isMention(char c) {
    return c >= Template.FIRST_SUBJECT && c <= Template.LAST_SUBJECT;
  }

  /** The place of the first mention at or after {@code from}; the length where there is none. */
  int nextMention(int from) {
    int at = from;
    while (at < text.length() && !isMention(at)) {
      at++;
    }
    return at;
  }

  /** The names that it was made with. */
  Names names() {
    return names;
  }
}
