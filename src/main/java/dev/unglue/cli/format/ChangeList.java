package dev.unglue.cli.format;

import dev.unglue.cli.option.Format;
import dev.unglue.pipeline.shadow.ReadingChange;
import dev.unglue.pipeline.shadow.ReadingChange.Kind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two readings of pages give differently, by attribute and page. */
public final class ChangeList {
  private static final RowPrinter<ReadingChange> ROWS =
      new RowPrinter<ReadingChange>()
          .column("attribute", ReadingChange::attribute)
          .column("page", ReadingChange::page)
          .column("subject", ReadingChange::subject)
          .column("member", ReadingChange::member)
          .column("ordinal", change -> change.ordinal() == 0 ? null : change.ordinal())
          .column("change", change -> change.kind().id())
          .column("before", ReadingChange::before)
          .column("after", ReadingChange::after);

  private ChangeList() {}

  /** Prints the changes. */
  public static void print(List<ReadingChange> changes, Format format, PrintWriter out) {
    ROWS.print(changes, format, out);
  }

  /** How many there are: by kind, and by attribute. */
  public static List<String> counts(List<ReadingChange> changes, int pages) {
    long touched = changes.stream().map(ReadingChange::page).distinct().count();
    String kinds =
        Stream.of(Kind.values())
            .map(kind -> "%d %s".formatted(count(changes, kind), kind.id()))
            .collect(Collectors.joining(", "));
    String all =
        "%s on %d of %s: %s"
            .formatted(
                CountWords.of(changes.size(), "change"),
                touched,
                CountWords.of(pages, "page"),
                kinds);
    if (changes.isEmpty()) {
      return List.of("no change on " + CountWords.of(pages, "page"));
    }
    Map<String, Long> attributes =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    ReadingChange::attribute, TreeMap::new, Collectors.counting()));
    String each =
        attributes.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return List.of(all, "by attribute: " + each);
  }

  private static long count(List<ReadingChange> changes, Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
