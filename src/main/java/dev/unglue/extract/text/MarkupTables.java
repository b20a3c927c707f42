package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables in the source of other markups, as Markdown has them, with a rule below the header:
 * MediaWiki between <code>{|</code> and <code>|}</code>, LaTeX, AsciiDoc between two lines {@code
 * |===}, the heads of Textile ({@code |_. a |_. b |}), Creole ({@code |=a |=b}), Muse ({@code a ||
 * b}), Jira ({@code || a || b ||}) and DokuWiki ({@code ^ a ^ b ^}).
 */
final class MarkupTables {
  /** What begins a cell: a bar, that of a head, and in Textile how the cell is set. */
  private static final Pattern MARK =
      Pattern.compile("\\|\\||\\|=(?!\\.)|\\|(?:[_=<>^~]{1,3}\\. ?)?");

  private static final Pattern DOKU_MARK = Pattern.compile("[|^]");

  /** What a cell of MediaWiki has before its text, and marks of emphasis and links within it. */
  private static final Pattern WIKI_MARKS =
      Pattern.compile(
          "^(?: *+[a-z-]++=\"[^\"|]*+\")++ *+\\|(?!\\|)|'{2,5}|\\[\\[(?:[^]|]*\\|)?|]]");

  private static final Pattern LATEX =
      Pattern.compile("\\\\begin\\{(?:long|x?l?)?tab(?:le|ular)[a-zA-Z*]*+}\\s*+[\\[{]");

  private static final Pattern FRAME = Pattern.compile("\\|={3,}");
  private static final String HEAD = "||";

  private final List<SourceText> lines;
  private final List<SourceText> plain = new ArrayList<>();
  private final boolean textile;
  private final int lastEnd;
  private int at;

  private MarkupTables(List<SourceText> lines) {
    this.lines = lines;
    this.textile = lines.stream().anyMatch(line -> line.text().contains("|_."));
    int end = lines.size() - 1;
    while (end >= 0 && !isEnd(lines.get(end).text().strip())) {
      end--;
    }
    this.lastEnd = end;
  }

  /** The lines, such tables with pipes and rules; most pages come back as they are. */
  static List<SourceText> markdown(List<SourceText> lines) {
    if (lines.stream().noneMatch(MarkupTables::mayBegin)) {
      return lines;
    }
    MarkupTables tables = new MarkupTables(lines);
    while (tables.at < lines.size()) {
      SourceText line = lines.get(tables.at).strip();
      tables.at++;
      tables.read(line);
    }
    return tables.plain;
  }

  /** False for a line that begins with the sign of no such markup, and holds no double bar. */
  private static boolean mayBegin(SourceText line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) <= ' ' || line.charAt(at) >= 0x80)) {
      at++; // what is left out at the ends of a line is one of these
    }
    return at < line.length()
        && ("|^{\\".indexOf(line.charAt(at)) >= 0 || line.text().contains(HEAD));
  }

  private void read(SourceText line) {
    String text = line.text();
    boolean begins = isBegun() && at <= lastEnd;
    if (begins && text.startsWith("{|")) {
      addRows(mediaWiki());
    } else if (begins && LATEX.matcher(text).lookingAt()) {
      addRows(latex());
    } else if (isBegun() && FRAME.matcher(text).matches()) {
      addFramed();
    } else if (text.startsWith("||")
        || text.startsWith("|=")
        || text.startsWith("^")
        || (textile && text.startsWith("|"))) {
      addRow(line);
    } else if (text.contains(HEAD) && isBegun() && isHeadOf(line)) {
      addHead(line);
    } else {
      plain.add(lines.get(at - 1));
    }
  }

  /** A row with a pipe for each mark, and the rule below it where all its cells are heads. */
  private void addRow(SourceText line) {
    boolean doku = line.charAt(0) == '^';
    Matcher mark = (doku ? DOKU_MARK : MARK).matcher(line.text());
    TextBuilder row = new TextBuilder();
    int done = 0;
    int heads = 0;
    int bars = 0;
    while (mark.find()) {
      row.append(line, done, mark.start());
      row.append('|', line.offsetAt(mark.start()), line.endAt(mark.start()));
      boolean head = isHead(mark.group());
      heads += head ? 1 : 0;
      bars += head ? 0 : 1;
      done = mark.end();
    }
    row.append(line, done, line.length());
    boolean header =
        heads > 1
            && bars <= 1
            && heads + bars > 2
            && isBegun()
            && isRow(at - 1)
            && isRow(at)
            && marks(at) >= heads + bars;
    boolean doubled = line.text().startsWith("||");
    boolean set = doubled ? heads > 2 && bars == 0 && !isBegun() : textile || heads + bars > 2;
    plain.add(header || set ? TextBuilder.without(row.take(), WIKI_MARKS) : lines.get(at - 1));
    if (header) {
      boolean closed = done == line.length() && bars == 0;
      addRule(heads - (closed ? 1 : 0), line.span().end());
    }
  }

  private static boolean isHead(String mark) {
    return mark.equals("||") || mark.equals("|=") || mark.equals("^") || mark.indexOf('_') > 0;
  }

  /** True for a head between double bars, above a row with as many bars. */
  private boolean isHeadOf(SourceText line) {
    String next = at < lines.size() ? lines.get(at).text() : "";
    return !next.isEmpty()
        && marks(at - 1) > 2
        && line.text().replace(HEAD, "").indexOf('|') < 0
        && marks(at) * 2 == marks(at - 1)
        && !next.contains(HEAD)
        && next.indexOf('^') < 0;
  }

  private void addHead(SourceText line) {
    List<SourceText> names = new ArrayList<>();
    addCells(line, HEAD, names);
    plain.add(WrappedCells.line(names, '|'));
    addRule(names.size(), line.span().end());
  }

  /** True for a line with a bar that is no rule. */
  private boolean isRow(int line) {
    String text = line < lines.size() ? lines.get(line).text() : "";
    return (text.indexOf('|') >= 0 || text.indexOf('^') >= 0)
        && text.chars().anyMatch(Character::isLetterOrDigit);
  }

  private long marks(int line) {
    return lines.get(line).text().chars().filter(c -> c == '|' || c == '^').count();
  }

  /** True if no row stands right above, to which a header and its rule would belong. */
  private boolean isBegun() {
    return plain.isEmpty() || plain.get(plain.size() - 1).text().indexOf('|') < 0;
  }

  private void addRule(int columns, int end) {
    TextBuilder rule = new TextBuilder();
    rule.append("|---".repeat(columns) + "|", end, end);
    plain.add(rule.take());
  }

  /** A row a line between two frames; without the second the first is no more than its line. */
  private void addFramed() {
    int end = at;
    while (isRow(end)) {
      end++;
    }
    boolean closed = end < lines.size() && FRAME.matcher(lines.get(end).strip().text()).matches();
    if (closed && end > at + 1) {
      SourceText header = lines.get(at).strip();
      plain.add(lines.get(at));
      addRule(WrappedCells.parted(header).size() - 1, header.span().end());
      plain.addAll(lines.subList(at + 1, end));
      at = end + 1;
    } else {
      plain.addAll(lines.subList(at - 1, end));
      at = end;
    }
  }

  /** Adds rows, the first of them a header, which LaTeX has again for each printed page. */
  private void addRows(List<List<SourceText>> rows) {
    String header = "";
    for (List<SourceText> row : rows) {
      SourceText line = WrappedCells.line(row, '|');
      if (!line.text().equals(header)) {
        plain.add(line);
      }
      if (header.isEmpty()) {
        header = line.text();
        addRule(row.size(), line.span().end());
      }
    }
  }

  private List<List<SourceText>> mediaWiki() {
    List<List<SourceText>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    while (!isEnd(lines.get(at).text().strip())) {
      SourceText line = wikiLine();
      List<SourceText> row = rows.get(rows.size() - 1);
      if (line.text().startsWith("|-")) {
        rows.add(new ArrayList<>());
      } else if (line.text().startsWith("!")) {
        addCells(line.slice(1), "!!", row);
      } else if (line.text().startsWith("|") && !line.text().startsWith("|+")) {
        addCells(line.slice(1), "||", row);
      }
    }
    at++;
    rows.removeIf(List::isEmpty);
    return rows;
  }

  /** The next line, with those below it that begin no cell: they go on with its last one. */
  private SourceText wikiLine() {
    List<SourceText> parts = new ArrayList<>();
    do {
      parts.add(lines.get(at).strip());
      at++;
    } while (!beginsCell(lines.get(at).strip().text()));
    return WrappedCells.joined(parts);
  }

  private static boolean beginsCell(String line) {
    return line.startsWith("|") || line.startsWith("!") || isEnd(line);
  }

  private List<List<SourceText>> latex() {
    List<List<SourceText>> rows = new ArrayList<>();
    List<SourceText> parts = new ArrayList<>();
    for (; !isEnd(lines.get(at).text().strip()); at++) {
      SourceText line = lines.get(at).strip();
      int end = line.text().indexOf("\\\\");
      boolean ends = end >= 0;
      if (line.text().indexOf('&') >= 0 || !line.text().startsWith("\\")) {
        parts.add(ends ? line.slice(0, end) : line);
      }
      if (ends && !parts.isEmpty()) {
        List<SourceText> row = new ArrayList<>();
        addCells(WrappedCells.joined(parts), "&", row);
        rows.add(row);
        parts.clear();
      }
    }
    at++;
    return rows;
  }

  private static boolean isEnd(String line) {
    return line.startsWith("|}") || line.startsWith("\\end{");
  }

  private static void addCells(SourceText line, String mark, List<SourceText> row) {
    int to = 0;
    for (int from = 0; to >= 0; from = to + mark.length()) {
      to = line.text().indexOf(mark, from);
      while (to > 0 && line.charAt(to - 1) == '\\') {
        to = line.text().indexOf(mark, to + 1);
      }
      row.add(
          TextBuilder.without(line.slice(from, to < 0 ? line.length() : to), WIKI_MARKS).strip());
    }
  }
}
