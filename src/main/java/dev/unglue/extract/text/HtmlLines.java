package dev.unglue.extract.text;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a parsed page and collects its lines. */
final class HtmlLines implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "noscript", "textarea", "svg", "iframe");
  private static final Set<String> HEADINGS = Set.of("title", "h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> BREAKS = Set.of("br", "hr", "button", "option", "td", "th");

  private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none");
  private static final Pattern NOTE =
      Pattern.compile("(?:\\[[^\\]]{1,12}\\]\\s*)+|\\(\\d{1,2}\\)|[*†‡§¶]{1,3}");

  private final String html;
  private final Entities entities;
  private final TextBuilder line = new TextBuilder();
  private final List<Line> lines = new ArrayList<>();
  private final Set<Element> dataTables = new HashSet<>();
  private int silent;
  private int headings;
  private int preformatted;
  private boolean freshItem;
  private int blankStart = -1;
  private int blankEnd;

  HtmlLines(String html) {
    this.html = html;
    this.entities = new Entities(html);
  }

  /** The lines so far; call it when the walk is over. */
  List<Line> lines() {
    flush();
    return lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (silent == 0 && text.sourceRange().isTracked()) {
        read(text.sourceRange().startPos(), text.sourceRange().endPos());
      }
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  private void enter(Element element) {
    String name = element.normalName();
    if (breaksLine(element)) {
      flush();
    }
    if (name.equals("table") && isDataTable(element)) {
      dataTables.add(element);
    }
    if (name.equals("li")) {
      freshItem = true;
    }
    if (name.equals("sup") && !line.isEmpty() && !isSilent(element)) {
      raise(element);
    }
    count(element, 1);
  }

  /** A raised number behind a digit is an exponent or a note, never one more digit. */
  private void raise(Element element) {
    boolean digits = Digits.is(line.last()) && element.text().matches("[-−]?\\d.*");
    if (digits && blankStart < 0) {
      line.append('^', element.sourceRange().startPos(), element.sourceRange().endPos());
    }
  }

  private void leave(Element element) {
    if (breaksLine(element)) {
      flush();
    }
    dataTables.remove(element);
    if (element.normalName().equals("li")) {
      freshItem = false;
    }
    count(element, -1);
  }

  private void count(Element element, int step) {
    String name = element.normalName();
    silent += isSilent(element) ? step : 0;
    headings += HEADINGS.contains(name) ? step : 0;
    preformatted += name.equals("pre") ? step : 0;
  }

  /** True for what a browser does not show as text, and for the mark of a footnote. */
  private static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style")).find()
        || (element.normalName().equals("sup") && NOTE.matcher(element.text()).matches());
  }

  private static boolean breaksLine(Element element) {
    return element.isBlock() || BREAKS.contains(element.normalName());
  }

  /** A table that holds headings or other tables only lays out the page. */
  private static boolean isDataTable(Element table) {
    return table.selectFirst("h1, h2, h3, h4") == null && table.select("table").size() == 1;
  }

  private void read(int start, int end) {
    int at = start;
    int limit = Math.min(end, html.length());
    while (at < limit) {
      Entities.Read read = entities.read(at, limit);
      add(read.text(), at, read.end());
      at = read.end();
    }
  }

  private void add(String text, int start, int end) {
    char c = text.charAt(0);
    if (c != '\u00a0' && Whitespace.is(c)) {
      addBlank(c, start, end);
      return;
    }
    if (blankStart >= 0 && !line.isEmpty()) {
      line.append(' ', blankStart, blankEnd);
    }
    blankStart = -1;
    line.append(text, start, end);
  }

  private void addBlank(char c, int start, int end) {
    if (preformatted > 0 && Whitespace.endsLine(c)) {
      flush();
    } else if (preformatted > 0 && !line.isEmpty()) {
      line.append(c, start, end);
    } else {
      blankStart = blankStart < 0 ? start : blankStart;
      blankEnd = end;
    }
  }

  private void flush() {
    blankStart = -1;
    if (line.isEmpty()) {
      return;
    }
    SourceText text = CleanText.of(line.take()).strip();
    if (!text.isEmpty()) {
      lines.add(kindOf(text));
    }
  }

  private Line kindOf(SourceText text) {
    if (!dataTables.isEmpty()) {
      return new Line(text, Line.Kind.TABLE);
    }
    if (freshItem) {
      freshItem = false;
      return new Line(Marks.item(text).text(), Line.Kind.ITEM);
    }
    return headings > 0
        ? new Line(text, Line.Kind.HEADING)
        : preformatted > 0 ? Marks.read(text) : Marks.item(text);
  }
}
