package dev.unglue.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import dev.unglue.model.page.Flag;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.value.Subject;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.reconcile.ReconcileJob;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What needs many pages: each stage brings what it looks at together by a key, and hands it to the
 * rooms that one machine uses.
 */
final class CrossPages {
  private static final StructType SEEN =
      new StructType()
          .add("seen_key", DataTypes.StringType)
          .add("news", DataTypes.createArrayType(DataTypes.StringType))
          .add("last_seen", DataTypes.StringType);

  private static final StructType DECIDED =
      new StructType()
          .add("decided_key", DataTypes.StringType)
          .add("decided", DataTypes.BinaryType);

  private final SparkSession spark;
  private final Broadcast<SharedReader> shared;
  private final String nominalTime;

  CrossPages(SparkSession spark, Broadcast<SharedReader> shared, Instant nominalTime) {
    this.spark = spark;
    this.shared = shared;
    this.nominalTime = nominalTime.toString();
  }

  // --- rows in doubt --------------------------------------------------------------------------

  /** The cells that other captures decide, as rows of {@code resolution}. */
  Dataset<Row> resolutions(Dataset<Row> captures) {
    Map<String, Set<String>> fields =
        ReconcileJob.fields(shared.value().settings().catalogue(), openAttributes(captures));
    if (fields.isEmpty()) {
      return spark.createDataFrame(List.of(), SparkRows.type(StorageTables.RESOLUTION));
    }
    return FieldStage.units(captures, fields)
        .groupBy("field")
        .as(Encoders.STRING(), Encoders.row(FieldStage.UNIT))
        .flatMapSortedGroups(
            new Column[] {col("key")},
            FieldStage.answers(shared, List.copyOf(fields.keySet())),
            Encoders.row(FieldStage.ANSWER))
        .groupBy(col("row.capture").as("c"), col("row.position").as("p"))
        .agg(max(struct(col("place"), col("row"))).as("last"))
        .select("last.row.*");
  }

  private static <A, B> FlatMapFunction<A, B> flat(FlatMapFunction<A, B> function) {
    return function;
  }

  private static Set<String> openAttributes(Dataset<Row> captures) {
    return captures.select(explode(col("open"))).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // --- pages as they are believed -------------------------------------------------------------

  /** What is decided, capture by capture. */
  static Dataset<Row> decided(Dataset<Row> resolutions) {
    FlatMapGroupsFunction<String, Row, Row> packed =
        (capture, rows) -> {
          List<TableRow> decided = new ArrayList<>();
          rows.forEachRemaining(row -> decided.add(SparkRows.tableRow(row)));
          return List.of(RowFactory.create(capture, PackedRows.pack(decided))).iterator();
        };
    return grouped(resolutions, "capture", packed, DECIDED);
  }

  /** The captures with what is decided of them, and when each was seen. */
  Dataset<Row> believed(Dataset<Row> captures, Dataset<Row> decided, Dataset<Row> seenOften) {
    return captures
        .join(decided, col("key").equalTo(col("decided_key")), "left")
        .join(seenOften, col("key").equalTo(col("seen_key")), "left")
        .withColumn("often", col("seen_key").isNotNull())
        .withColumn("news", coalesce(col("news"), array(seenAt())))
        .withColumn("last_seen", coalesce(col("last_seen"), seenAt()))
        .select(
            Arrays.stream(BelievedPage.TYPE.fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new));
  }

  private Column seenAt() {
    return coalesce(col("capture.captured_at"), lit(nominalTime));
  }

  /**
   * When captures were seen whose page was seen more than once; these are few.
   *
   * @param all also captures that were met twice: they were seen twice
   */
  Dataset<Row> seenOften(Dataset<Row> all) {
    Dataset<Row> sightings =
        all.filter(col("key").isNotNull())
            .select(
                col("capture.source"),
                col("capture.page"),
                col("capture.raw_sha256"),
                seenAt().as("at"),
                col("key"));
    Dataset<Row> often =
        sightings
            .groupBy(col("source").as("s"), col("page").as("p"))
            .count()
            .filter(col("count").gt(1));
    return sightings
        .join(
            often, col("source").equalTo(col("s")).and(col("page").equalTo(col("p"))), "left_semi")
        .distinct()
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getString(0) + "\n" + row.getString(1),
            Encoders.STRING())
        .flatMapGroups(news(), Encoders.row(SEEN));
  }

  /** A capture is news where the page did not show the same bytes when it was seen before. */
  private static FlatMapGroupsFunction<String, Row, Row> news() {
    return (page, rows) -> {
      NavigableMap<Instant, Map<String, String>> seen = new TreeMap<>();
      rows.forEachRemaining(
          row ->
              seen.computeIfAbsent(Instant.parse(row.getString(3)), at -> new TreeMap<>())
                  .put(row.getString(2), row.getString(4)));
      Map<String, List<String>> news = new TreeMap<>();
      Map<String, String> last = new HashMap<>();
      seen.forEach(
          (at, bytes) ->
              bytes.forEach(
                  (hash, key) -> {
                    Map.Entry<Instant, Map<String, String>> before = seen.lowerEntry(at);
                    List<String> times = news.computeIfAbsent(key, k -> new ArrayList<>());
                    if (before == null || !before.getValue().containsKey(hash)) {
                      times.add(at.toString());
                    }
                    last.put(key, at.toString());
                  }));
      List<Row> result = new ArrayList<>();
      news.forEach(
          (key, times) ->
              result.add(RowFactory.create(key, times.toArray(String[]::new), last.get(key))));
      return result.iterator();
    };
  }

  // --- groups ---------------------------------------------------------------------------------

  /** What all groups give; names and flags of all subjects at once are added on the driver. */
  Dataset<Row> subjects(Dataset<Row> believed) {
    return believed
        .flatMap(flat(SubjectStage.units()), Encoders.row(SubjectStage.UNIT))
        .groupBy("slug")
        .as(Encoders.STRING(), Encoders.row(SubjectStage.UNIT))
        .flatMapSortedGroups(
            new Column[] {col("step")},
            SubjectStage.results(shared),
            Encoders.row(GroupResult.TYPE));
  }

  /** The sets of subjects that more than one capture compares. */
  static Dataset<Row> comparedOften(Dataset<Row> believed) {
    return believed
        .filter(col("compared").isNotNull())
        .groupBy(col("compared").as("subjects"))
        .count()
        .filter(col("count").gt(1))
        .select("subjects");
  }

  /** What captures say of each other. */
  Dataset<Row> groups(Dataset<Row> believed, Dataset<Row> comparedOften, Dataset<Row> subjects) {
    Map<String, String> names = new HashMap<>();
    subjects
        .filter(size(col("name")).gt(1))
        .select(explode(col("name")).as("n"))
        .select("n.slug", "n.settled")
        .distinct()
        .collectAsList()
        .forEach(row -> names.put(row.getString(0), row.getString(1)));
    Broadcast<Map<String, String>> settled =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(names);
    Dataset<Row> comparing =
        believed.join(comparedOften, col("compared").equalTo(col("subjects")), "left_semi");
    // Only what they are and when they were seen.
    Dataset<Row> bare = believed.select("key", "capture", "last_seen");
    return grouped(comparing, "compared", GroupStage.compared(shared, settled), GroupResult.TYPE)
        .union(
            grouped(bare, "capture.raw_sha256", GroupStage.ofOnePayload(shared), GroupResult.TYPE))
        .union(
            grouped(
                bare, "capture.page", GroupStage.ofOnePage(shared, nominalTime), GroupResult.TYPE));
  }

  /** What captures raise alone, and stands. */
  static Dataset<Row> pageFlags(Dataset<Row> believed) {
    Column alone = not(col("often")).and(col("decided").isNull());
    StructType flag = SparkRows.type(StorageTables.FLAG);
    return PackedRows.of(believed.filter(alone), "flag", StorageTables.FLAG)
        .union(grouped(believed.filter(not(alone)), "capture.page", PageFlags.standing(), flag));
  }

  private static Dataset<Row> grouped(
      Dataset<Row> pages,
      String key,
      FlatMapGroupsFunction<String, Row, Row> stage,
      StructType result) {
    return pages
        .groupBy(col(key).as("group_key"))
        .as(Encoders.STRING(), Encoders.row(pages.schema()))
        .flatMapGroups(stage, Encoders.row(result));
  }

  /** What the names of all subjects together raise. */
  Row names(Dataset<Row> subjects) {
    List<NamedSubject> names =
        subjects.select(explode(col("name")).as("n")).select("n.*").collectAsList().stream()
            .map(
                row ->
                    new NamedSubject(
                        row.getString(2), new Subject(row.getString(0), row.getString(1))))
            .sorted(
                Comparator.comparing((NamedSubject each) -> each.subject().slug())
                    .thenComparing(each -> each.subject().name()))
            .toList();
    Tally tally = new Tally();
    List<Flag> flags = shared.value().pages().rules().check(RuleInput.NAMES, names, tally);
    return GroupResult.of(2, "", List.of(), flags, new Row[0], tally);
  }

  /** What has changed too far since the runs before. */
  Row drift(List<RunMetrics> runs) {
    Tally tally = new Tally();
    List<Flag> flags = new ArrayList<>();
    runs.forEach(
        run -> flags.addAll(shared.value().pages().rules().check(RuleInput.RUN, run, tally)));
    return GroupResult.of(5, "", List.of(), flags, new Row[0], tally);
  }

  /** Each flag once: of those that are the same the last one. */
  static Dataset<Row> flags(Dataset<Row> pageFlags, Dataset<Row> results) {
    Dataset<Row> across = GroupResult.flags(results);
    return pageFlags
        .join(
            across.select(col("fingerprint").as("f")),
            col("fingerprint").equalTo(col("f")),
            "left_anti")
        .union(across);
  }

  /** The counts of a task added up, so that few travel. */
  private static MapPartitionsFunction<Row, Row> added() {
    return rows -> {
      Tally tally = new Tally();
      while (rows.hasNext()) {
        for (Row row : rows.next().<Row>getList(0)) {
          tally.add(
              row.getString(0), new Tally.Count(row.getLong(1), row.getLong(2), row.getLong(3)));
        }
      }
      return Arrays.asList(StagedPage.counts(tally)).iterator();
    };
  }

  /** How each rule fared, as rows of {@code rule_result}. */
  List<Row> ruleResults(Dataset<Row> captures, Dataset<Row> results) {
    Tally tally = new Tally();
    for (Dataset<Row> each : List.of(captures, results)) {
      each.select("tally")
          .mapPartitions(added(), Encoders.row(StagedPage.COUNT))
          .collectAsList()
          .forEach(
              row ->
                  tally.add(
                      row.getString(0),
                      new Tally.Count(row.getLong(1), row.getLong(2), row.getLong(3))));
    }
    long count = captures.count();
    tally.compared("duplicate_capture", count > 1 ? count : 0);
    RuleBook rules = shared.value().pages().rules();
    List<Row> rows = new ArrayList<>();
    for (RuleInfo rule : rules.rules()) {
      Tally.Count counted = tally.of(rule.id());
      rows.add(
          SparkRows.row(
              TableRow.of(
                  rule.id(),
                  rule.title(),
                  rule.severity().id(),
                  counted.evaluated(),
                  counted.failed(),
                  counted.status())));
    }
    return rows;
  }
}
