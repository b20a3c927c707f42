package dev.unglue.extract.text;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** Reads plain text and Markdown as lines. */
public final class PlainText {
  private static final String MARKDOWN = "text/markdown";

  private PlainText() {}

  /**
   * The lines of a capture. Paragraphs that were wrapped to a fixed width are joined, Markdown
   * links are read as their text.
   *
   * @param printed its {@link #lines}
   */
  public static PageText of(Capture capture, List<SourceText> printed) {
    boolean markdown = capture.ref().mediaType().equals(MARKDOWN);
    List<Line> lines = new ArrayList<>();
    List<SourceText> run = new ArrayList<>();
    for (SourceText whole : printed) {
      SourceText line = whole.strip();
      if (line.isEmpty() || Wrapping.begins(line)) {
        Wrapping.undo(run, capture.text()).forEach(each -> add(lines, each, markdown));
        run.clear();
      }
      if (!line.isEmpty()) {
        run.add(line);
      }
    }
    Wrapping.undo(run, capture.text()).forEach(each -> add(lines, each, markdown));
    return new PageText(lines);
  }

  private static void add(List<Line> lines, SourceText paragraph, boolean markdown) {
    if (Marks.isUnderline(paragraph)) {
      headLast(lines, paragraph.charAt(0));
      return;
    }
    Line line = Marks.read(paragraph);
    SourceText read =
        markdown ? InlineMarkdown.line(line.text()) : InlineMarkdown.text(line.text());
    SourceText text = CleanText.unescaped(CleanText.of(read)).strip();
    if (!text.isEmpty()) {
      lines.add(new Line(text, line.kind()));
    }
  }

  /** A line of {@code =} or {@code -} makes a heading of the line above it. */
  private static void headLast(List<Line> lines, char rule) {
    int last = lines.size() - 1;
    if (last >= 0 && lines.get(last).kind() == Line.Kind.PLAIN && (rule == '=' || rule == '-')) {
      lines.set(last, new Line(lines.get(last).text(), Line.Kind.HEADING));
    }
  }

  /**
   * The lines of a text as they are printed, blank ones too, each without its line break and what
   * programs put before the text of others: marks of quotation, numbers of links.
   */
  public static List<SourceText> lines(String text) {
    List<SourceText> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Whitespace.endsLine(text.charAt(i))) {
        lines.add(SourceText.verbatim(text.substring(start, i), start));
        i += text.startsWith("\r\n", i) ? 1 : 0;
        start = i + 1;
      }
    }
    lines.add(SourceText.verbatim(text.substring(start), start));
    return LinkNumbers.removed(SourceMarks.removed(lines));
  }
}
