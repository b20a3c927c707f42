package dev.unglue.extract.table;

import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.SourceText;
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
    return TextBuilder.replace(line, MARKUP, mark -> mark.group().startsWith("<br") ? " " : "");
  }

  /** A cell without the backslash before a pipe of its own. */
  static SourceText unescaped(SourceText cell) {
    return cell.text().contains("\\|") ? TextBuilder.without(cell, ESCAPE) : cell;
  }
}
