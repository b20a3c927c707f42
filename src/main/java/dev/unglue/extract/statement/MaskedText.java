package dev.unglue.extract.statement;

import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.field.Template;
import dev.unglue.model.page.Cost;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Dashes;
import dev.unglue.text.LowerText;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Optional;

/**
 * A text made ready for templates: single blanks, plain quotes and dashes, and one character for
 * each mention of a subject; with the way back to the text as it stands on the page.
 */
final class MaskedText {
  private static final LowerText NOTHING = LowerText.of("");

  private final SourceText source;
  private final SubjectMentions names;

  /** Its places are those of the characters of the source. */
  private final SourceText masked;

  private final LowerText lower;

  private MaskedText(SourceText source, SubjectMentions names, SourceText masked, LowerText lower) {
    this.source = source;
    this.names = names;
    this.masked = masked;
    this.lower = lower;
  }

  private MaskedText(SourceText source, SubjectMentions names, SourceText masked) {
    this(source, names, masked, LowerText.of(masked.text()));
  }

  /** Makes a text of a page ready. */
  static MaskedText of(SourceText source, SubjectMentions names) {
    String text = source.text();
    List<SubjectMentions.Hit> hits = List.of();
    if (isPlain(text)) {
      LowerText lower = LowerText.of(text);
      hits = names.mayBeIn(lower) ? names.find(text) : hits;
      if (hits.isEmpty()) {
        return new MaskedText(source, names, SourceText.verbatim(text, 0), lower);
      }
    } else {
      hits = names.find(text);
    }
    TextBuilder masked = new TextBuilder();
    int at = 0;
    for (SubjectMentions.Hit hit : hits) {
      plain(text, at, hit.start(), masked);
      masked.append(hit.mark(), hit.start(), hit.end());
      at = hit.end();
    }
    plain(text, at, text.length(), masked);
    return new MaskedText(source, names, masked.take());
  }

  /** A text that no form is tried on: a line of a table, of which only the place counts. */
  static MaskedText unread(SourceText source, SubjectMentions names) {
    return new MaskedText(source, names, SourceText.verbatim(source.text(), 0), NOTHING);
  }

  /** True for a text of ASCII that is ready as it is, as most are. */
  private static boolean isPlain(String text) {
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ';
      if (c >= 0x80 || (space ? blank || c != ' ' : plain(c) != c)) {
        return false;
      }
      blank = space;
    }
    return true;
  }

  private static void plain(String text, int from, int to, TextBuilder masked) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      boolean blank = Whitespace.is(c);
      int end = blank ? Math.min(to, Whitespace.skip(text, at)) : at + 1;
      masked.append(blank ? ' ' : plain(c), at, end);
      at = end;
    }
  }

  private static char plain(char c) {
    if (c < 0x80 && c != '`') {
      return c; // a hyphen is the plain dash
    }
    return switch (c) {
      case '‘', '’', 'ʼ', '`', '´' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      default -> Dashes.is(c) ? '-' : isMention(c) ? '\ufffd' : c;
    };
  }

  /** Counts that a form is tried at it. */
  void tried() {
    names.steps().add(Cost.Kind.FORMS, masked.length());
  }

  /** The text to be matched. */
  String text() {
    return masked.text();
  }

  /** The same in lower case; its length may differ. */
  LowerText lower() {
    return lower;
  }

  /** The part from {@code from} to before {@code to}, without blanks at its ends. */
  MaskedText part(int from, int to) {
    if (from == 0 && to == masked.length() && masked.strip().length() == to) {
      return this;
    }
    return new MaskedText(source, names, masked.slice(from, to).strip());
  }

  /** The same with a mention of a subject in the place of {@code from..to}. */
  MaskedText withMention(int from, int to, char mark) {
    TextBuilder other = new TextBuilder();
    other.append(masked, 0, from);
    other.append(mark, masked.offsetAt(from), masked.endAt(to - 1));
    other.append(masked, to, masked.length());
    return new MaskedText(source, names, other.take());
  }

  /** The text of the page that {@code from..to} was made of, without blanks at its ends. */
  SourceText source(int from, int to) {
    Span place = masked.slice(from, Math.max(from, to)).span();
    return source.slice(place.start(), place.end()).strip();
  }

  /** The whole text as it stands on the page. */
  SourceText source() {
    return source(0, masked.length());
  }

  /** The subject that is mentioned at {@code index}. */
  Optional<Subject> subjectAt(int index) {
    return names.subjectOf(masked.charAt(index));
  }

  /** True if there is a mention of a subject at {@code index}, be it of one or of several. */
  boolean isMention(int index) {
    return isMention(masked.charAt(index));
  }

  /** True for a character that stands for a mention. */
  static boolean isMention(char c) {
    return c >= Template.FIRST_SUBJECT && c <= Template.LAST_SUBJECT;
  }

  /** The place of the first mention at or after {@code from}; the length where there is none. */
  int nextMention(int from) {
    int at = from;
    while (at < masked.length() && !isMention(at)) {
      at++;
    }
    return at;
  }

  /** The names that it was made with. */
  SubjectMentions names() {
    return names;
  }
}
