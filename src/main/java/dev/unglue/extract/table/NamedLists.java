package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.table.sentence.GluedSentences;
import dev.unglue.extract.table.sentence.SentenceRows;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that the names of the subjects show among lines that nobody took. */
public final class NamedLists {
  /** Characters of the blank line between two rows. */
  private static final int MOST_BETWEEN = 6;

  private static final int LONGEST_OTHER = 16;

  private static final Comparator<FoundTable> BY_PLACE =
      Comparator.comparingInt(table -> table.span().start());

  /** What stands among the lines of a table and is no part of it. */
  private static final Pattern NO_CELL =
      Pattern.compile(
          "(?i)vs?\\.?|versus|advertisements?|sponsored|anzeige|werbung|publicit[ée]|publicidad");

  private NamedLists() {}

  /** The cards of a page, one for each subject. */
  public static List<FoundTable> cards(PageClues clues) {
    return SubjectCards.find(clues);
  }

  /**
   * The tables of a page's lines.
   *
   * @param open the lines outside tables, an empty one where a table stood
   * @param all gives the lines of tables, too
   * @param groups those that follow each other, none of them blank
   * @param clues what the page tells, which names the subjects
   */
  public static List<FoundTable> find(
      List<SourceText> open,
      Supplier<List<SourceText>> all,
      List<List<SourceText>> groups,
      PageClues clues) {
    List<FoundTable> cards = cards(clues);
    if (!cards.isEmpty()) {
      return cards;
    }
    Predicate<SourceText> headings = headings(clues);
    List<FoundTable> found = SubjectLists.find(open, all, clues.names(), headings);
    List<FoundTable> lists = found.isEmpty() ? VersusReader.named(open, clues.names()) : found;
    List<FoundTable> others = lists.isEmpty() ? sentences(open, clues.names()) : lists;
    return others.isEmpty() ? inGroups(groups, clues, headings) : others;
  }

  private static List<FoundTable> sentences(List<SourceText> open, SubjectNames names) {
    return SentenceRows.find(open, names).stream().map(FoundTable::of).toList();
  }

  /** Where one group is a table, those of which nothing shows it are kept as open rows. */
  private static List<FoundTable> inGroups(
      List<List<SourceText>> groups, PageClues clues, Predicate<SourceText> headings) {
    List<FoundTable> found = new ArrayList<>();
    List<FoundTable> open = new ArrayList<>();
    for (List<SourceText> group : joined(withoutOther(groups), clues.names())) {
      List<FoundTable> tables = below(group, clues, ends(clues, headings));
      found.addAll(tables);
      if (tables.isEmpty() && mayBeRows(group, clues.names())) {
        Row rest = Row.header(group.subList(clues.names().keys().size(), group.size()));
        PageTable table =
            new PageTable(Layout.LINES, Optional.empty(), List.of(rest), Sides.SHIFTED);
        open.add(FoundTable.of(table));
      }
    }
    return found.isEmpty() || open.isEmpty()
        ? found
        : Stream.concat(found.stream(), open.stream()).sorted(BY_PLACE).toList();
  }

  /** True for names and lines below them that have the number of those of whole rows. */
  private static boolean mayBeRows(List<SourceText> group, SubjectNames names) {
    int columns = names.keys().size();
    return group.size() > 2 * columns
        && (group.size() - columns) % (columns + 1) == 0
        && names.areExactly(group.subList(0, columns))
        && group.subList(columns, group.size()).stream()
            .noneMatch(line -> names.within(line).isPresent());
  }

  private static List<List<SourceText>> withoutOther(List<List<SourceText>> groups) {
    return groups.stream()
        .map(group -> group.stream().filter(line -> !isOther(line)).toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private static boolean isOther(SourceText line) {
    return line.length() <= LONGEST_OTHER && NO_CELL.matcher(line.text()).matches();
  }

  /** The groups, where the rows below the names, or all their lines, are a group each, as one. */
  private static List<List<SourceText>> joined(List<List<SourceText>> groups, SubjectNames names) {
    int columns = names.keys().size();
    List<List<SourceText>> joined = new ArrayList<>();
    boolean named = false;
    for (List<SourceText> group : groups) {
      int last = joined.size() - 1;
      boolean loose = isLoose(group);
      boolean isRow = loose || group.size() == columns + 1;
      if (named && isRow && isNear(joined.get(last), group)) {
        joined.get(last).addAll(group);
        named = !loose;
      } else {
        joined.add(new ArrayList<>(group));
        int from = group.size() - columns;
        named = from >= 0 && names.areExactly(group.subList(from, group.size()));
      }
    }
    return joined;
  }

  /** True for lines that blank lines part. */
  private static boolean isLoose(List<SourceText> group) {
    return group.size() > 1 && !CellText.areNext(group.get(0), group.get(1));
  }

  private static boolean isNear(List<SourceText> above, List<SourceText> below) {
    int end = above.get(above.size() - 1).span().end();
    return below.get(0).span().start() - end <= MOST_BETWEEN;
  }

  private static List<FoundTable> below(
      List<SourceText> group, PageClues clues, Predicate<SourceText> ends) {
    List<FoundTable> named =
        CentredRows.areParted(group) ? List.of() : NamedLines.find(group, clues, ends);
    return named.isEmpty()
        ? GluedSentences.find(group, clues.names())
            .map(FoundTable::of)
            .or(() -> CentredRows.find(group, clues.names()))
            .stream()
            .toList()
        : named;
  }

  private static Predicate<SourceText> headings(PageClues clues) {
    Set<Integer> headings =
        clues.text().lines().stream()
            .filter(line -> line.kind() == Line.Kind.HEADING)
            .map(line -> line.text().span().start())
            .collect(Collectors.toSet());
    return line -> headings.contains(line.span().start());
  }

  /** A heading, or one of the names, ends a table; ".go" is no name but may be a cell. */
  private static Predicate<SourceText> ends(PageClues clues, Predicate<SourceText> headings) {
    return headings.or(
        line -> clues.names().contain(line) && Character.isLetterOrDigit(line.charAt(0)));
  }
}
