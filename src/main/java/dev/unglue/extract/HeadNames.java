package dev.unglue.extract;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.field.NameJoins;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of a title as the heads of columns or cards have them, mostly in full: {@code Brio vs
 * Tavo} above {@code Brio 3 Plus} and {@code Norwick Tavo}.
 */
final class HeadNames {
  private static final int FEWEST_ROWS = 2;
  private static final int LONGEST_HEAD = 60;

  /** Names that a header in a line is cut into; the ways to cut it grow with each more. */
  private static final int MOST_CUT = 3;

  /** Lines of a page that are taken for such headers. */
  private static final int MOST_LINES = 10;

  /** Words that a head has beside the name of the title: a maker, a model, an edition. */
  private static final int MOST_WORDS = 4;

  private final FoundPage page;
  private final List<String> named;

  private HeadNames(FoundPage page, List<String> named) {
    this.page = page;
    this.named = named;
  }

  /**
   * The names in full; as they are where the page has them so, or where no heads, as many as they
   * are, hold one of them each.
   */
  static List<String> grown(FoundPage page, List<String> named) {
    if (named.size() < 2) {
      return named;
    }
    HeadNames names = new HeadNames(page, named);
    if (names.areHeads()) {
      return named;
    }
    return names
        .ofLines()
        .or(() -> Optional.of(names.ofElements()).filter(heads -> !heads.equals(named)))
        .or(() -> LeadNames.of(page, named))
        .orElse(named);
  }

  /** True if the names stand side by side as the title has them. */
  private boolean areHeads() {
    SubjectNames names = SubjectNames.of(named);
    return page.alike().stream()
            .flatMap(grid -> grid.rows().stream())
            .anyMatch(row -> names.areIn(row.cells()))
        || page.found().stream().flatMap(table -> table.cells().stream()).anyMatch(names::areIn);
  }

  private List<String> ofElements() {
    boolean alone =
        page.alike().isEmpty() || lines().containsAll(named.stream().map(HeadNames::key).toList());
    return alone ? named : ofColumns().or(this::ofCards).orElse(named);
  }

  /** The first header in a line that has the names, in this form or another. */
  private Optional<List<String>> ofLines() {
    String together = key(String.join("", named)).replace("-", "");
    int tried = 0;
    for (SourceText line : page.lines().lines()) {
      List<HeadLine> heads = tried < MOST_LINES ? HeadLine.of(line) : List.of();
      tried += heads.isEmpty() ? 0 : 1;
      for (HeadLine head : heads) {
        Optional<List<String>> names =
            key(head.cells().text()).replace("-", "").equals(together)
                ? Optional.of(named)
                : cut(head);
        if (names.isPresent()) {
          return names;
        }
      }
    }
    return Optional.empty();
  }

  /** The names in such a header, if there is one way to cut it. */
  private Optional<List<String>> cut(HeadLine head) {
    if (named.size() > MOST_CUT) {
      return Optional.empty();
    }
    List<List<String>> ways =
        head.cut(named.size(), this::mayBeHead).stream()
            .flatMap(cells -> held(cells).stream())
            .filter(names -> head.glued() || names.stream().allMatch(this::isSaid))
            .toList();
    return Optional.of(ways).filter(one -> one.size() == 1).map(one -> one.get(0));
  }

  /** A column of remarks behind the names is no part of the last of them. */
  private boolean mayBeHead(SourceText cell) {
    String last = cell.text().substring(cell.text().lastIndexOf(' ') + 1);
    return named.stream().anyMatch(name -> areAlike(cell.text(), name))
        && !HeaderWords.isRemark(last);
  }

  /** Where blanks join cells, only the rest of the page tells where a name ends. */
  private boolean isSaid(String head) {
    return page.lines().lines().stream()
        .anyMatch(line -> holds(line.text(), head) && HeadLine.of(line).isEmpty());
  }

  /** What stands alone on a line; a plural is another word, such as one of a menu. */
  private Set<String> lines() {
    Set<String> lines = new HashSet<>();
    for (Line line : page.text().lines()) {
      if (line.text().length() <= LONGEST_HEAD) {
        lines.add(key(line.text().text()));
      }
    }
    return lines;
  }

  /** What stands above the columns of elements built alike. */
  private Optional<List<String>> ofColumns() {
    return page.alike().stream()
        .flatMap(this::rowsAbove)
        .flatMap(row -> held(row).stream())
        .findFirst();
  }

  private Stream<List<SourceText>> rowsAbove(HtmlGrid grid) {
    List<HtmlRow> rows = grid.rows();
    boolean labelled = rows.get(rows.size() - 1).cells().size() == named.size() + 1;
    return rows.stream()
        .limit(labelled ? rows.size() - FEWEST_ROWS : 0)
        .map(row -> row.cells().stream().filter(HeadNames::saysSomething).toList());
  }

  /** False for an empty corner, and for the word between two names. */
  private static boolean saysSomething(SourceText cell) {
    return !cell.isEmpty() && !NameJoins.PATTERN.matcher(" " + cell.text() + " ").matches();
  }

  /** The lines above pairs of a label and a value. */
  private Optional<List<String>> ofCards() {
    PageClues clues = new PageClues(page.labels(), SubjectNames.of(named), page.text());
    return held(
        page.alike().stream()
            .filter(grid -> grid.rows().stream().allMatch(row -> row.cells().size() == 2))
            .flatMap(grid -> clues.lineAbove(grid.place().start()).stream())
            .toList());
  }

  /**
   * The heads in the order of the names, if each of them holds one of these, or a part, and no
   * sentence.
   */
  private Optional<List<String>> held(List<SourceText> heads) {
    if (heads.size() != named.size()) {
      return Optional.empty();
    }
    List<String> grown = new ArrayList<>();
    Set<String> added = new HashSet<>();
    for (String name : named) {
      List<String> holding =
          heads.stream().map(SourceText::text).filter(head -> areAlike(head, name)).toList();
      if (holding.size() != 1 || grown.contains(holding.get(0)) || !isName(holding.get(0), name)) {
        return Optional.empty();
      }
      grown.add(holding.get(0));
      added.add(key(holding.get(0)).replace(key(name), "-"));
    }
    return Optional.of(grown).filter(names -> added.size() > 1);
  }

  /** True if one of them holds the other. */
  private static boolean areAlike(String head, String name) {
    return holds(head, name) || holds(name, head);
  }

  private static boolean holds(String whole, String part) {
    return key(whole).contains(key(part));
  }

  private static String key(String name) {
    return "-" + Subject.slugOf(name) + "-";
  }

  /** True for few more words, none of which begins with a small letter as those of a sentence. */
  private static boolean isName(String head, String name) {
    String[] words = head.split(" +");
    return head.length() <= LONGEST_HEAD
        && words.length <= name.split(" ").length + MOST_WORDS
        && (Stream.of(words)
                .noneMatch(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
            || holds(name, head));
  }
}
