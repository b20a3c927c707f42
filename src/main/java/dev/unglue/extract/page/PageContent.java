package dev.unglue.extract.page;

import dev.unglue.model.Line;
import dev.unglue.model.PageTable;
import dev.unglue.model.PageText;
import dev.unglue.model.SourceText;
import dev.unglue.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a page holds, before anything is split or typed.
 *
 * @param text its lines; those of tables are marked
 * @param tables its tables, in the order of the page
 * @param open groups of lines that belong to none of the tables, each without a blank line in it; a
 *     table that its layout does not show may stand there
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record PageContent(
    PageText text, List<PageTable> tables, List<List<SourceText>> open, Optional<String> address) {
  /** Copies the lists. */
  public PageContent {
    tables = List.copyOf(tables);
    open = open.stream().map(List::copyOf).toList();
  }

  /** The same content with more lines that turned out to be parts of tables. */
  public PageContent withTables(List<Span> places) {
    return new PageContent(text.withTables(places), tables, open, address);
  }

  /** All text outside tables, lower case, a line break between lines. */
  public String prose() {
    return text.lines().stream()
        .filter(line -> line.kind() != Line.Kind.TABLE)
        .map(line -> line.text().text().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
