package dev.unglue.extract;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.table.AlikeRows;
import dev.unglue.extract.table.CorneredLines;
import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.NamedLists;
import dev.unglue.extract.table.PageLines;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page before anyone knows whom it is about.
 *
 * @param text its lines; those of tables are marked
 * @param plain the same; of those that no element shows to be of a table, none is marked
 * @param lines its lines as printed, those of HTML tables left out
 * @param found what has the shape of a table, in the order of the page
 * @param alike elements that are built alike, which the subjects may show to be tables
 * @param rests what HTML tables hold beside
 * @param labels the labels that are known
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record FoundPage(
    PageText text,
    PageText plain,
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
   * The names of the title as the heads of its columns or cards have them, where these hold them.
   */
  public List<String> inFull(List<String> named) {
    return HeadNames.grown(this, named);
  }

  /**
   * What the page holds, now that its subjects are known: the tables that their layout or their
   * labels show and, among the other lines, those below the names of the subjects.
   *
   * @param names the subjects by title or address; none where nothing names them
   */
  public PageContent content(SubjectNames names) {
    PageClues clues = new PageClues(labels, names, text);
    OpenLines printed = new OpenLines(lines);
    List<FoundTable> shapes = besides(AlikeRows.find(alike, found, clues), names);
    PageContent shown = content(shapes, clues, printed);
    if (names.isEmpty()) {
      return orCornered(shown, clues, printed);
    }
    List<SourceText> outside = printed.outside(shown.places());
    List<FoundTable> more =
        NamedLists.find(
            outside,
            () -> printed.outside(List.of()),
            shown.open(),
            new PageClues(labels, names, shown.text()));
    if (more.isEmpty() && shown.tables().isEmpty()) {
      more = new MiddleLabels(names).find(shown.open());
    }
    if (more.isEmpty()) {
      return orCornered(shown, clues, printed);
    }
    List<FoundTable> all = new ArrayList<>(shapes);
    all.addAll(more);
    return content(all, clues, printed);
  }

  /** Where nothing else shows a table, what a corner above the names of its columns shows. */
  private PageContent orCornered(PageContent shown, PageClues clues, OpenLines printed) {
    return shown.tables().isEmpty() ? content(CorneredLines.find(lines), clues, printed) : shown;
  }

  /** What the layout shows, without lines that are parts of others or of cards, and these. */
  private List<FoundTable> besides(List<FoundTable> others, SubjectNames names) {
    if (names.isEmpty()) {
      return found;
    }
    List<FoundTable> all = new ArrayList<>(found);
    if (all.stream().anyMatch(FoundTable::isOfLabels)) {
      PageClues clues = new PageClues(labels, names, plain);
      List<FoundTable> cards = NamedLists.cards(clues);
      all.removeIf(
          each ->
              each.isOfLabels()
                  && (each.meetsAny(cards)
                      || each.tables(clues).stream()
                          .anyMatch(table -> NamedCells.cutNames(table, names))));
    }
    all.removeIf(table -> table.to() > 0 && NamedCells.areAlone(table.cells(), names));
    all.removeIf(table -> table.meetsAny(others));
    all.addAll(others);
    all.sort(Comparator.comparingInt(table -> table.span().start()));
    return all;
  }

  private PageContent content(List<FoundTable> shapes, PageClues clues, OpenLines printed) {
    List<PageTable> tables = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    List<Span> apart = new ArrayList<>();
    PageClues known = clues;
    LoneHeads heads = new LoneHeads(clues);
    for (FoundTable shape : shapes) {
      FoundTable each = heads.headed(shape);
      List<PageTable> held = each.tables(known);
      boolean keepsApart = true;
      for (PageTable found : held) {
        PageTable table = NamedCells.bare(found, clues.names());
        known = known.below(table);
        tables.add(table);
        places.add(held.size() == 1 ? each.span() : FoundTable.place(table.header(), table.rows()));
        keepsApart &= isApart(table);
      }
      if (keepsApart) {
        apart.add(each.span());
      }
    }
    List<List<SourceText>> open = printed.groups(places);
    return new PageContent(
        plain.withTables(places),
        tables,
        places,
        open,
        apart.equals(places) ? open : printed.groups(apart),
        address);
  }

  /** True if the layout keeps cells apart; else only labels show that a table stands there. */
  private static boolean isApart(PageTable table) {
    return table.rows().stream().allMatch(Row::isApart);
  }
}
