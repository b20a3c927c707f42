package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A card for each subject of the title: its name on a line of its own, and below it lines like
 * {@code Weight: 203 g}, or a label with a colon and the cell below it. Where one subject has no
 * card, or its labels are others, there are none.
 */
final class SubjectCards {
  private static final String REST =
      "its labels stand below the last subject, and no other subject has such";

  private static final SourceText NONE = SourceText.verbatim("", 0);

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_CELL = 160;
  private static final int FEWEST_ROWS = 2;

  /** Items below one label. */
  private static final int MOST_ITEMS = 8;

  /** Characters of a blank line at least, with the end of the one before. */
  private static final int BLANK_LINE = 2;

  private final List<Line> lines;
  private final SubjectNames names;

  /** Of each line, false if none of the names can stand in it. */
  private final boolean[] mayBeNamed;

  private final Set<String> recordLabels;

  private SubjectCards(List<Line> lines, SubjectNames names) {
    this.lines = lines;
    this.names = names;
    this.mayBeNamed = new boolean[lines.size()];
    for (int at = 0; at < mayBeNamed.length; at++) {
      mayBeNamed[at] = names.mayBeIn(lines.get(at).text());
    }
    this.recordLabels = recordLabels();
  }

  /**
   * The cards of a page, each a table of one column.
   *
   * @param clues the lines of the page, those of tables marked, and the names of the title
   */
  static List<FoundTable> find(PageClues clues) {
    List<Card> read = new SubjectCards(clues.text().lines(), clues.names()).read();
    Set<Integer> subjects = read.stream().map(Card::subject).collect(Collectors.toSet());
    if (subjects.size() < Math.max(2, clues.names().keys().size())) {
      return List.of();
    }
    Set<String> shared = shared(read);
    List<Card> cards = read.stream().map(card -> card.sure(shared)).toList();
    boolean alike = cards.stream().allMatch(card -> card.isLike(shared));
    return alike ? found(cards, shared) : List.of();
  }

  private static List<FoundTable> found(List<Card> cards, Set<String> shared) {
    List<Card> before = cards.subList(0, cards.size() - 1);
    Card last = cards.get(before.size());
    int end = last.end(shared);
    boolean whole = before.stream().allMatch(card -> card.end(shared) == card.rows().size());
    boolean rest = whole && end < last.rows().size() && last.isSetOff(end);
    return Stream.concat(
            before.stream().map(Card::found), rest ? last.parted(end) : Stream.of(last.found()))
        .toList();
  }

  /**
   * What stands below the name of a subject.
   *
   * @param subject its number
   * @param name its name as it is printed
   * @param rows its rows
   * @param dense how many of them there are before another line
   */
  private record Card(int subject, SourceText name, List<Row> rows, int dense) {
    /**
     * With those rows alone that belong to it: behind another line, and for a sentence at the end,
     * it must be a label of several subjects.
     */
    Card sure(Set<String> shared) {
      List<Row> sure = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        boolean sentence = i == dense - 1 && row.cells().get(0).text().endsWith(".");
        if ((i < dense && !sentence) || shared.contains(row.label().text())) {
          sure.add(row);
        }
      }
      return new Card(subject, name, sure, sure.size());
    }

    /** True if two of its labels and more are of several subjects. */
    boolean isLike(Set<String> shared) {
      return rows.stream().filter(row -> shared.contains(row.label().text())).count()
          >= FEWEST_ROWS;
    }

    /** One past the last row whose label several subjects have. */
    int end(Set<String> shared) {
      int end = rows.size();
      while (end > 0 && !shared.contains(rows.get(end - 1).label().text())) {
        end--;
      }
      return end;
    }

    /** True for a row with more space above it than the rows before, or with other marks in it. */
    boolean isSetOff(int at) {
      return IntStream.range(1, at).allMatch(i -> space(i) < space(at))
          || IntStream.range(0, at).noneMatch(i -> marks(i) == marks(at));
    }

    private int space(int at) {
      return rows.get(at).label().span().start() - rows.get(at - 1).cells().get(0).span().end();
    }

    private int marks(int at) {
      Row row = rows.get(at);
      return row.cells().get(0).span().start() - row.label().span().end();
    }

    FoundTable found() {
      return FoundTable.of(new PageTable(Layout.LINES, List.of(name), rows, Sides.KEPT));
    }

    /** Two tables: what stands below the last card may be lines of the page. */
    Stream<FoundTable> parted(int end) {
      List<Row> below = rows.subList(end, rows.size());
      PageTable rest = new PageTable(Layout.LINES, below).withUnclear(REST);
      return Stream.of(
          new Card(subject, name, rows.subList(0, end), end).found(),
          FoundTable.below(List.of(name), rest));
    }
  }

  /** The labels that several subjects have. */
  private static Set<String> shared(List<Card> cards) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Card card : cards) {
      for (Row row : card.rows()) {
        String label = row.label().text();
        Integer other = first.putIfAbsent(label, card.subject());
        if (other != null && other != card.subject()) {
          shared.add(label);
        }
      }
    }
    return shared;
  }

  private List<Card> read() {
    List<Card> cards = new ArrayList<>();
    for (int at = 0; at + 1 < lines.size(); at++) {
      SourceText name = isOutside(at) ? name(at) : NONE;
      if (!name.isEmpty()) {
        Card card = card(name, at + 1);
        if (card.dense() >= FEWEST_ROWS) {
          cards.add(card);
        }
      }
    }
    return cards;
  }

  /**
   * The name that begins a card, alone on its line or behind its number; or, as the first line of a
   * record, behind a label: {@code Name : Alpha}. Empty for any other line.
   */
  private SourceText name(int at) {
    if (!mayBeNamed[at]) {
      return NONE;
    }
    SourceText line = lines.get(at).text();
    SourceText name = LinePair.bareName(withoutNumber(LinePair.withoutColon(line)));
    SourceText brief = withoutBracket(name);
    if (names.contain(name) || names.contain(brief)) {
      return names.contain(name) ? name : brief;
    }
    Optional<Row> record = !recordLabels.isEmpty() && isFirst(at) ? row(line) : Optional.empty();
    return record
        .filter(row -> recordLabels.contains(row.label().text()))
        .map(row -> row.cells().get(0))
        .filter(names::contain)
        .orElse(NONE);
  }

  /** True for a line below a blank one, or below one that is no row. */
  private boolean isFirst(int at) {
    if (at == 0) {
      return true;
    }
    return row(lines.get(at - 1).text()).isEmpty()
        || (lines.get(at).kind() == Line.Kind.PLAIN && space(at) >= BLANK_LINE);
  }

  /** Labels behind which each of the names stands, once and alone. */
  private Set<String> recordLabels() {
    Map<String, List<SourceText>> named = new HashMap<>();
    for (int at = 0; at < mayBeNamed.length; at++) {
      if (mayBeNamed[at]) {
        row(lines.get(at).text())
            .filter(row -> names.contain(row.cells().get(0)))
            .ifPresent(
                row ->
                    named
                        .computeIfAbsent(row.label().text(), label -> new ArrayList<>())
                        .add(row.cells().get(0)));
      }
    }
    return named.entrySet().stream()
        .filter(each -> names.areExactly(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static SourceText withoutNumber(SourceText text) {
    int end = 0;
    while (end < text.length() && Digits.is(text.charAt(end))) {
      end++;
    }
    boolean numbered =
        end > 0 && (text.text().startsWith(". ", end) || text.text().startsWith(") ", end));
    return numbered ? text.slice(end + 1).strip() : text;
  }

  /** A name without what stands in brackets behind it: {@code Alpha (AL)}. */
  private static SourceText withoutBracket(SourceText name) {
    int open = name.text().endsWith(")") ? name.text().lastIndexOf(" (") : -1;
    return open > 0 ? name.slice(0, open) : name;
  }

  /** A card: at first its rows are all items of a list or none; then one line may part them. */
  private Card card(SourceText name, int from) {
    List<Row> rows = new ArrayList<>();
    Line.Kind kind = lines.get(from).kind();
    int dense = -1;
    boolean other = false;
    for (int at = from; at < lines.size() && isOutside(at); at++) {
      List<SourceText> below = below(at);
      Optional<Row> row = below.isEmpty() ? row(lines.get(at).text()) : stacked(at, below);
      if (dense < 0 && (row.isEmpty() || lines.get(at).kind() != kind)) {
        dense = rows.size();
      }
      if (!name(at).isEmpty() || (row.isEmpty() && other)) {
        break;
      }
      row.ifPresent(rows::add);
      other = row.isEmpty();
      at += below.size();
    }
    return new Card(names.indexOf(name), name, rows, dense < 0 ? rows.size() : dense);
  }

  /** The items below a line that ends with a colon, or the one line there. */
  private List<SourceText> below(int label) {
    List<SourceText> below = new ArrayList<>();
    int at = label + 1;
    if (!lines.get(label).text().text().endsWith(":") || at == lines.size()) {
      return below; // nearly all lines
    }
    Line.Kind kind = lines.get(at).kind();
    int most = kind == Line.Kind.ITEM ? MOST_ITEMS : kind == Line.Kind.PLAIN ? 1 : 0;
    while (at < lines.size() && below.size() < most && isCell(at, kind)) {
      below.add(lines.get(at).text());
      at++;
    }
    boolean goesOn = at < lines.size() && isCell(at, kind) && space(at) <= space(label + 1);
    return goesOn ? List.of() : below;
  }

  private int space(int at) {
    return lines.get(at).text().span().start() - lines.get(at - 1).text().span().end();
  }

  private boolean isCell(int at, Line.Kind kind) {
    SourceText text = lines.get(at).text();
    return lines.get(at).kind() == kind
        && text.length() <= LONGEST_CELL
        && !text.text().endsWith(":")
        && name(at).isEmpty();
  }

  private Optional<Row> stacked(int label, List<SourceText> below) {
    SourceText text = LinePair.withoutColon(lines.get(label).text());
    return isLabel(text)
        ? Optional.of(new Row(text, List.of(SourceText.join(below))))
        : Optional.empty();
  }

  private boolean isOutside(int at) {
    return lines.get(at).kind() != Line.Kind.TABLE;
  }

  /** A label and a cell; what stands before a name is no label of its own. */
  private Optional<Row> row(SourceText line) {
    return LinePair.of(line, this::isLabel)
        .filter(pair -> pair.right().length() <= LONGEST_CELL)
        .map(pair -> new Row(pair.left(), List.of(pair.right())));
  }

  private boolean isLabel(SourceText text) {
    return !text.isEmpty() && text.length() <= LONGEST_LABEL && !names.contain(text);
  }
}
