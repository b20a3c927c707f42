package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.Arrays;

/**
 * Reads the marks inside a line of Markdown as a reader of the rendered page sees them: links as
 * their text, no pictures, no marks of emphasis, code and escape, no tags. Marks that have no
 * partner are text. Each character keeps its place.
 */
public final class InlineMarkdown {
  /** What a line is, and so which marks it may hold. */
  private enum Kind {
    /** Text that may have come from Markdown: only links and strong emphasis are marks. */
    TEXT,
    /** A line that is declared as Markdown. */
    MARKDOWN,
    /** A row of a table: its pipes stay as they are, for whoever parts its cells. */
    ROW
  }

  private static final String ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final int LONGEST_FENCE = 31;
  private static final int LONGEST_NOTE = 12;

  private final SourceText line;
  private final String text;
  private final Kind kind;
  private final char[] shown;
  private final boolean[] dropped;
  private final LinkPartners links;
  private final EmphasisPairs emphasis;
  private final int[] unclosedFences = new int[LONGEST_FENCE + 1];
  private boolean changed;
  private int picture = -1;

  private InlineMarkdown(SourceText line, Kind kind) {
    this.line = line;
    this.text = line.text();
    this.kind = kind;
    this.shown = text.toCharArray();
    this.dropped = new boolean[text.length()];
    this.links = new LinkPartners(text);
    this.emphasis = new EmphasisPairs(text);
  }

  /** A line that is declared as Markdown; pictures are dropped. */
  static SourceText line(SourceText line) {
    return hasMarks(line.text()) ? new InlineMarkdown(line, Kind.MARKDOWN).whole() : line;
  }

  /** A line of other text; only links, pictures and strong emphasis are read. */
  static SourceText text(SourceText line) {
    String text = line.text();
    boolean marks = text.contains("](") || text.contains("**") || text.contains("__");
    return marks ? new InlineMarkdown(line, Kind.TEXT).whole() : line;
  }

  /**
   * A row of a table. Marks end with their cell; a picture's text stands where its cell has no
   * other; pipes stay, also those that are escaped.
   */
  public static SourceText row(SourceText line) {
    return hasMarks(line.text()) ? new InlineMarkdown(line, Kind.ROW).cells() : line;
  }

  private static boolean hasMarks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '[', '*', '_', '~', '`', '\\', '<' -> true;
      default -> false;
    };
  }

  private SourceText whole() {
    scan(0, text.length());
    return read();
  }

  private SourceText cells() {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean pipe = i < text.length() && text.charAt(i) == '|';
      if (i == text.length() || (pipe && (i == 0 || text.charAt(i - 1) != '\\'))) {
        scan(start, i);
        showPicture(start, i);
        start = i + 1;
      }
    }
    return read();
  }

  private SourceText read() {
    if (!changed) {
      return line;
    }
    TextBuilder read = new TextBuilder();
    for (int i = 0; i < shown.length; i++) {
      if (!dropped[i]) {
        read.append(shown[i], line.offsetAt(i), line.endAt(i));
      }
    }
    return read.take();
  }

  private void drop(int from, int to) {
    Arrays.fill(dropped, from, to, true);
    changed = true;
  }

  /** A cell that shows nothing but a picture says what the picture's text says. */
  private void showPicture(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!dropped[i] && !Whitespace.is(shown[i])) {
        return;
      }
    }
    if (picture >= from) {
      Arrays.fill(dropped, picture + 2, links.end(picture + 1), false);
    }
  }

  // --- marks ----------------------------------------------------------------------------------

  private void scan(int from, int to) {
    links.pair(from, to);
    emphasis.begin(from, to);
    Arrays.fill(unclosedFences, to);
    picture = -1;
    int at = from;
    while (at < to) {
      at = step(at, to);
    }
  }

  /** Reads the mark or the character at a place; returns where to go on. */
  private int step(int at, int to) {
    char c = text.charAt(at);
    boolean markdown = kind != Kind.TEXT;
    return switch (c) {
      case '[' -> markdown && isNote(at, to) ? dropTo(at, links.end(at) + 1) : link(at);
      case ']' -> links.isTextEnd(at) ? dropTo(at, links.targetEnd(at)) : at + 1;
      case '!' -> picture(at, to);
      case '*', '_', '~' -> emphasis(at, to);
      case '`' -> markdown ? code(at, to) : at + 1;
      case '\\' -> markdown ? escape(at, to) : at + 1;
      case '<' -> markdown ? tag(at, to) : at + 1;
      default -> at + 1;
    };
  }

  private int dropTo(int from, int to) {
    drop(from, to);
    return to;
  }

  private int link(int at) {
    return links.open(at) ? dropTo(at, at + 1) : at + 1;
  }

  private int picture(int at, int to) {
    if (at + 1 < to && text.charAt(at + 1) == '[' && links.open(at + 1)) {
      picture = picture < 0 ? at : picture;
      return dropTo(at, links.targetEnd(links.end(at + 1)));
    }
    return at + 1;
  }

  /** {@code [^1]}, but for the one that begins the note itself. */
  private boolean isNote(int at, int to) {
    int end = links.end(at);
    boolean note = end > at + 2 && end <= at + 2 + LONGEST_NOTE && text.charAt(at + 1) == '^';
    return note && (end + 1 >= to || text.charAt(end + 1) != ':');
  }

  private int emphasis(int at, int to) {
    int end = runEnd(at, to);
    boolean strong = end - at > 1 && text.charAt(at) != '~';
    int opened = kind == Kind.TEXT && !strong ? -1 : emphasis.close(at, end);
    if (opened >= 0) {
      drop(opened, opened + end - at);
      drop(at, end);
    }
    return end;
  }

  private int code(int at, int to) {
    int content = runEnd(at, to);
    int length = content - at;
    if (length > LONGEST_FENCE || at >= unclosedFences[length]) {
      return content;
    }
    int end = content;
    while (end < to) {
      int next = text.charAt(end) == '`' ? runEnd(end, to) : end + 1;
      if (text.charAt(end) == '`' && next - end == length) {
        drop(at, content);
        return dropTo(end, next);
      }
      end = next;
    }
    unclosedFences[length] = at;
    return content;
  }

  private int runEnd(int at, int to) {
    int end = at + 1;
    while (end < to && text.charAt(end) == text.charAt(at)) {
      end++;
    }
    return end;
  }

  private int escape(int at, int to) {
    if (at + 1 >= to || ESCAPED.indexOf(text.charAt(at + 1)) < 0) {
      return at + 1;
    }
    if (kind != Kind.ROW || text.charAt(at + 1) != '|') {
      drop(at, at + 1);
    }
    return at + 2;
  }

  private int tag(int at, int to) {
    InlineTag tag = InlineTag.at(text, at, to);
    return switch (tag.kind()) {
      case NONE -> at + 1;
      case STYLE -> dropTo(at, tag.end());
      case BREAK -> replace(at, tag.end(), ' ');
      case RAISED -> raised(at, tag.end(), to);
    };
  }

  /** Raised text that is the mark of a note goes with its tags; else only its tags go. */
  private int raised(int at, int content, int to) {
    int end = text.indexOf('<', content);
    if (end < 0 || end >= to) {
      return at + 1;
    }
    int base = at;
    while (base > 0 && Whitespace.is(text.charAt(base - 1))) {
      base--;
    }
    String before = text.substring(Math.max(0, base - FootnoteMark.BASE), base);
    FootnoteMark mark = new FootnoteMark(before, base < at, text.substring(content, end).strip());
    if (mark.isNote()) {
      return dropTo(at, end);
    }
    return mark.isExponent() ? replace(at, content, '^') : dropTo(at, content);
  }

  private int replace(int from, int to, char by) {
    drop(from + 1, to);
    shown[from] = by;
    changed = true;
    return to;
  }
}
