package dev.unglue.extract.table;

import dev.unglue.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as a reader sees it: emphasis marks and link targets are left out. */
final class MarkdownText {
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\*\\*|__(?=\\S)|(?<=\\S)__|`|!?\\[(?=[^\\]|]*\\]\\()|\\]\\([^)|\\s]*\\)"
              + "|<br ?/?>|</?(?:b|strong|i|em|u|small|span|font)(?: [^<>|]{0,80})?>");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\|)");

  private MarkdownText() {}

  /** The text without its markup; each character keeps its place. */
  static SourceText plain(SourceText line) {
    return without(line, MARKUP);
  }

  /** A cell without the backslash before a pipe of its own. */
  static SourceText unescaped(SourceText cell) {
    return cell.text().contains("\\|") ? without(cell, ESCAPE) : cell;
  }

  private static SourceText without(SourceText line, Pattern marks) {
    Matcher markup = marks.matcher(line.text());
    if (!markup.find()) {
      return line;
    }
    List<SourceText> kept = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    do {
      keep(line, at, markup.start(), kept, text);
      if (markup.group().startsWith("<br")) {
        kept.add(line.slice(markup.start(), markup.end()));
        text.append(' ');
      }
      at = markup.end();
    } while (markup.find());
    keep(line, at, line.length(), kept, text);
    int[] starts = kept.stream().mapToInt(part -> part.span().start()).toArray();
    int[] ends = kept.stream().mapToInt(part -> part.span().end()).toArray();
    return SourceText.mapped(text.toString(), starts, ends);
  }

  private static void keep(
      SourceText line, int from, int to, List<SourceText> kept, StringBuilder text) {
    for (int i = from; i < to; i++) {
      kept.add(line.slice(i, i + 1));
      text.append(line.charAt(i));
    }
  }
}
