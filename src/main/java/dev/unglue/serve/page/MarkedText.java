package dev.unglue.serve.page;

import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The text of a capture in lines, with marks where something was read. Of HTML what stands between
 * the tags; nothing of it is ever markup again.
 */
public final class MarkedText {
  private static final Set<String> HIDDEN = Set.of("script", "style", "template", "noscript");
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "em", "strong", "span", "sup", "sub", "small", "u", "s", "abbr", "code");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–");
  private static final int LONGEST_ENTITY = 10;

  /** Heavier texts show only what stands around what was read, a part at a time. */
  private static final int MOST_WEIGHT = 60_000;

  /** What a piece weighs beside its characters: it has its place. */
  private static final int PIECE = 60;

  private static final int LONGEST_PIECE = 4_000;

  private static final String GAP = "gap";
  private static final int AROUND = 2;
  private static final int HEAD = 12;

  /**
   * A place to mark.
   *
   * @param span where, in code points
   * @param look the class that tells how; empty for the usual one
   */
  public record Mark(Span span, String look) {}

  /**
   * A piece of a line.
   *
   * @param text what it says
   * @param at {@code start-end} of its own place: a character of it for each, or all for all; empty
   *     where it stands nowhere
   * @param span {@code start-end} of its mark; empty where it has none
   * @param look the class of its mark
   */
  public record Piece(String text, String at, String span, String look) {}

  /**
   * A line.
   *
   * @param kind what the page's account says of it: row, head, open, sentence, list, unread, prose;
   *     {@code gap} for lines that are left out, with the place from which they are shown
   * @param pieces its text
   */
  public record Line(String kind, List<Piece> pieces) {}

  /**
   * What was made of a part of the page.
   *
   * @param span the part
   * @param kind as of {@link Line}
   */
  public record Account(Span span, String kind) {}

  private static final Mark NONE = new Mark(new Span(0, 0), "");

  private final String text;
  private final boolean html;
  private final TreeMap<Integer, Mark> marks = new TreeMap<>();
  private final List<Account> accounts;

  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();
  private final StringBuilder piece = new StringBuilder();
  private Mark open = NONE;
  private int pieceStart;
  private int pieceEnd;
  private boolean whole;
  private boolean afterBlank = true;
  private int lineStart = -1;
  private int lineEnd;

  private MarkedText(String text, boolean html, List<Mark> marks, List<Account> accounts) {
    this.text = text;
    this.html = html;
    this.accounts = accounts;
    for (Mark mark : marks) {
      if (isFree(mark.span())) {
        this.marks.put(mark.span().start(), mark);
      }
    }
  }

  private boolean isFree(Span span) {
    Map.Entry<Integer, Mark> before = marks.floorEntry(span.start());
    Map.Entry<Integer, Mark> after = marks.ceilingEntry(span.start());
    return span.length() > 0
        && (before == null || before.getValue().span().end() <= span.start())
        && (after == null || span.end() <= after.getKey());
  }

  /**
   * The lines.
   *
   * @param html true if tags are left out
   * @param marks of two that overlap the first counts
   * @param accounts what was made of which part, the weightier first
   * @param from where the part begins that is shown of a heavy text, in code points
   */
  public static List<Line> lines(
      String text, boolean html, List<Mark> marks, List<Account> accounts, int from) {
    MarkedText marked = new MarkedText(text, html, marks, accounts);
    marked.walk();
    return marked.bounded(from);
  }

  // --- the walk -------------------------------------------------------------------------------

  private void walk() {
    int point = 0;
    int at = 0;
    while (at < text.length()) {
      int next = html && text.charAt(at) == '<' ? tagEnd(at) : at;
      if (next > at) {
        tag(at, next);
      } else if (html && text.charAt(at) == '&' && entity(at) > at) {
        next = entity(at);
        take(decoded(text.substring(at + 1, next - 1)), point, next - at);
      } else {
        next = at + Character.charCount(text.codePointAt(at));
        take(text.substring(at, next), point, 1);
      }
      point += text.codePointCount(at, next);
      at = next;
    }
    endLine();
  }

  /** Behind the tag that begins there, and behind all that it hides; there, where none begins. */
  private int tagEnd(int at) {
    if (text.startsWith("<!--", at)) {
      int end = text.indexOf("-->", at + 4);
      return end < 0 ? text.length() : end + 3;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (!Character.isLetter(next) && next != '/' && next != '!' && next != '?') {
      return at;
    }
    int end = text.indexOf('>', at);
    if (end < 0) {
      return at;
    }
    String name = name(at, end);
    if (!HIDDEN.contains(name) || next == '/') {
      return end + 1;
    }
    int close = indexOfClose(name, end);
    int closed = close < 0 ? -1 : text.indexOf('>', close);
    return closed < 0 ? text.length() : closed + 1;
  }

  private int indexOfClose(String name, int from) {
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
      if (text.regionMatches(true, at + 2, name, 0, name.length())) {
        return at;
      }
    }
    return -1;
  }

  private String name(int at, int end) {
    int from = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int to = from;
    while (to < end && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private void tag(int at, int next) {
    String name = name(at, next);
    if (CELLS.contains(name)) {
      if (text.charAt(at + 1) == '/') {
        endPiece();
        pieces.add(new Piece("  ", "", "", ""));
        afterBlank = true;
      }
    } else if (!INLINE.contains(name)) {
      endLine();
    }
  }

  private int entity(int at) {
    int end = text.indexOf(';', at);
    boolean known =
        end > at && end - at < LONGEST_ENTITY && !decoded(text.substring(at + 1, end)).isEmpty();
    return known ? end + 1 : at;
  }

  private static String decoded(String name) {
    if (name.matches("#[0-9]{1,6}")) {
      int c = Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(c) ? Character.toString(c) : "";
    }
    return ENTITIES.getOrDefault(name, "");
  }

  /**
   * One character, or what an entity stands for.
   *
   * @param length how many characters of the capture it is
   */
  private void take(String character, int point, int length) {
    boolean newline = character.equals("\n");
    if (newline && !html) {
      endLine();
      return;
    }
    String shown = newline || character.equals("\r") ? (html ? " " : "") : character;
    boolean blank = shown.isBlank();
    if (shown.isEmpty() || (html && blank && afterBlank)) {
      return;
    }
    Map.Entry<Integer, Mark> under = marks.floorEntry(point);
    Mark mark = under != null && point < under.getValue().span().end() ? under.getValue() : NONE;
    if (!mark.equals(open) || point != pieceEnd || whole || length > 1) {
      endPiece();
      open = mark;
      pieceStart = point;
    }
    piece.append(shown);
    pieceEnd = point + length;
    whole = length > 1;
    afterBlank = blank;
    if (!blank) {
      lineStart = lineStart < 0 ? point : lineStart;
      lineEnd = point + 1;
    }
  }

  private void endPiece() {
    if (!piece.isEmpty()) {
      Span span = open.span();
      boolean marked = !open.equals(NONE) && !piece.toString().isBlank();
      pieces.add(
          new Piece(
              CodePoints.cut(piece.toString(), LONGEST_PIECE),
              pieceStart + "-" + pieceEnd,
              marked ? span.start() + "-" + span.end() : "",
              marked ? open.look() : ""));
      piece.setLength(0);
    }
  }

  private void endLine() {
    endPiece();
    if (lineStart >= 0) {
      lines.add(new Line(kind(new Span(lineStart, lineEnd)), pieces));
      starts.add(lineStart);
    }
    pieces = new ArrayList<>();
    lineStart = -1;
    afterBlank = true;
  }

  private String kind(Span line) {
    return accounts.stream()
        .filter(account -> account.span().meets(line))
        .map(Account::kind)
        .findFirst()
        .orElse("");
  }

  // --- bounds ---------------------------------------------------------------------------------

  private List<Line> bounded(int from) {
    if (lines.stream().mapToInt(MarkedText::weight).sum() <= MOST_WEIGHT) {
      return List.copyOf(lines);
    }
    boolean[] kept = new boolean[lines.size()];
    int weight = 0;
    for (int i = first(from); i < kept.length && weight < MOST_WEIGHT; i++) {
      boolean told = !lines.get(i).kind().isEmpty() || i < HEAD;
      for (int j = Math.max(0, i - AROUND);
          told && j <= Math.min(kept.length - 1, i + AROUND);
          j++) {
        weight += kept[j] ? 0 : weight(lines.get(j));
        kept[j] = true;
      }
    }
    return withGaps(kept);
  }

  /** The first line that begins there or behind. */
  private int first(int from) {
    int line = 0;
    while (line < starts.size() - 1 && starts.get(line) < from) {
      line++;
    }
    return line;
  }

  private List<Line> withGaps(boolean[] kept) {
    List<Line> shown = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        addGap(shown, gap, i);
        gap = i + 1;
        shown.add(lines.get(i));
      }
    }
    addGap(shown, gap, kept.length);
    return shown;
  }

  /** Lines that are left out; their place is where the first begins of which anything was read. */
  private void addGap(List<Line> shown, int from, int to) {
    if (from == to) {
      return;
    }
    String text = "… " + (to - from) + (to - from == 1 ? " line" : " lines");
    for (int i = from; i < to; i++) {
      if (!lines.get(i).kind().isEmpty()) {
        shown.add(new Line(GAP, List.of(new Piece(text, String.valueOf(starts.get(i)), "", ""))));
        return;
      }
    }
    shown.add(new Line(GAP, List.of(new Piece(text + " of which nothing was read", "", "", ""))));
  }

  private static int weight(Line line) {
    return line.pieces().stream().mapToInt(each -> each.text().length() + PIECE).sum();
  }
}
