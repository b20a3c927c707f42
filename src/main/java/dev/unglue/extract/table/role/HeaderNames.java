package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of the title in a header whose cells hold more: a price, a badge, a link. What stands
 * beside a name may be a part of another one ({@code Brio 300 Pro}), so it is left out only where a
 * sign begins it, or where all cells that hold more hold the same words.
 */
final class HeaderNames {
  private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹";

  /** A sign that begins what is no part of a name. */
  private static final String SIGNS = "$€£¥([|+★☆•·–—:" + RAISED;

  private static final Set<Integer> STARS = Set.of((int) '★', (int) '☆', 0x2B50);

  /** Characters of {@code </p>}. */
  private static final int SHORTEST_END = 4;

  private HeaderNames() {}

  /** The row with the names alone where each of them stands in just one cell; else as it is. */
  static CellRow bare(CellRow printed, SubjectNames names) {
    List<SourceText> unbadged = new ArrayList<>(printed.cells());
    unbadged.replaceAll(cell -> unbadged(cell.strip(), names));
    CellRow header = printed.with(unbadged);
    if (names.isEmpty()) {
      return header.with(unpriced(unbadged));
    }
    if (names.areIn(header.cells())) {
      return header.with(header.cells().stream().map(HeaderNames::signless).toList());
    }
    List<SourceText> cells = new ArrayList<>();
    List<String> rests = new ArrayList<>();
    List<SourceText> found = new ArrayList<>();
    for (SourceText cell : header.cells()) {
      Optional<SourceText> name =
          names.within(cell).or(() -> glued(cell, names)).or(() -> unmarked(cell, names));
      name.ifPresent(found::add);
      name.filter(each -> each.length() < cell.length() && !isParted(cell, each))
          .ifPresent(each -> rests.add(rest(cell, each)));
      cells.add(name.orElse(cell));
    }
    boolean each = names.areExactly(found);
    boolean same = rests.stream().distinct().count() == 1 && rests.get(0).indexOf(' ') > 0;
    return each && (same || rests.stream().allMatch(HeaderNames::isSigned))
        ? header.with(cells)
        : header;
  }

  /** Without badges that marks of the page part from the name, such as {@code Best value}. */
  private static SourceText unbadged(SourceText cell, SubjectNames names) {
    int end = names.contain(cell) ? 0 : cell.length();
    for (int at = 1; at < end; at++) {
      if (isEdge(cell, at)) {
        SourceText before = cell.slice(0, at).strip();
        SourceText behind = cell.slice(at).strip();
        if (HeaderWords.isBadge(before.text()) || HeaderWords.isBadge(behind.text())) {
          return unbadged(HeaderWords.isBadge(before.text()) ? behind : before, names);
        }
      }
    }
    return cell;
  }

  /**
   * The cells of a page without a title that compares, without the price below each name, whose
   * words are the same in all that have one: {@code from $14} and {@code from $21}.
   */
  private static List<SourceText> unpriced(List<SourceText> cells) {
    List<SourceText> priced = cells.stream().filter(cell -> isPrice(cell.text())).toList();
    for (int at = 1; priced.size() > 1 && at < priced.get(0).length(); at++) {
      String price = priceFrom(priced.get(0), at);
      boolean each = priced.stream().allMatch(cell -> unpriced(cell, price).isPresent());
      List<SourceText> bare =
          cells.stream().map(cell -> unpriced(cell, price).orElse(cell)).toList();
      if (each && areDistinct(bare)) {
        return bare;
      }
    }
    return cells;
  }

  private static boolean areDistinct(List<SourceText> cells) {
    return cells.stream().map(SourceText::text).distinct().count() == cells.size();
  }

  /** What stands before a price of those words; absent where no name does. */
  private static Optional<SourceText> unpriced(SourceText cell, String price) {
    for (int at = 1; !price.isEmpty() && at < cell.length(); at++) {
      if (priceFrom(cell, at).equals(price)) {
        return Optional.of(cell.slice(0, at).strip())
            .filter(name -> name.text().codePoints().anyMatch(Character::isLetter))
            .filter(name -> !isPrice(name.text()));
      }
    }
    return Optional.empty();
  }

  /** The words of the price that an element begins at a place; empty where none does. */
  private static String priceFrom(SourceText cell, int at) {
    String price = isEdge(cell, at) ? cell.text().substring(at) : "";
    return isPrice(price) ? price.replaceAll("[0-9.,\\s]", "") : "";
  }

  private static boolean isPrice(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)
        && text.codePoints().anyMatch(Digits::is);
  }

  /** The name before raised figures that point to notes. */
  private static Optional<SourceText> unmarked(SourceText cell, SubjectNames names) {
    int end = cell.length();
    while (end > 0 && RAISED.indexOf(cell.charAt(end - 1)) >= 0) {
      end--;
    }
    return Optional.of(cell.slice(0, end)).filter(names::contain);
  }

  /** The one name that the marks of the page part from all else, be it another name. */
  private static Optional<SourceText> glued(SourceText cell, SubjectNames names) {
    List<SourceText> found = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= cell.length(); at++) {
      if (at == cell.length() || isEdge(cell, at)) {
        Optional.of(cell.slice(from, at).strip()).filter(names::contain).ifPresent(found::add);
        from = at;
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Without signs that a blank parts from a name, such as stars, or the cross of a link. */
  private static SourceText signless(SourceText name) {
    int blank = name.text().lastIndexOf(' ');
    boolean parted = blank > 0 && isEdge(name, blank);
    return blank > 0 && areSigns(name.text(), blank + 1, parted)
        ? signless(name.slice(0, blank))
        : name;
  }

  private static boolean areSigns(String text, int from, boolean parted) {
    int c;
    for (int at = from; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (!STARS.contains(c) && (!parted || Character.isLetterOrDigit(c))) {
        return false;
      }
    }
    return true;
  }

  /** True if marks of the page part a name from all that stands beside it in its cell. */
  private static boolean isParted(SourceText cell, SourceText name) {
    int from = cell.text().indexOf(name.text());
    int to = from + name.length();
    return (from == 0 || isEdge(cell, from)) && (to == cell.length() || isEdge(cell, to));
  }

  /** A place, with or without a blank, where the page has the end of one element at least. */
  private static boolean isEdge(SourceText cell, int place) {
    int left = cell.charAt(place - 1) == ' ' ? place - 2 : place - 1;
    int right = cell.charAt(place) == ' ' ? place + 1 : place;
    return cell.offsetAt(right) - cell.endAt(left) >= SHORTEST_END;
  }

  /** What stands before a name, or else behind it, without its figures. */
  private static String rest(SourceText cell, SourceText name) {
    int at = cell.text().indexOf(name.text());
    String before = cell.text().substring(0, at);
    String behind = cell.text().substring(at + name.length());
    return (before + behind).replaceAll("[0-9]", "").strip();
  }

  private static boolean isSigned(String rest) {
    return rest.isEmpty() || SIGNS.indexOf(rest.charAt(0)) >= 0;
  }

  // --- names in the cells below ----------------------------------------------------------------

  /**
   * Narrow screens show the name of the column in each cell: {@code Plumber: $51,204}, or, where
   * all cells have it, before a mark of the page: {@code <b>Plumber</b> $51,204}.
   */
  static PageTable withoutNames(PageTable table) {
    List<SourceText> names = table.header().orElseThrow().cells();
    boolean marked =
        table.rows().stream().allMatch(row -> areMarked(row.cells(), names))
            && table.rows().stream()
                .anyMatch(row -> row.cells().get(0).length() > names.get(0).length());
    String corner = marked ? corner(table.rows()) : "";
    List<Row> rows =
        table.rows().stream()
            .map(
                row ->
                    new Row(label(row, corner), bare(row, names, marked), row.join(), row.notes()))
            .toList();
    return table.withRows(rows);
  }

  /** The name of the column of labels, where all of these begin with it and a mark; else empty. */
  private static String corner(List<Row> rows) {
    List<String> first =
        rows.stream()
            .map(row -> row.label().parts())
            .map(parts -> parts.size() > 1 ? parts.get(0).text() : "")
            .distinct()
            .toList();
    return rows.size() > 1 && first.size() == 1 ? first.get(0) : "";
  }

  private static SourceText label(Row row, String corner) {
    return corner.isEmpty() ? row.label() : row.label().slice(corner.length()).strip();
  }

  /** True if each cell begins with the name of its column and a mark, or is nothing but that. */
  private static boolean areMarked(List<SourceText> cells, List<SourceText> names) {
    return !cells.isEmpty()
        && cells.size() <= names.size()
        && IntStream.range(0, cells.size())
            .allMatch(
                i -> {
                  int end = names.get(i).length();
                  return end > 0
                      && begins(cells.get(i), names.get(i))
                      && (cells.get(i).length() == end || isEdge(cells.get(i), end));
                });
  }

  private static boolean begins(SourceText cell, SourceText name) {
    return cell.text().regionMatches(true, 0, name.text(), 0, name.length());
  }

  private static List<SourceText> bare(Row row, List<SourceText> names, boolean marked) {
    return IntStream.range(0, row.cells().size())
        .mapToObj(
            i ->
                i < names.size()
                    ? bare(row.cells().get(i), names.get(i), marked)
                    : row.cells().get(i))
        .toList();
  }

  private static SourceText bare(SourceText cell, SourceText name, boolean marked) {
    int end = name.length();
    boolean colon = end > 0 && cell.length() > end + 1 && cell.charAt(end) == ':';
    return (colon || marked) && begins(cell, name)
        ? cell.slice(colon ? end + 1 : end).strip()
        : cell;
  }
}
