package dev.unglue.extract.table;

import dev.unglue.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as a reader sees it: emphasis marks and link targets are left out. */
final class MarkdownText {
  private static final Pattern MARKUP =
      Pattern.compile("\\*\\*|__(?=\\S)|(?<=\\S)__|`|!?\\[(?=[^\\]|]*\\]\\()|\\]\\([^)|\\s]*\\)");

  private MarkdownText() {}

  /** The text without its markup; each character keeps its place. */
  static SourceText plain(SourceText line) {
    Matcher markup = MARKUP.matcher(line.text());
    if (!markup.find()) {
      return line;
    }
    List<Integer> kept = new ArrayList<>();
    int at = 0;
    do {
      keep(kept, at, markup.start());
      at = markup.end();
    } while (markup.find());
    keep(kept, at, line.length());
    StringBuilder text = new StringBuilder();
    kept.forEach(i -> text.append(line.charAt(i)));
    int[] starts = kept.stream().mapToInt(line::offsetAt).toArray();
    int[] ends = kept.stream().mapToInt(i -> line.slice(i, i + 1).span().end()).toArray();
    return SourceText.mapped(text.toString(), starts, ends);
  }

  private static void keep(List<Integer> kept, int from, int to) {
    for (int i = from; i < to; i++) {
      kept.add(i);
    }
  }
}
