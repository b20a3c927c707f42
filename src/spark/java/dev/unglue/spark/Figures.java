package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The figures of a run, as rows of {@code metric}: the same that one machine keeps of its runs. */
final class Figures {
  /** A cell as it is believed, and no more of it than is counted. */
  static final StructType CELL =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("page", DataTypes.StringType)
          .add("attribute", DataTypes.StringType)
          .add("member", DataTypes.StringType)
          .add("state", DataTypes.StringType)
          .add("value", DataTypes.StringType)
          .add("number", DataTypes.DoubleType);

  private static final String[] ATTRIBUTE = {
    Metric.CELLS,
    Metric.CELLS_FILLED,
    Metric.CELLS_AMBIGUOUS,
    Metric.PAGES_WITH,
    Metric.DISTINCT,
    Metric.MEDIAN
  };

  private Figures() {}

  /** Takes from each page its cells as they are believed, and no more of them than is counted. */
  static FlatMapFunction<Row, Row> cells() {
    return row -> {
      BelievedPage page = new BelievedPage(row);
      CaptureRef ref = page.ref();
      return page.believed().stream().map(cell -> cell(ref, cell)).iterator();
    };
  }

  private static Row cell(CaptureRef ref, TableRow cell) {
    @Nullable Object number = part(cell, "value_num").orElse(null);
    @Nullable Object text =
        part(cell, "value_text").map(word -> lower(word.toString())).orElse(null);
    return RowFactory.create(
        ref.source(),
        ref.page(),
        part(cell, "attribute").orElse(""),
        part(cell, "member").orElse(""),
        part(cell, "state").orElse(""),
        number == null ? text : number + " ",
        number);
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
   * @param pages the captures
   * @param cells what they say, by {@link #cells}
   * @param flags what captures raise alone
   */
  static Dataset<Row> of(
      Dataset<Row> pages, Dataset<Row> cells, Dataset<Row> facts, Dataset<Row> flags) {
    Dataset<Row> captures = pages.select("capture.*");
    Column open = col("valid_to").isNull();
    return ofAttributes(cells)
        .union(counted(cells, lit(Metric.CELLS), "source"))
        .union(ofLabels(cells))
        .union(ofPages(captures, flags))
        .union(counted(facts.filter(open), lit(Metric.OPEN_FACTS), ""))
        .union(counted(cells, concat(lit("observations_"), col("state")), ""))
        .union(counted(captures, concat(lit("pages_"), col("layout")), ""))
        .toDF(SparkRows.type(StorageTables.METRIC).fieldNames());
  }

  private static Dataset<Row> counted(Dataset<Row> rows, Column name, String scope) {
    return rows.groupBy(name.as("name"), (scope.isEmpty() ? lit("") : col(scope)).as("scope"))
        .agg(count(lit(1)).cast("double").as("value"))
        .select(col("name"), col("scope"), lit(""), lit(""), col("value"));
  }

  private static Dataset<Row> ofAttributes(Dataset<Row> cells) {
    StringBuilder each = new StringBuilder("stack(" + ATTRIBUTE.length);
    for (String figure : ATTRIBUTE) {
      each.append(", '%1$s', cast(%1$s as double)".formatted(figure));
    }
    return cells
        .groupBy(col("source"), col("attribute"))
        .agg(
            count(lit(1)).as(Metric.CELLS),
            sum(expr("int(state not in ('missing', 'unparsed'))")).as(Metric.CELLS_FILLED),
            sum(expr("int(state = 'ambiguous')")).as(Metric.CELLS_AMBIGUOUS),
            countDistinct(col("page")).as(Metric.PAGES_WITH),
            countDistinct(col("value")).as(Metric.DISTINCT),
            expr("percentile_disc(0.5) within group (order by number)").as(Metric.MEDIAN))
        .select(col("source"), col("attribute"), expr(each + ") as (name, value)"))
        .filter(col("value").isNotNull())
        .select(col("name"), col("source"), col("attribute"), lit(""), col("value"));
  }

  private static Dataset<Row> ofLabels(Dataset<Row> cells) {
    return cells
        .filter(col("attribute").equalTo(Observation.UNMAPPED))
        .groupBy(col("source"), col("attribute"), col("member"))
        .agg(countDistinct(col("page")).cast("double").as("value"))
        .select(
            lit(Metric.PAGES_WITH), col("source"), col("attribute"), col("member"), col("value"));
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
