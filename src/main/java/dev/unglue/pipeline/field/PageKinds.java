package dev.unglue.pipeline.field;

import dev.unglue.pipeline.request.JobException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells whether pages are about one kind of thing: such pages share labels, if not each with each.
 */
final class PageKinds {
  /** A page with one label alone says too little of its kind. */
  private static final int FEWEST_LABELS = 2;

  private PageKinds() {}

  /** A group of pages that share labels. */
  private record Kind(Set<String> pages, List<String> labels) {
    String words() {
      return "%s (%s)"
          .formatted(
              pages.iterator().next(), labels.stream().limit(3).collect(Collectors.joining(", ")));
    }
  }

  /**
   * Lets pages of one kind pass.
   *
   * @throws JobException if there are two groups that share no label
   */
  static void refuseSeveral(Collection<SeenLabel> labels) {
    List<Kind> kinds = kinds(labels);
    if (kinds.size() > 1) {
      throw JobException.usage(
          "the pages are of %d kinds: expected pages that share row labels, found none shared between %s; call init for each kind, with a folder of its own; nothing was written"
              .formatted(
                  kinds.size(),
                  kinds.stream().map(Kind::words).collect(Collectors.joining(" and "))));
    }
  }

  private static List<Kind> kinds(Collection<SeenLabel> labels) {
    Map<String, Long> counts = new LinkedHashMap<>();
    labels.forEach(label -> label.pages().forEach(page -> counts.merge(page, 1L, Long::sum)));
    List<Kind> kinds = new ArrayList<>();
    for (SeenLabel label : labels) {
      Set<String> pages = new TreeSet<>(label.pages());
      pages.removeIf(page -> counts.getOrDefault(page, 0L) < FEWEST_LABELS);
      if (pages.isEmpty()) {
        continue;
      }
      Kind merged = new Kind(pages, new ArrayList<>());
      for (Kind kind : List.copyOf(kinds)) {
        if (kind.pages().stream().anyMatch(label.pages()::contains)) {
          kinds.remove(kind);
          merged.pages().addAll(kind.pages());
          merged.labels().addAll(kind.labels());
        }
      }
      merged.labels().add(label.label());
      kinds.add(merged);
    }
    return kinds;
  }
}
