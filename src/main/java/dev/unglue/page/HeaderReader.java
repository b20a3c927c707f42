package dev.unglue.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.HeaderSplitter;
import dev.unglue.split.Split;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.text.Whitespace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out whom the columns of a table are about. */
record HeaderReader(HeaderSplitter splitter, ColumnCounter counter) {
  /** Letters of a name's first word that singular and plural share. */
  private static final int STEM = 4;

  /** A reader of any header, which counts nothing. */
  static HeaderReader of(Catalogue catalogue, NameShape shape) {
    Attribute name = Attributes.text("header");
    CellForm form = CellForms.of(name, catalogue);
    return new HeaderReader(
        new HeaderSplitter(form, name, shape, Steps.NONE), new ColumnCounter(catalogue.missing()));
  }

  /** The same, which counts what it tries. */
  HeaderReader counting(Steps steps) {
    return new HeaderReader(splitter.counting(steps), counter.counting(steps));
  }

  /**
   * The columns of each table of a page.
   *
   * @param named the names by title or address; may be empty
   * @param turned true if the columns of a table without a header may have another order
   * @param prose the page's other text, lower case; asked for where a header has to be cut
   */
  List<Header> read(
      List<LabelledTable> tables, List<String> named, boolean turned, Supplier<String> prose) {
    boolean cuts = tables.stream().anyMatch(HeaderReader::isJoined);
    String other = cuts ? prose.get() : "";
    // The tables of a page share their header: it is cut once.
    Map<JoinedHeader, Split> seen = new HashMap<>();
    Function<JoinedHeader, Split> cut =
        joined ->
            seen.computeIfAbsent(
                joined,
                each ->
                    splitter.split(
                        SourceText.verbatim(each.text(), 0),
                        each.join(),
                        each.columns(),
                        named,
                        other));
    return tables.stream()
        .map(table -> read(table, named, cut))
        .map(header -> turned && header.slices().isEmpty() ? header.nameless() : header)
        .toList();
  }

  private static boolean isJoined(LabelledTable table) {
    return table.table().header().filter(header -> header.join() != Join.APART).isPresent();
  }

  /** What there is to cut; its place on the page changes nothing. */
  private record JoinedHeader(String text, Join join, int columns) {}

  private Header read(
      LabelledTable labelled, List<String> named, Function<JoinedHeader, Split> cut) {
    PageTable table = labelled.table();
    if (table.header().isEmpty() && isNarrow(table)) {
      return new Header(List.of(), List.of(), 1, false, "none");
    }
    if (table.header().isEmpty()) {
      int columns = columns(labelled, named);
      List<String> names = named.size() == columns ? named : List.of();
      return new Header(names, List.of(), columns, false, names.isEmpty() ? "none" : "title");
    }
    Row header = table.header().get();
    return header.join() == Join.APART
        ? apart(table, header)
        : joined(labelled, header, named, cut);
  }

  private int columns(LabelledTable table, List<String> named) {
    return named.size() >= 2 ? named.size() : counter.count(table);
  }

  /** One cell a row: whatever the page compares, these are not the columns of it. */
  private static boolean isNarrow(PageTable table) {
    return table.rows().stream()
            .allMatch(row -> row.join() == Join.APART && row.cells().size() <= 1)
        && table.rows().stream().anyMatch(row -> row.cells().size() == 1);
  }

  private static Header apart(PageTable table, Row header) {
    List<SourceText> names = header.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    boolean shifted = table.sides() == Sides.SHIFTED && header.label().isEmpty();
    boolean piped = table.layout() == Layout.PIPE || table.layout() == Layout.MARKDOWN;
    return header(names, shifted && piped, "cell");
  }

  private static Header header(List<SourceText> names, boolean shifted, String method) {
    return new Header(
        names.stream().map(SourceText::text).toList(),
        Slice.of(names),
        names.size(),
        shifted,
        method);
  }

  private Header joined(
      LabelledTable table, Row header, List<String> named, Function<JoinedHeader, Split> cut) {
    int columns = columns(table, named);
    if (columns < 2) {
      return new Header(List.of(), List.of(), 0, false, "none");
    }
    SourceText text = header.cells().get(0);
    List<SourceText> titled = behindCorner(text, header.join(), named);
    if (titled.isEmpty() && named.size() == 2) {
      titled = behindCorner(text, header.join(), List.of(named.get(1), named.get(0)));
    }
    if (!titled.isEmpty()) {
      return header(titled, false, "title");
    }
    Split split = cut.apply(new JoinedHeader(text.text(), header.join(), columns));
    if (split instanceof Split.Decided decided) {
      return header(placed(decided.cells(), text), header.join() == Join.PIPED, decided.method());
    }
    List<Slice> whole = List.of(Slice.of(text));
    return named.size() == columns && mayBe(text.text(), named)
        ? new Header(named, whole, columns, false, "title")
        : new Header(List.of(), whole, columns, false, "none");
  }

  /**
   * The names of the title where they are the header, or its end behind the label of the column of
   * labels ({@code FeatureAlpha OneBeta Two}); a word for remarks may stand behind them. Else none.
   */
  private static List<SourceText> behindCorner(SourceText text, Join join, List<String> named) {
    Deque<SourceText> names = new ArrayDeque<>();
    int end = remarkAt(text.text());
    if (end < text.length()) {
      names.push(text.slice(end));
      end = text.slice(0, end).strip().length();
    }
    for (int i = named.size() - 1; i >= 0; i--) {
      int start = end - named.get(i).length();
      if (start < 0 || !text.text().regionMatches(true, start, named.get(i), 0, end - start)) {
        return List.of();
      }
      names.push(text.slice(start, end));
      end = start;
      while (join == Join.SPACED && end > 0 && Whitespace.is(text.charAt(end - 1))) {
        end--;
      }
      if (join == Join.SPACED && end == start && start > 0) {
        return List.of();
      }
    }
    return end == 0 || join == Join.SPACED || Character.isLowerCase(text.charAt(end - 1))
        ? List.copyOf(names)
        : List.of();
  }

  /** Where the last word with a capital begins if it heads remarks; the end of the text if not. */
  private static int remarkAt(String text) {
    int at = text.length() - 1;
    while (at > 0 && !Character.isUpperCase(text.charAt(at))) {
      at--;
    }
    return at > 0 && HeaderWords.isRemark(text.substring(at)) ? at : text.length();
  }

  /** True if the header can hold these names in some spelling: their beginnings stand in it. */
  static boolean mayBe(String header, List<String> named) {
    String letters = Subject.slugOf(header).replace("-", "");
    int at = 0;
    for (String name : named) {
      String word = Subject.slugOf(name).split("-", 2)[0];
      String stem = word.substring(0, Math.min(STEM, word.length()));
      int found = letters.indexOf(stem, at);
      if (found < 0) {
        return false;
      }
      at = found + stem.length();
    }
    return true;
  }

  /** The cells where they stand in this header: they were cut out of its text alone. */
  private static List<SourceText> placed(List<Slice> cells, SourceText text) {
    return cells.stream().map(cell -> text.slice(cell.span().start(), cell.span().end())).toList();
  }
}
