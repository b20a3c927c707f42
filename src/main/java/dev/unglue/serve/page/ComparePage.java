package dev.unglue.serve.page;

import dev.unglue.serve.http.Params;
import dev.unglue.store.site.PublishedFile;
import dev.unglue.store.site.SubjectReader;
import dev.unglue.store.site.SubjectReader.Fact;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two subjects beside each other.
 *
 * @param left the one as it was typed
 * @param right the other
 * @param sides both, where both were named
 * @param rows one for each thing that is believed of either, those that are shown
 * @param paging which of them are shown
 * @param differing how many of them differ
 */
public record ComparePage(
    String left,
    String right,
    List<SubjectReader.Key> sides,
    List<Row> rows,
    Paging paging,
    long differing) {
  private static final int ROWS = 150;

  /** Copies the lists. */
  public ComparePage {
    sides = List.copyOf(sides);
    rows = List.copyOf(rows);
  }

  /**
   * What is believed of both.
   *
   * @param title of the attribute
   * @param unit of its numbers
   * @param member part of it; its place in a list where it has no name
   * @param left absent where nothing is believed
   * @param right absent where nothing is believed
   * @param mark {@code same}, {@code differs}, or {@code alone} where one side is absent
   * @param difference the right number less the left one; empty where there are not two
   */
  public record Row(
      String title,
      String unit,
      String member,
      @Nullable Fact left,
      @Nullable Fact right,
      String mark,
      String difference) {}

  /** The view of those two; of the form alone where not both are named. */
  public static View view(PublishedFile file, Params asked) {
    SubjectReader reader = new SubjectReader(file);
    String left = asked.first("left");
    String right = asked.first("right");
    if (left.isEmpty() || right.isEmpty()) {
      String name = left.isEmpty() ? "" : SubjectPage.subject(reader, left).name();
      ComparePage empty = new ComparePage(name, right, List.of(), List.of(), Paging.NONE, 0);
      return new View("compare.peb", "Compare", empty, View.NO_SHEET);
    }
    SubjectReader.Key one = SubjectPage.subject(reader, left);
    SubjectReader.Key other = SubjectPage.subject(reader, right);
    List<Row> rows = rows(reader.facts(one.id()), reader.facts(other.id()));
    int from = asked.number(Paging.FROM, 0, 0, rows.size());
    List<Row> shown = rows.subList(from, Math.min(rows.size(), from + ROWS));
    ComparePage page =
        new ComparePage(
            one.name(),
            other.name(),
            List.of(one, other),
            shown,
            Paging.of("/compare", asked, from, shown.size(), ROWS, rows.size()),
            rows.stream().filter(row -> row.mark().equals("differs")).count());
    return new View("compare.peb", one.name() + " and " + other.name(), page, sheet(page, rows));
  }

  /** Named parts meet by their names, lists by their places; in the order of the attributes. */
  private static List<Row> rows(List<Fact> left, List<Fact> right) {
    Map<String, Fact> ofLeft = byKey(left);
    Map<String, Fact> ofRight = byKey(right);
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    Stream.concat(left.stream(), right.stream())
        .forEach(
            fact ->
                keys.computeIfAbsent(fact.attribute(), id -> new LinkedHashSet<>()).add(key(fact)));
    return keys.values().stream()
        .flatMap(Set::stream)
        .map(key -> row(ofLeft.get(key), ofRight.get(key)))
        .toList();
  }

  private static Map<String, Fact> byKey(List<Fact> facts) {
    Map<String, Fact> byKey = new LinkedHashMap<>();
    facts.forEach(fact -> byKey.putIfAbsent(key(fact), fact));
    return byKey;
  }

  private static String key(Fact fact) {
    return fact.attribute() + "\u001f" + (fact.member().isEmpty() ? fact.ordinal() : fact.member());
  }

  private static Row row(@Nullable Fact left, @Nullable Fact right) {
    Fact any = left != null ? left : right;
    if (any == null) {
      throw new IllegalStateException("a row has one side at least");
    }
    String member =
        any.member().isEmpty() && any.ordinal() > 0 ? "#" + any.ordinal() : any.member();
    String mark = "alone";
    String difference = "";
    if (left != null && right != null) {
      mark = left.value().equals(right.value()) ? "same" : "differs";
      if (left.numeric() && right.numeric()) {
        difference =
            new BigDecimal(right.value()).subtract(new BigDecimal(left.value())).toPlainString();
      }
    }
    return new Row(any.title(), any.unit(), member, left, right, mark, difference);
  }

  private static Sheet sheet(ComparePage page, List<Row> rows) {
    return new Sheet(
        List.of(
            "attribute",
            "member",
            "unit",
            page.left(),
            page.right(),
            "differs",
            "left_page",
            "right_page"),
        rows.stream()
            .map(
                row ->
                    List.<Object>of(
                        row.title(),
                        row.member(),
                        row.unit(),
                        value(row.left()),
                        value(row.right()),
                        row.mark(),
                        source(row.left()),
                        source(row.right())))
            .toList());
  }

  private static Object value(@Nullable Fact fact) {
    return fact == null ? "" : SubjectPage.value(fact);
  }

  private static String source(@Nullable Fact fact) {
    return fact == null ? "" : fact.page();
  }
}
