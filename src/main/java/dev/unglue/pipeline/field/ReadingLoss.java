package dev.unglue.pipeline.field;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one reading of a page has and another has not: cells, by their place and their subject. */
final class ReadingLoss {
  private ReadingLoss() {}

  /** The unknown labels, by key, of the cells that {@code before} has and {@code after} lacks. */
  static List<String> labels(ParsedPage before, ParsedPage after) {
    Map<String, List<Span>> found = new HashMap<>();
    for (Observation cell : after.observations()) {
      if (isRead(cell)) {
        found.computeIfAbsent(cell.slug(), slug -> new ArrayList<>()).add(cell.span());
      }
    }
    return before.observations().stream()
        .filter(ReadingLoss::isRead)
        .filter(cell -> !cell.isMapped())
        .filter(
            cell ->
                found.getOrDefault(cell.slug(), List.of()).stream()
                    .noneMatch(span -> meets(span, cell.span())))
        .map(cell -> Catalogue.labelKey(cell.member()))
        .distinct()
        .toList();
  }

  private static boolean isRead(Observation cell) {
    return cell.isValue() || cell.state() == State.MISSING;
  }

  private static boolean meets(Span one, Span other) {
    return (one.start() < other.end() && other.start() < one.end()) || one.equals(other);
  }
}
