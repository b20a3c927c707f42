package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tables that the names of the subjects show among lines that nobody took. */
public final class NamedLists {
  /** Characters of the blank line between two rows. */
  private static final int MOST_BETWEEN = 6;

  private NamedLists() {}

  /**
   * The tables of a page's lines.
   *
   * @param open the lines outside tables, an empty one where a table stood
   * @param all the lines of tables, too
   * @param groups those that follow each other, none of them blank
   * @param clues what the page tells; without names there is no such table
   */
  public static List<FoundTable> find(
      List<SourceText> open, List<SourceText> all, List<List<SourceText>> groups, PageClues clues) {
    if (clues.names().isEmpty()) {
      return List.of();
    }
    List<FoundTable> cards = SubjectCards.find(clues);
    if (!cards.isEmpty()) {
      return cards;
    }
    List<FoundTable> lists = SubjectLists.find(open, all, clues.names());
    Predicate<SourceText> ends = ends(clues);
    return lists.isEmpty()
        ? joined(groups, clues.names()).stream()
            .flatMap(group -> below(group, clues, ends).stream())
            .toList()
        : lists;
  }

  /** The groups, where the rows below the names are a group each, as one. */
  private static List<List<SourceText>> joined(List<List<SourceText>> groups, SubjectNames names) {
    int columns = names.keys().size();
    List<List<SourceText>> joined = new ArrayList<>();
    boolean named = false;
    for (List<SourceText> group : groups) {
      int last = joined.size() - 1;
      if (named && group.size() == columns + 1 && isNear(joined.get(last), group)) {
        joined.get(last).addAll(group);
      } else {
        joined.add(new ArrayList<>(group));
        int from = group.size() - columns;
        named = from >= 0 && names.areExactly(group.subList(from, group.size()));
      }
    }
    return joined;
  }

  private static boolean isNear(List<SourceText> above, List<SourceText> below) {
    int end = above.get(above.size() - 1).span().end();
    return below.get(0).span().start() - end <= MOST_BETWEEN;
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
