package dev.unglue.extract.text;

import dev.unglue.model.Capture;
import dev.unglue.model.Line;
import dev.unglue.model.PageText;
import dev.unglue.model.SourceText;
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
   */
  public static PageText of(Capture capture) {
    boolean markdown = capture.ref().mediaType().equals(MARKDOWN);
    List<Line> lines = new ArrayList<>();
    for (List<SourceText> block : blocks(capture.text())) {
      for (SourceText paragraph : Wrapping.undo(block, capture.text())) {
        add(lines, paragraph, markdown);
      }
    }
    return new PageText(lines);
  }

  private static void add(List<Line> lines, SourceText paragraph, boolean markdown) {
    if (Marks.isUnderline(paragraph)) {
      headLast(lines, paragraph.charAt(0));
      return;
    }
    Line line = Marks.read(paragraph);
    SourceText text = CleanText.of(InlineMarkup.strip(line.text(), markdown)).strip();
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

  /** The lines that are not blank, in groups that no blank line parts. */
  private static List<List<SourceText>> blocks(String text) {
    List<List<SourceText>> blocks = new ArrayList<>();
    List<SourceText> block = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      SourceText line = SourceText.verbatim(text.substring(start, end), start).strip();
      if (!line.isEmpty()) {
        block.add(line);
      } else if (!block.isEmpty()) {
        blocks.add(block);
        block = new ArrayList<>();
      }
      start = next(text, end);
    }
    blocks.add(block);
    return blocks;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Whitespace.endsLine(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int next(String text, int end) {
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}
