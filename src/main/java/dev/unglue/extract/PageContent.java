package dev.unglue.extract;

import dev.unglue.model.field.NameJoins;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What a page holds, before anything is split or typed.
 *
 * @param text its lines; those of tables are marked
 * @param tables its tables, in the order of the page
 * @param places where each of the tables stands
 * @param open groups of lines that belong to none of the tables, each without a blank line in it; a
 *     table that its layout does not show may stand there
 * @param loose the same, with the lines of tables that only their labels show to be tables
 * @param address the page's own word of its address (a canonical link); absent where it has none
 */
public record PageContent(
    PageText text,
    List<PageTable> tables,
    List<Span> places,
    List<List<SourceText>> open,
    List<List<SourceText>> loose,
    Optional<String> address) {
  /** Copies the lists. */
  public PageContent {
    tables = List.copyOf(tables);
    places = List.copyOf(places);
    open = List.copyOf(open);
    loose = List.copyOf(loose);
  }

  /**
   * The same content where other tables stand at {@code taken}: those that were found there before
   * are left out, and its lines are parts of tables.
   */
  public PageContent taken(List<Span> taken) {
    if (taken.isEmpty()) {
      return this;
    }
    List<PageTable> kept = new ArrayList<>();
    List<Span> keptPlaces = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      Span place = places.get(i);
      if (taken.stream().noneMatch(span -> span.meets(place))) {
        kept.add(tables.get(i));
        keptPlaces.add(place);
      }
    }
    return new PageContent(
        text.withTables(taken), kept, keptPlaces, outside(open, taken), loose, address);
  }

  private static List<List<SourceText>> outside(List<List<SourceText>> groups, List<Span> taken) {
    return groups.stream()
        .filter(
            group ->
                taken.stream()
                    .noneMatch(span -> group.stream().anyMatch(line -> span.meets(line.span()))))
        .toList();
  }

  /** All text outside tables, lower case, a line break between lines. */
  public String prose() {
    StringJoiner prose = new StringJoiner("\n");
    for (Line line : text.lines()) {
      if (line.kind() != Line.Kind.TABLE) {
        prose.add(line.text().text());
      }
    }
    return prose.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * True if a line above a table without a header joins the two subjects of the title in the other
   * order: then nothing tells whose its columns are.
   */
  public boolean turns(List<String> named) {
    return IntStream.range(0, tables.size())
        .filter(at -> tables.get(at).header().isEmpty())
        .anyMatch(at -> turns(named, places.get(at).start()));
  }

  /** True if the last line above a place that joins the two names has them in the other order. */
  public boolean turns(List<String> named, int place) {
    return named.size() == 2 && isTurned(place, named.get(1), named.get(0));
  }

  private boolean isTurned(int place, String first, String second) {
    boolean turned = false;
    for (Line line : text.lines()) {
      if (line.kind() != Line.Kind.TABLE && line.text().span().start() < place) {
        String said = line.text().text();
        turned = !joins(said, second, first) && (turned || joins(said, first, second));
      }
    }
    return turned;
  }

  private static boolean joins(String line, String first, String second) {
    int end = line.indexOf(first) + first.length();
    int next = line.indexOf(second, end);
    return end >= first.length()
        && next > end
        && NameJoins.PATTERN.matcher(line).region(end, next).matches();
  }
}
