package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
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
      text = TextBuilder.without(text, STRONG);
    }
    return markdown && (text.text().indexOf('\\') >= 0 || text.text().indexOf('`') >= 0)
        ? TextBuilder.without(text, ESCAPE)
        : text;
  }

  private static SourceText links(SourceText line) {
    TextBuilder kept = new TextBuilder();
    Matcher link = LINK.matcher(line);
    int done = 0;
    while (link.find()) {
      kept.append(line, done, link.start());
      if (line.charAt(link.start()) != '!') {
        kept.append(line, link.start(1), link.end(1));
      }
      done = link.end();
    }
    kept.append(line, done, line.length());
    return kept.take();
  }
}
