package dev.unglue.spark;

import dev.unglue.model.run.Metric;
import dev.unglue.publish.parquet.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Counts what one source says of one attribute; holds its different values, and no page. */
final class AttributeFigures {
  private final Map<String, Long> states = new HashMap<>();
  private final Set<Object> values = new HashSet<>();
  private final TreeMap<Double, Long> numbers = new TreeMap<>();
  private String page = "";
  private long pages;

  /** Adds the state, value and number of each cell of a page; captures of a page follow it. */
  void add(String of, List<TableRow> cells) {
    if (pages == 0 || !of.equals(page)) {
      pages++;
      page = of;
    }
    for (TableRow cell : cells) {
      states.merge(cell.cell(0).orElse("").toString(), 1L, Long::sum);
      cell.cell(1).ifPresent(values::add);
      cell.cell(2).ifPresent(number -> numbers.merge((Double) number, 1L, Long::sum));
    }
  }

  /** As rows of {@code metric}; what is counted over all attributes is added up later. */
  List<Row> ofAttribute(String source, String attribute) {
    long cells = states.values().stream().mapToLong(Long::longValue).sum();
    long empty = of("missing") + of("unparsed");
    List<Row> rows = new ArrayList<>();
    rows.add(row(Metric.CELLS, source, attribute, "", cells));
    rows.add(row(Metric.CELLS_FILLED, source, attribute, "", cells - empty));
    rows.add(row(Metric.CELLS_AMBIGUOUS, source, attribute, "", of("ambiguous")));
    rows.add(row(Metric.PAGES_WITH, source, attribute, "", pages));
    rows.add(row(Metric.DISTINCT, source, attribute, "", values.size()));
    median().ifPresent(median -> rows.add(row(Metric.MEDIAN, source, attribute, "", median)));
    rows.add(row(Metric.CELLS, source, "", "", cells));
    states.forEach((state, count) -> rows.add(row("observations_" + state, "", "", "", count)));
    return rows;
  }

  List<Row> ofLabel(String source, String attribute, String label) {
    return List.of(row(Metric.PAGES_WITH, source, attribute, label, pages));
  }

  private long of(String state) {
    return states.getOrDefault(state, 0L);
  }

  /** The least number that at least half of all do not exceed. */
  private Optional<Double> median() {
    long all = numbers.values().stream().mapToLong(Long::longValue).sum();
    long seen = 0;
    for (Map.Entry<Double, Long> number : numbers.entrySet()) {
      seen += number.getValue();
      if (2 * seen >= all) {
        return Optional.of(number.getKey());
      }
    }
    return Optional.empty();
  }

  private static Row row(String name, String scope, String attribute, String label, Number value) {
    return RowFactory.create(name, scope, attribute, label, value.doubleValue());
  }
}
