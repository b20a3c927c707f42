package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.publish.parquet.TableSchema;
import dev.unglue.store.sql.StoreException;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The whole job: pages, what they say of each other, and the tables of both. */
final class SparkJob {
  private static final String STAGE = "_stage";
  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  /** Of the input, mostly packed: what is sorted of them fits a task that has 1 GB. */
  private static final long SHUFFLED_BYTES = 4L << 20;

  private final SparkSession spark;
  private final Request request;
  private final SharedReader reader;
  private final String run;
  private final Path out;
  private final Broadcast<SharedReader> shared;

  /**
   * What is asked for.
   *
   * @param inputs files, folders and globs
   * @param out the folder of the tables
   * @param source name of the source that the pages come by
   * @param column the column of Parquet files that has the pages; empty for the usual ones
   * @param partitions in how many parts the files are read; 0 leaves it to Spark
   * @param nominalTime the time that the run stands for
   * @param before good runs before, by their names in the folder, whose figures these are held
   *     against
   */
  record Request(
      List<String> inputs,
      String out,
      String source,
      String column,
      int partitions,
      Instant nominalTime,
      List<String> before) {
    Request {
      inputs = List.copyOf(inputs);
      before = List.copyOf(before);
      if (partitions < 0) {
        throw new SparkJobException(
            "--partitions: expected a number of parts, found " + partitions);
      }
    }
  }

  /**
   * What became of it.
   *
   * @param run its name in the folder
   * @param written false where this very run lay there already
   * @param fatal flags that close the gate
   */
  record Outcome(String run, boolean written, long fatal) {}

  private SparkJob(
      SparkSession spark, Request request, SharedReader reader, Map<String, Long> files) {
    this.spark = spark;
    this.request = request;
    this.reader = reader;
    this.run = name(request, reader, files);
    this.out = new Path(request.out());
    this.shared = context().broadcast(reader);
  }

  /** The same request on the same files with the same configuration is the same run. */
  private static String name(Request request, SharedReader reader, Map<String, Long> files) {
    return Sha256.hex(
            new TreeMap<>(files)
                + "\n"
                + reader.parserVersion()
                + "\n"
                + reader.settings().configSha256()
                + "\n"
                + request.source()
                + "\n"
                + request.column()
                + "\n"
                + request.nominalTime()
                + request.before())
        .substring(0, 32);
  }

  /**
   * Runs it.
   *
   * @throws SparkJobException if an input is not there or has no such column, or the folder is none
   *     or holds something else
   */
  static Outcome run(SparkSession spark, Request request, SharedReader reader) throws IOException {
    Map<String, Long> files =
        InputFiles.of(request.inputs(), spark.sparkContext().hadoopConfiguration());
    requirePlace(spark, request);
    fit(spark, files);
    requireColumn(spark, request, files.keySet());
    SparkJob job = new SparkJob(spark, request, reader, files);
    boolean written = job.run(files);
    Dataset<Row> flags = job.table(StorageTables.FLAG, job.run);
    return new Outcome(
        job.run, written, flags.filter("severity = 'fatal' and silenced = 0").count());
  }

  /**
   * Shuffles in as many parts as fit the cluster and the files, where nobody has said how many: as
   * many as Spark takes by itself are a file each for every task of a small run.
   */
  private static void fit(SparkSession spark, Map<String, Long> files) {
    if (!spark.sparkContext().getConf().contains(SHUFFLE_PARTITIONS)) {
      long bytes = files.values().stream().mapToLong(Long::longValue).sum();
      long tasks = 4L * spark.sparkContext().defaultParallelism();
      spark.conf().set(SHUFFLE_PARTITIONS, Math.max(tasks, bytes / SHUFFLED_BYTES + 1));
    }
  }

  private static void requirePlace(SparkSession spark, Request request) {
    try {
      new Path(request.out()).getFileSystem(spark.sparkContext().hadoopConfiguration());
    } catch (IOException | IllegalArgumentException e) {
      throw new SparkJobException(
          "--to \"%s\": expected a folder of any Hadoop file system: %s"
              .formatted(request.out(), e.getMessage()));
    }
  }

  /** Looks at one file only: thousands would keep the driver busy, and each is looked at later. */
  private static void requireColumn(SparkSession spark, Request request, Set<String> files)
      throws IOException {
    Optional<String> first = files.stream().filter(ParquetPages::isParquet).findFirst();
    if (first.isPresent()) {
      new ParquetPages(request.source(), request.column())
          .requireColumn(new Path(first.get()), spark.sparkContext().hadoopConfiguration());
    } else if (!request.column().isEmpty()) {
      throw new SparkJobException(
          "column \"%s\": expected a Parquet file among the inputs, found none"
              .formatted(request.column()));
    }
  }

  private boolean run(Map<String, Long> files) throws IOException {
    FileSystem system = out.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path manifest = new Path(new Path(out, TableFolder.MANIFESTS), run + ".json");
    Path success = new Path(out, TableFolder.SUCCESS);
    refuseForeign(system);
    if (system.exists(manifest) && system.exists(success)) {
      return false;
    }
    system.mkdirs(manifest.getParent());
    system.delete(success, false);
    try {
      Map<String, Long> rows = write(staged("page", pages(files)));
      write(system, manifest, TableFolder.manifest(run, reader.parserVersion(), rows));
      dropBroken(system);
      write(system, success, "");
      return true;
    } finally {
      system.delete(new Path(out, STAGE), true);
    }
  }

  private void refuseForeign(FileSystem system) throws IOException {
    Path manifests = new Path(out, TableFolder.MANIFESTS);
    boolean ours = system.exists(manifests);
    if (system.exists(out) && !ours && system.listStatus(out).length > 0) {
      throw new SparkJobException(
          "%s: expected an empty folder or one of tables, found something else; name another"
              .formatted(out));
    }
    for (String each : request.before()) {
      if (!system.exists(new Path(manifests, each + ".json"))) {
        throw new SparkJobException(
            "%s: expected the run %s that --before names, found none".formatted(out, each));
      }
    }
    for (FileStatus other : ours ? system.listStatus(manifests) : new FileStatus[0]) {
      try (InputStream text = system.open(other.getPath())) {
        TableFolder.requireVersion(out.toString(), text.readAllBytes(), reader.parserVersion());
      } catch (StoreException e) {
        throw new SparkJobException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Of a run that broke off there is no manifest; what it has left must not pass for rows. */
  private void dropBroken(FileSystem system) throws IOException {
    for (TableSchema table : StorageTables.ALL) {
      Path folder = new Path(out, table.name());
      for (FileStatus of : system.exists(folder) ? system.listStatus(folder) : new FileStatus[0]) {
        String name = of.getPath().getName().replaceFirst("^run=", "");
        if (!system.exists(new Path(new Path(out, TableFolder.MANIFESTS), name + ".json"))) {
          system.delete(of.getPath(), true);
        }
      }
    }
  }

  private Dataset<Row> pages(Map<String, Long> files) {
    return spark.createDataFrame(
        ReadStage.items(context(), request, files).map(new PageStage(shared)), StagedPage.TYPE);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /**
   * Of captures that are met twice the first counts, by the names of their files. Those that do not
   * count are few: they are looked up, and the pages themselves are moved nowhere.
   */
  private Dataset<Row> once(Dataset<Row> pages) {
    Dataset<Row> read = pages.filter(col("key").isNotNull());
    Column place = struct(col("capture.raw_path").as("path"), col("capture.raw_offset").as("at"));
    Dataset<Row> twice =
        staged(
            "twice",
            read.groupBy(col("key").as("twice")).count().filter("count > 1").select("twice"));
    if (twice.isEmpty()) {
      return read;
    }
    Dataset<Row> again =
        read.join(twice, col("key").equalTo(col("twice")), "left_semi")
            .select(col("key").as("again"), place.as("place"))
            .groupBy("again")
            .agg(sort_array(collect_set("place")).as("places"))
            .select(col("again"), explode(expr("slice(places, 2, size(places))")).as("place"))
            .select("again", "place.*");
    return read.join(
        staged("again", again),
        col("key")
            .equalTo(col("again"))
            .and(col("capture.raw_path").equalTo(col("path")))
            .and(col("capture.raw_offset").equalTo(col("at"))),
        "left_anti");
  }

  /**
   * Each table is written before what is built upon it, and read again, and so is what else is
   * needed more than once: nothing is computed twice, be it that a worker is lost, and no plan is
   * long.
   */
  private Map<String, Long> write(Dataset<Row> pages) {
    Dataset<Row> captures = once(pages);
    write(StorageTables.CAPTURE, captures.select("capture.*"));
    write(
        StorageTables.COMPARISON,
        PackedRows.of(
            captures.filter(col("compared").isNotNull()), "comparison", StorageTables.COMPARISON));
    write(
        StorageTables.OBSERVATION,
        PackedRows.of(captures, "observation", StorageTables.OBSERVATION));
    // A capture that is met twice gives equal rows.
    write(
        StorageTables.QUARANTINE,
        PackedRows.of(pages, "quarantine", StorageTables.QUARANTINE).distinct());
    CrossPages across = new CrossPages(spark, shared, request.nominalTime());
    Dataset<Row> resolutions = write(StorageTables.RESOLUTION, across.resolutions(captures));
    Dataset<Row> decided = staged("decided", CrossPages.decided(resolutions));
    Dataset<Row> seen = staged("seen", across.seenOften(pages));
    Dataset<Row> believed = staged("believed", across.believed(captures, decided, seen));
    Dataset<Row> subjects = staged("subject", across.subjects(believed));
    write(StorageTables.FACT, PackedRows.of(subjects, "fact", StorageTables.FACT));
    Dataset<Row> pageFlags = staged("flag", CrossPages.pageFlags(believed));
    Dataset<Row> facts = table(StorageTables.FACT, run);
    Dataset<Row> figures = write(StorageTables.METRIC, Figures.of(believed, facts, pageFlags));
    List<Dataset<Row>> before =
        request.before().stream().map(each -> table(StorageTables.METRIC, each)).toList();
    Dataset<Row> compared = staged("compared", CrossPages.comparedOften(believed));
    List<Row> ofAll =
        List.of(across.names(subjects), across.drift(Figures.beside(figures, before)));
    Dataset<Row> results =
        staged(
            "result",
            subjects
                .union(across.groups(believed, compared, subjects))
                .union(spark.createDataFrame(ofAll, GroupResult.TYPE)));
    write(StorageTables.FLAG, CrossPages.flags(pageFlags, results));
    write(
        StorageTables.RULE_RESULT,
        spark.createDataFrame(
            across.ruleResults(captures, results), SparkRows.type(StorageTables.RULE_RESULT)));
    return counts();
  }

  /** What was written, counted as it lies there. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    StorageTables.ALL.forEach(table -> counts.put(table.name(), 0L));
    StorageTables.ALL.stream()
        .map(table -> table(table, run).select(lit(table.name()).as("name")))
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy("name")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** A table of a run of this folder. */
  private Dataset<Row> table(TableSchema shape, String of) {
    Path folder = new Path(new Path(out, shape.name()), "run=" + of);
    return spark.read().schema(SparkRows.type(shape)).parquet(folder.toString());
  }

  /** Writes a table; what was written, to go on with. */
  private Dataset<Row> write(TableSchema shape, Dataset<Row> rows) {
    String folder = new Path(new Path(out, shape.name()), "run=" + run).toString();
    return written(folder, SparkRows.type(shape), rows, "gzip");
  }

  private Dataset<Row> staged(String name, Dataset<Row> rows) {
    Path folder = new Path(new Path(new Path(out, STAGE), "run=" + run), name);
    return written(folder.toString(), rows.schema(), rows, "snappy");
  }

  private Dataset<Row> written(
      String folder, StructType type, Dataset<Row> rows, String compression) {
    rows.write().mode(SaveMode.Overwrite).option("compression", compression).parquet(folder);
    return spark.read().schema(type).parquet(folder);
  }

  private static void write(FileSystem system, Path file, String text) throws IOException {
    try (OutputStream stream = system.create(file, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
