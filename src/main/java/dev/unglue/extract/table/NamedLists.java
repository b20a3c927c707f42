package dev.unglue.extract.table;

import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tables that the names of the subjects show among lines that nobody took. */
public final class NamedLists {
  private NamedLists() {}

  /**
   * The tables of a page's lines.
   *
   * @param groups lines that follow each other, none of them blank
   * @param clues what the page tells; without names there is no such table
   */
  public static List<FoundTable> find(List<List<SourceText>> groups, PageClues clues) {
    if (clues.names().isEmpty()) {
      return List.of();
    }
    List<FoundTable> cards = SubjectCards.find(clues);
    if (!cards.isEmpty()) {
      return cards;
    }
    List<FoundTable> lists = SubjectLists.find(groups, clues.names());
    Predicate<SourceText> ends = ends(clues);
    return lists.isEmpty()
        ? groups.stream().flatMap(group -> below(group, clues, ends).stream()).toList()
        : lists;
  }

  private static List<FoundTable> below(
      List<SourceText> group, PageClues clues, Predicate<SourceText> ends) {
    List<FoundTable> named =
        NamedLines.find(group, clues.names(), clues.labels()::isMissingMark, ends);
    return named.isEmpty() ? GluedSentences.find(group, clues.names()).stream().toList() : named;
  }

  /** A heading, or one of the names, ends a table; ".go" is no name but may be a cell. */
  private static Predicate<SourceText> ends(PageClues clues) {
    Set<Integer> headings =
        clues.text().lines().stream()
            .filter(line -> line.kind() == Line.Kind.HEADING)
            .map(line -> line.text().span().start())
            .collect(Collectors.toSet());
    return line ->
        headings.contains(line.span().start())
            || (clues.names().contain(line) && Character.isLetterOrDigit(line.charAt(0)));
  }
}
