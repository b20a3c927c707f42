package dev.unglue.extract.page;

import dev.unglue.model.Line;
import dev.unglue.model.PageTable;
import dev.unglue.model.PageText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a page holds, before anything is split or typed.
 *
 * @param text its lines; those of tables are marked
 * @param tables its tables, in the order of the page
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record PageContent(PageText text, List<PageTable> tables, Optional<String> address) {
  /** Copies the tables. */
  public PageContent {
    tables = List.copyOf(tables);
  }

  /** All text outside tables, lower case, a line break between lines. */
  public String prose() {
    return text.lines().stream()
        .filter(line -> line.kind() != Line.Kind.TABLE)
        .map(line -> line.text().text().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
