package dev.unglue.spark;

import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.publish.parquet.TableSchema;
import dev.unglue.store.table.FlagTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;

/** Of what captures of one page raise alone, that which stands: what its latest ones raise. */
final class PageFlags {
  private PageFlags() {}

  static FlatMapGroupsFunction<String, Row, Row> standing() {
    return (page, rows) -> standing(rows).iterator();
  }

  private static List<Row> standing(Iterator<Row> rows) {
    List<BelievedPage> pages = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          BelievedPage page = new BelievedPage(row);
          int order = pages.isEmpty() ? 0 : page.lastSeen().compareTo(pages.get(0).lastSeen());
          if (order > 0) {
            pages.clear();
          }
          if (order >= 0) {
            pages.add(page);
          }
        });
    pages.sort(
        Comparator.comparing((BelievedPage page) -> page.ref().rawSha256())
            .thenComparing(page -> page.ref().source()));
    int fingerprint = StorageTables.FLAG.index("fingerprint");
    Map<Object, TableRow> standing = new LinkedHashMap<>();
    for (BelievedPage page : pages) {
      Set<List<Object>> answered = answered(page);
      for (TableRow flag : page.flags()) {
        if (!isAnswered(flag, answered)) {
          standing.put(flag.cell(fingerprint).orElse(""), flag);
        }
      }
    }
    return standing.values().stream().map(SparkRows::row).toList();
  }

  /** The places of which other captures have decided a cell. */
  private static Set<List<Object>> answered(BelievedPage page) {
    TableSchema shape = StorageTables.OBSERVATION;
    TableSchema of = StorageTables.RESOLUTION;
    Map<Object, TableRow> decided = new LinkedHashMap<>();
    for (TableRow row : page.decided()) {
      if (!row.cell(of.index("state")).equals(Optional.of("ambiguous"))) {
        decided.put(row.cell(of.index("position")).orElse(0L), row);
      }
    }
    Set<List<Object>> places = new HashSet<>();
    for (TableRow cell : page.cells()) {
      TableRow by = decided.get(cell.cell(shape.index("position")).orElse(0L));
      if (by != null && !by.cell(of.index("method")).equals(cell.cell(shape.index("method")))) {
        places.add(place(cell, shape));
      }
    }
    return places;
  }

  private static List<Object> place(TableRow row, TableSchema shape) {
    return List.of(
        row.cell(shape.index("raw_start")).orElse(-1L),
        row.cell(shape.index("raw_end")).orElse(-1L));
  }

  private static boolean isAnswered(TableRow flag, Set<List<Object>> answered) {
    Object rule = flag.cell(StorageTables.FLAG.index("rule")).orElse("");
    return FlagTable.DOUBTS.contains(rule) && answered.contains(place(flag, StorageTables.FLAG));
  }
}
