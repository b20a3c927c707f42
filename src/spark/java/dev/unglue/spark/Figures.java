package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The figures of a run, as rows of {@code metric}: the same that one machine keeps of its runs. */
final class Figures {
  /** What a page says of one attribute, and no more of it than is counted. */
  private static final StructType SAID =
      new StructType()
          .add("key", DataTypes.StringType)
          .add("page", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("cells", DataTypes.BinaryType);

  /** Stands in a key between an attribute and a label that is not known. */
  private static final char LABEL = '\n';

  private Figures() {}

  /** Of each page its cells as they are believed, by attribute; by label where that is unknown. */
  private static FlatMapFunction<Row, Row> said() {
    return row -> {
      BelievedPage page = new BelievedPage(row);
      CaptureRef ref = page.ref();
      Map<String, List<TableRow>> byKey = new TreeMap<>();
      for (TableRow cell : page.believed()) {
        String attribute = part(cell, "attribute").orElse("").toString();
        TableRow counted = counted(cell);
        byKey.computeIfAbsent(attribute, key -> new ArrayList<>()).add(counted);
        if (attribute.equals(Observation.UNMAPPED)) {
          String label = attribute + LABEL + part(cell, "member").orElse("");
          byKey.computeIfAbsent(label, key -> new ArrayList<>()).add(counted);
        }
      }
      List<Row> said = new ArrayList<>();
      byKey.forEach(
          (key, cells) ->
              said.add(RowFactory.create(key, ref.page(), ref.source(), PackedRows.pack(cells))));
      return said.iterator();
    };
  }

  private static TableRow counted(TableRow cell) {
    @Nullable Object number = part(cell, "value_num").orElse(null);
    @Nullable Object text =
        part(cell, "value_text").map(word -> lower(word.toString())).orElse(null);
    return TableRow.of(
        part(cell, "state").orElse(""), number == null ? text : number + " ", number);
  }

  private static Optional<Object> part(TableRow cell, String column) {
    return cell.cell(StorageTables.OBSERVATION.index(column));
  }

  /** As the store tells values apart: of the letters A to Z no case counts. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }

  /**
   * All of them.
   *
   * @param believed the captures
   * @param flags what captures raise alone
   */
  static Dataset<Row> of(Dataset<Row> believed, Dataset<Row> facts, Dataset<Row> flags) {
    StructType type = SparkRows.type(StorageTables.METRIC);
    Dataset<Row> captures = believed.select("capture.*");
    return believed
        .flatMap(said(), Encoders.row(SAID))
        .groupBy("key")
        .as(Encoders.STRING(), Encoders.row(SAID))
        .flatMapSortedGroups(new Column[] {col("page")}, ofOne(), Encoders.row(type))
        .groupBy("name", "scope", "attribute", "member")
        .agg(sum("value").as("value"))
        .union(ofPages(captures, flags))
        .union(counted(facts.filter(col("valid_to").isNull()), lit(Metric.OPEN_FACTS)))
        .union(counted(captures, concat(lit("pages_"), col("layout"))))
        .toDF(type.fieldNames());
  }

  /** The figures of an attribute or a label, source by source; its pages come in order. */
  private static FlatMapGroupsFunction<String, Row, Row> ofOne() {
    return (key, pages) -> {
      Map<String, AttributeFigures> bySource = new TreeMap<>();
      while (pages.hasNext()) {
        Row said = pages.next();
        bySource
            .computeIfAbsent(said.getString(2), source -> new AttributeFigures())
            .add(said.getString(1), PackedRows.unpack(said.<byte[]>getAs(3)));
      }
      int end = key.indexOf(LABEL);
      List<Row> rows = new ArrayList<>();
      bySource.forEach(
          (source, figures) ->
              rows.addAll(
                  end < 0
                      ? figures.ofAttribute(source, key)
                      : figures.ofLabel(source, key.substring(0, end), key.substring(end + 1))));
      return rows.iterator();
    };
  }

  private static Dataset<Row> counted(Dataset<Row> rows, Column name) {
    return rows.groupBy(name.as("name"))
        .agg(count(lit(1)).cast("double").as("value"))
        .select(col("name"), lit(""), lit(""), lit(""), col("value"));
  }

  private static Dataset<Row> ofPages(Dataset<Row> captures, Dataset<Row> flags) {
    Dataset<Row> blocked =
        flags
            .filter(col("rule").equalTo("soft_error_page"))
            .select(col("capture").as("blocked"))
            .distinct();
    Column value =
        expr(
            "stack(3, '%s', pages, '%s', cut, '%s', blocked) as (name, value)"
                .formatted(Metric.PAGES, Metric.PAGES_TRUNCATED, Metric.PAGES_BLOCKED));
    return captures
        .join(blocked, col("capture").equalTo(col("blocked")), "left")
        .groupBy(col("source"))
        .agg(
            count(lit(1)).cast("double").as("pages"),
            count(col("truncated")).cast("double").as("cut"),
            count(col("blocked")).cast("double").as("blocked"))
        .select(col("source"), value)
        .select(col("name"), col("source"), lit(""), lit(""), col("value"));
  }

  /** The figures of each source beside those of the runs before. */
  static List<RunMetrics> beside(Dataset<Row> now, List<Dataset<Row>> before) {
    List<Map<String, List<Metric>>> baseline = before.stream().map(Figures::bySource).toList();
    List<RunMetrics> runs = new ArrayList<>();
    bySource(now)
        .forEach(
            (source, figures) ->
                runs.add(
                    new RunMetrics(
                        source,
                        figures,
                        baseline.stream()
                            .filter(run -> run.containsKey(source))
                            .map(run -> run.getOrDefault(source, List.of()))
                            .toList())));
    return runs;
  }

  private static Map<String, List<Metric>> bySource(Dataset<Row> figures) {
    Map<String, List<Metric>> metrics = new TreeMap<>();
    for (Row row : figures.filter(col("scope").notEqual("")).collectAsList()) {
      metrics
          .computeIfAbsent(row.getString(1), source -> new ArrayList<>())
          .add(
              new Metric(
                  row.getString(0),
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  BigDecimal.valueOf(row.getDouble(4))));
    }
    metrics.values().forEach(list -> list.sort(Metric.ORDER));
    return metrics;
  }
}
