package dev.unglue.extract.html;

import dev.unglue.extract.text.CleanText;
import dev.unglue.extract.text.Entities;
import dev.unglue.extract.text.FootnoteMark;
import dev.unglue.extract.text.Marks;
import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the lines of a page from its source, white space folded and entities resolved. */
final class LineWriter {
  private final String html;
  private final Entities entities;
  private final TextBuilder line = new TextBuilder();
  private final List<TextLine> lines = new ArrayList<>();
  private final BitSet inTables = new BitSet();
  private int headings;
  private int preformatted;
  private boolean freshItem;
  private boolean plain = true;
  private int blankStart = -1;
  private int blankEnd;
  private int reached;
  private int mark = -1;
  private int markBlankStart;
  private int markBlankEnd;
  private List<SourceText> behindColon = List.of();

  /**
   * Where the writer stands between two lines.
   *
   * @param line number of the next line
   * @param freshItem whether a list item has begun and has no line yet
   */
  record Place(int line, boolean freshItem) {}

  /**
   * A line of a page before it is known whether it stands in a table.
   *
   * @param text the line, with whatever mark it begins
   * @param origin what its elements say of it
   */
  private record TextLine(SourceText text, Origin origin) {
    /** The line of the page, its bullet taken off; never in a table, whose cells have none. */
    Line read() {
      return switch (origin) {
        case ITEM -> new Line(Marks.item(text).text(), Line.Kind.ITEM);
        case HEADING, ICON -> new Line(text, Line.Kind.HEADING);
        case PREFORMATTED -> Marks.read(text);
        case BLOCK -> Marks.item(text);
      };
    }
  }

  /** What the elements say of a line. */
  private enum Origin {
    /** Nothing. */
    BLOCK,
    /** It is the first of a list item. */
    ITEM,
    /** It is a heading. */
    HEADING,
    /** It is printed as it was typed. */
    PREFORMATTED,
    /** It is no text but what a picture stands for. */
    ICON
  }

  LineWriter(String html) {
    this.html = html;
    this.entities = new Entities(html);
  }

  int count() {
    return lines.size();
  }

  boolean isLineEmpty() {
    return line.isEmpty();
  }

  Place place() {
    return new Place(lines.size(), freshItem);
  }

  /** All lines since {@code start} are those of a table; a list item round it is still fresh. */
  void markTable(Place start) {
    inTables.set(start.line(), lines.size());
    freshItem = start.freshItem();
  }

  void countHeading(int step) {
    headings += step;
  }

  void countPreformatted(int step) {
    preformatted += step;
  }

  void setFreshItem(boolean fresh) {
    freshItem = fresh;
  }

  // --- characters -----------------------------------------------------------------------------

  /** Writes the sign that is drawn for the text at {@code start..end} of the source. */
  void write(String sign, int start, int end) {
    if (start < reached) {
      end();
    }
    add(sign, start, end);
    reached = end;
  }

  /** Writes the text that stands at {@code start..end} of the source. */
  void write(int start, int end) {
    if (start < reached) {
      end(); // what a page has misplaced comes before what it stands behind
    }
    int limit = Math.min(end, html.length());
    int at = start;
    while (at < limit) {
      int plain = plainEnd(at, limit);
      if (plain > at) {
        addBlankBefore();
        line.appendVerbatim(html, at, plain);
        at = plain;
      } else if (html.charAt(at) == '&') {
        Entities.Read read = entities.read(at, limit);
        add(read.text(), at, read.end());
        at = read.end();
      } else {
        add(html.charAt(at), at, at + 1);
        at++;
      }
    }
    reached = limit;
  }

  /**
   * One past the characters from a place on that are written as they stand, as most are: words of
   * ASCII, and single blanks between them.
   */
  private int plainEnd(int from, int limit) {
    int at = from;
    while (at < limit) {
      char c = html.charAt(at);
      boolean between = c == ' ' && at > from && at + 1 < limit && isPlain(html.charAt(at + 1));
      if (!between && !isPlain(c)) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7f && c != '&';
  }

  private void add(String text, int start, int end) {
    if (text.length() == 1) {
      add(text.charAt(0), start, end);
    } else {
      addBlankBefore();
      plain = false;
      line.append(text, start, end);
    }
  }

  private void add(char c, int start, int end) {
    plain &= c < 0x7f && c != '&';
    if (c != '\u00a0' && Whitespace.is(c)) {
      addBlank(c, start, end);
    } else {
      addBlankBefore();
      line.append(c, start, end);
    }
  }

  private void addBlankBefore() {
    behindColon = List.of();
    if (blankStart >= 0 && !line.isEmpty()) {
      line.append(' ', blankStart, blankEnd);
    }
    blankStart = -1;
  }

  private void addBlank(char c, int start, int end) {
    if (preformatted > 0 && Whitespace.endsLine(c)) {
      end();
    } else if (preformatted > 0 && !line.isEmpty()) {
      line.append(c, start, end);
    } else {
      blankStart = blankStart < 0 ? start : blankStart;
      blankEnd = end;
    }
  }

  // --- marks of notes -------------------------------------------------------------------------

  /** Remembers this place in the line, the blank before it included. */
  void setMark() {
    mark = line.length();
    markBlankStart = blankStart;
    markBlankEnd = blankEnd;
  }

  /** What was written since the mark; empty if a line has ended since. */
  String sinceMark() {
    return mark < 0 ? "" : line.read().subSequence(mark, line.length()).toString().strip();
  }

  /** The end of the line up to the mark. */
  CharSequence beforeMark() {
    int end = Math.max(mark, 0);
    return line.read().subSequence(Math.max(0, end - FootnoteMark.BASE), end);
  }

  /** True if nothing was written since the mark. */
  boolean isAtMark() {
    return line.length() == mark;
  }

  /** True if a blank parts the mark from what stands before it. */
  boolean isMarkApart() {
    return markBlankStart >= 0;
  }

  /** Takes back what was written since the mark. */
  void dropSinceMark() {
    line.truncate(mark);
    if (blankStart < 0) {
      blankStart = markBlankStart;
      blankEnd = markBlankEnd;
    }
  }

  /** Writes a sign at the mark, before what was written since. */
  void insertAtMark(char sign, int start, int end) {
    line.insert(mark, sign, start, end);
  }

  // --- lines ----------------------------------------------------------------------------------

  /** What a picture stands for is said of a label if it alone ends the line: {@code Lid:}. */
  void addBehindColon(SourceText icon) {
    if (!line.isEmpty() && line.read().charAt(line.length() - 1) == ':') {
      behindColon = Stream.concat(behindColon.stream(), Stream.of(icon)).toList();
    }
  }

  private void writeBehindColon() {
    if (behindColon.size() == 1) {
      Span place = behindColon.get(0).span();
      line.append(' ', place.start(), place.start());
      line.append(behindColon.get(0).text(), place.start(), place.end());
      plain = false;
    }
    behindColon = List.of();
  }

  /** Ends the line; an empty one is none. */
  void end() {
    blankStart = -1;
    mark = -1;
    writeBehindColon();
    if (!line.isEmpty()) {
      SourceText written = line.take();
      SourceText text = (plain ? written : CleanText.of(written)).strip();
      if (!text.isEmpty()) {
        lines.add(new TextLine(text, origin()));
      }
      plain = true;
    }
  }

  private Origin origin() {
    if (freshItem) {
      freshItem = false;
      return Origin.ITEM;
    }
    return headings > 0 ? Origin.HEADING : preformatted > 0 ? Origin.PREFORMATTED : Origin.BLOCK;
  }

  /** Adds what a picture stands for, where a cell has no other text. */
  void addIcon(SourceText text) {
    lines.add(new TextLine(text, Origin.ICON));
  }

  /** The lines of the page; call it when the walk is over. Outside tables pictures are no text. */
  List<Line> read() {
    end();
    List<Line> read = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      TextLine each = lines.get(i);
      if (inTables.get(i)) {
        read.add(new Line(each.text(), Line.Kind.TABLE));
      } else if (each.origin() != Origin.ICON) {
        read.add(each.read());
      }
    }
    return read;
  }

  /** Several lines as one, parted by blanks; at least one. Their order is that of the source. */
  SourceText join(int from, int to) {
    if (to - from == 1) {
      return lines.get(from).text();
    }
    return SourceText.join(
        lines.subList(from, to).stream()
            .map(TextLine::text)
            .sorted(Comparator.comparingInt(part -> part.offsetAt(0)))
            .toList());
  }
}
