package dev.unglue.extract.text;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Undoes the wrapping of paragraphs to a fixed width.
 *
 * <p>Text tools fill a line as far as it goes: in a wrapped paragraph the first word of each line
 * would not have fitted at the end of the line before. Lines that stand apart for a reason of their
 * own, such as the rows of a table, hardly ever have that property.
 */
final class Wrapping {
  private static final int NARROWEST = 50;
  private static final int WIDEST = 120;

  private Wrapping() {}

  /** True if a line carries a mark of its own, so that it continues no other. */
  static boolean begins(SourceText line) {
    return Marks.read(line).kind() != Line.Kind.PLAIN || Marks.isUnderline(line);
  }

  /**
   * The paragraph that lines make, or the lines.
   *
   * @param lines between which no line is blank or {@link #begins begins} anything
   * @param text the capture that they stand in
   */
  static List<SourceText> undo(List<SourceText> lines, String text) {
    int width = lines.stream().mapToInt(SourceText::length).max().orElse(0);
    boolean wrapped =
        lines.size() > 1
            && width >= NARROWEST
            && width <= WIDEST
            && IntStream.range(1, lines.size()).allMatch(i -> continues(lines, i, width));
    if (!wrapped) {
      return List.copyOf(lines);
    }
    int start = lines.get(0).span().start();
    int end = lines.get(lines.size() - 1).span().end();
    return List.of(
        arePrinted(lines, text)
            ? SourceText.verbatim(text.substring(start, end), start)
            : SourceText.join(lines));
  }

  /** True if the lines have lost nothing of what was printed: no link's number, no quotation. */
  private static boolean arePrinted(List<SourceText> lines, String text) {
    return IntStream.range(0, lines.size())
        .allMatch(
            i -> {
              Span line = lines.get(i).span();
              int next = i + 1 < lines.size() ? lines.get(i + 1).span().start() : line.end();
              return line.end() - line.start() == lines.get(i).length()
                  && text.substring(line.end(), next).isBlank();
            });
  }

  private static boolean continues(List<SourceText> lines, int at, int width) {
    SourceText before = lines.get(at - 1);
    boolean full = before.length() + 1 + Whitespace.next(lines.get(at), 0) > width;
    // Two lines alone prove little: there the first must also stop in the middle of a sentence.
    return full && (lines.size() > 2 || ".!?:".indexOf(before.charAt(before.length() - 1)) < 0);
  }
}
