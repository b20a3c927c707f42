package dev.unglue.extract;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.table.AlikeRows;
import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.NamedLists;
import dev.unglue.extract.table.PageLines;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page before anyone knows whom it is about.
 *
 * @param text its lines; those of tables are marked
 * @param lines its lines as printed, those of HTML tables left out
 * @param found what has the shape of a table, in the order of the page
 * @param alike elements that are built alike, which the subjects may show to be tables
 * @param rests what HTML tables hold beside
 * @param labels the labels that are known
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record FoundPage(
    PageText text,
    PageLines lines,
    List<FoundTable> found,
    List<HtmlGrid> alike,
    TableRests rests,
    Labels labels,
    Optional<String> address) {
  /** Copies the list. */
  public FoundPage {
    found = List.copyOf(found);
    alike = List.copyOf(alike);
  }

  /**
   * What the page holds, now that its subjects are known: the tables that their layout or their
   * labels show and, among the other lines, those below the names of the subjects.
   *
   * @param names the subjects by title or address; none where nothing names them
   */
  public PageContent content(SubjectNames names) {
    PageClues clues = new PageClues(labels, names, text);
    List<FoundTable> alikes = AlikeRows.find(alike, found, clues);
    PageContent shown = content(besides(alikes, names), clues);
    PageClues outside = new PageClues(labels, names, shown.text());
    List<FoundTable> more =
        NamedLists.find(
            OpenLines.outside(lines, shown.places()),
            OpenLines.outside(lines, List.of()),
            shown.open(),
            outside);
    return more.isEmpty()
        ? shown
        : content(Stream.concat(besides(alikes, names).stream(), more.stream()).toList(), clues);
  }

  /** What the layout shows, without lines that are parts of others, and these. */
  private List<FoundTable> besides(List<FoundTable> others, SubjectNames names) {
    Stream<FoundTable> kept =
        found.stream()
            .filter(table -> table.to() == 0 || !NamedCells.areAlone(table.cells(), names))
            .filter(table -> others.stream().noneMatch(each -> each.span().meets(table.span())));
    return Stream.concat(kept, others.stream())
        .sorted(Comparator.comparingInt(table -> table.span().start()))
        .toList();
  }

  private PageContent content(List<FoundTable> shapes, PageClues clues) {
    List<PageTable> tables = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    List<Span> apart = new ArrayList<>();
    PageClues known = clues;
    LoneHeads heads = new LoneHeads(clues);
    for (FoundTable shape : shapes) {
      FoundTable each = heads.headed(shape);
      List<PageTable> held =
          each.tables(known).stream().map(table -> NamedCells.bare(table, clues.names())).toList();
      for (PageTable table : held) {
        known = known.below(table);
        tables.add(table);
        places.add(held.size() == 1 ? each.span() : FoundTable.place(table.header(), table.rows()));
      }
      if (held.stream().allMatch(FoundPage::isApart)) {
        apart.add(each.span());
      }
    }
    return new PageContent(
        text.withTables(places),
        tables,
        places,
        OpenLines.of(lines, places),
        OpenLines.of(lines, apart),
        address);
  }

  /** True if the layout keeps cells apart; else only labels show that a table stands there. */
  private static boolean isApart(PageTable table) {
    return table.rows().stream().allMatch(row -> row.join() == Join.APART);
  }
}
