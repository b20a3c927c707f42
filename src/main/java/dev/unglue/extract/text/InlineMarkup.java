package dev.unglue.extract.text;

import dev.unglue.model.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Markdown links as their text, and drops marks of emphasis, code and escape. */
final class InlineMarkup {
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]{0,500})\\]\\([^()\\s]{0,2000}(?: \"[^\"]{0,200}\")?\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*|__");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\\\`*_{}\\[\\]()#+.!|&<>~-])|`");

  private InlineMarkup() {}

  /**
   * The text as a reader of the rendered page sees it; images are dropped.
   *
   * @param markdown true if the capture is declared as Markdown, so that a backslash is an escape
   */
  static SourceText strip(SourceText line, boolean markdown) {
    SourceText text = line;
    if (text.text().contains("](")) {
      text = links(text);
    }
    if (text.text().contains("**") || text.text().contains("__")) {
      text = without(text, STRONG);
    }
    return markdown && (text.text().indexOf('\\') >= 0 || text.text().indexOf('`') >= 0)
        ? without(text, ESCAPE)
        : text;
  }

  private static SourceText links(SourceText line) {
    TextBuilder kept = new TextBuilder();
    Matcher link = LINK.matcher(line);
    int done = 0;
    while (link.find()) {
      copy(line, done, link.start(), kept);
      if (line.charAt(link.start()) != '!') {
        copy(line, link.start(1), link.end(1), kept);
      }
      done = link.end();
    }
    copy(line, done, line.length(), kept);
    return kept.take();
  }

  private static SourceText without(SourceText line, Pattern marks) {
    TextBuilder kept = new TextBuilder();
    Matcher mark = marks.matcher(line);
    int done = 0;
    while (mark.find()) {
      copy(line, done, mark.start(), kept);
      done = mark.end();
    }
    copy(line, done, line.length(), kept);
    return kept.take();
  }

  private static void copy(SourceText line, int from, int to, TextBuilder kept) {
    for (int i = from; i < to; i++) {
      kept.append(line.charAt(i), line.offsetAt(i), line.slice(i, i + 1).span().end());
    }
  }
}
