package dev.unglue.bench.fault;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.run.Metric;
import dev.unglue.model.value.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a run measures on its pages; the same figures as the store counts. */
final class PageMetrics {
  private PageMetrics() {}

  /** A cell and the page that prints it. */
  private record PageCell(String page, Observation said) {}

  static List<Metric> of(String scope, List<ParsedPage> pages) {
    List<Metric> metrics = new ArrayList<>();
    List<PageCell> cells = cells(pages);
    metrics.add(Metric.of(Metric.PAGES, scope, pages.size()));
    metrics.add(Metric.of(Metric.CELLS, scope, cells.size()));
    by(cells, cell -> true, false)
        .forEach((attribute, same) -> metrics.addAll(of(scope, attribute, same)));
    by(cells, cell -> cell.said().attribute().equals(Observation.UNMAPPED), true)
        .forEach(
            (label, same) ->
                metrics.add(
                    new Metric(
                        Metric.PAGES_WITH,
                        scope,
                        Observation.UNMAPPED,
                        label,
                        BigDecimal.valueOf(pagesOf(same)))));
    return metrics;
  }

  private static List<PageCell> cells(List<ParsedPage> pages) {
    List<PageCell> cells = new ArrayList<>();
    pages.forEach(
        page ->
            page.observations().forEach(each -> cells.add(new PageCell(page.ref().page(), each))));
    return cells;
  }

  private static Map<String, List<PageCell>> by(
      List<PageCell> cells, Predicate<PageCell> which, boolean member) {
    return cells.stream()
        .filter(which)
        .collect(
            Collectors.groupingBy(
                cell -> member ? cell.said().member() : cell.said().attribute(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static List<Metric> of(String scope, String attribute, List<PageCell> cells) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(metric(Metric.CELLS, scope, attribute, cells.size()));
    metrics.add(
        metric(
            Metric.CELLS_FILLED,
            scope,
            attribute,
            count(cells, state -> state != State.MISSING && state != State.UNPARSED)));
    metrics.add(
        metric(
            Metric.CELLS_AMBIGUOUS,
            scope,
            attribute,
            count(cells, state -> state == State.AMBIGUOUS)));
    metrics.add(metric(Metric.PAGES_WITH, scope, attribute, pagesOf(cells)));
    metrics.add(
        metric(
            Metric.DISTINCT,
            scope,
            attribute,
            cells.stream()
                .map(cell -> Catalogue.labelKey(cell.said().value()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .count()));
    List<BigDecimal> numbers =
        cells.stream()
            .map(cell -> cell.said().valueNum())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (!numbers.isEmpty()) {
      metrics.add(
          new Metric(Metric.MEDIAN, scope, attribute, "", numbers.get((numbers.size() - 1) / 2)));
    }
    return metrics;
  }

  private static Metric metric(String name, String scope, String attribute, long value) {
    return new Metric(name, scope, attribute, "", BigDecimal.valueOf(value));
  }

  private static long count(List<PageCell> cells, Predicate<State> which) {
    return cells.stream().filter(cell -> which.test(cell.said().state())).count();
  }

  private static long pagesOf(List<PageCell> cells) {
    return cells.stream().map(PageCell::page).distinct().count();
  }
}
