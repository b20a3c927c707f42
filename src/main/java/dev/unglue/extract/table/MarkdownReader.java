package dev.unglue.extract.table;

import dev.unglue.extract.text.InlineMarkdown;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A header, a separator line and rows: {@code | | A | B |}, {@code |---|---|---|}. Also {@code A |
 * B | C |} with {@code ---|---|---|}, and a separator of one column only ({@code |---|}).
 */
record MarkdownReader(Labels labels) implements TableReader {
  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    boolean headed = isSeparator(lines, from + 1) && !isSeparator(lines, from);
    if (!headed || !PipeCells.hasPipe(lines.get(from))) {
      return Optional.empty();
    }
    List<PipeCells> rows = new ArrayList<>();
    rows.add(plain(lines.get(from)));
    int at = from + 2;
    while (at < lines.size() && PipeCells.hasPipe(lines.get(at)) && !isNextHeader(lines, at)) {
      if (!isSeparator(lines, at)) {
        rows.add(plain(lines.get(at)));
      }
      at++;
    }
    int to = at;
    Optional<PageTable> table = PipeGrid.table(rows, Layout.MARKDOWN, labels);
    return table.map(found -> FoundTable.of(found, lines, from, to));
  }

  /** A line above a separator is a header, unless its label shows it to be one more row. */
  private boolean isNextHeader(PageLines lines, int at) {
    PipeCells row = plain(lines.get(at));
    boolean labelled = row.fill() > 1 && row.isLabelled(labels);
    return isSeparator(lines, at + 1) && !isSeparator(lines, at) && !labelled;
  }

  private static boolean isSeparator(PageLines lines, int at) {
    return at < lines.size()
        && PipeCells.hasPipe(lines.get(at))
        && PipeCells.of(lines.get(at)).isSeparator();
  }

  /** The cells of a line as the reader of the rendered page sees them. */
  private static PipeCells plain(SourceText line) {
    return PipeCells.of(InlineMarkdown.row(line));
  }
}
