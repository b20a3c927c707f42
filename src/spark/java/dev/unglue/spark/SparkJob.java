package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.publish.parquet.TableSchema;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The whole job: pages, what they say of each other, and the tables of both. */
final class SparkJob {
  private static final String STAGE = "_stage";

  private final SparkSession spark;
  private final Request request;
  private final SharedReader reader;
  private final String run;
  private final Path out;
  private final Broadcast<SharedReader> shared;
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * What is asked for.
   *
   * @param inputs files, folders and globs
   * @param out the folder of the tables
   * @param source name of the source that the pages come by
   * @param column the column of Parquet files that has the pages; empty for the usual ones
   * @param partitions in how many parts the files are read; 0 leaves it to Spark
   * @param nominalTime the time that the run stands for
   */
  record Request(
      List<String> inputs,
      String out,
      String source,
      String column,
      int partitions,
      Instant nominalTime) {
    Request {
      inputs = List.copyOf(inputs);
    }
  }

  private SparkJob(SparkSession spark, Request request, SharedReader reader, List<String> files) {
    this.spark = spark;
    this.request = request;
    this.reader = reader;
    this.run = name(request, reader, files);
    this.out = new Path(request.out());
    this.shared = context().broadcast(reader);
  }

  /** The same request on the same files with the same configuration is the same run. */
  private static String name(Request request, SharedReader reader, List<String> files) {
    return Sha256.hex(
            String.join("\n", files.stream().sorted().toList())
                + "\n"
                + reader.parserVersion()
                + "\n"
                + reader.settings().configSha256()
                + "\n"
                + request.source()
                + "\n"
                + request.column()
                + "\n"
                + request.nominalTime())
        .substring(0, 32);
  }

  /**
   * Runs it; true if it wrote anything, false where this very run lies there already.
   *
   * @throws SparkJobException if an input is not there or has no such column, or the folder holds
   *     something else
   */
  static boolean run(SparkSession spark, Request request, SharedReader reader) throws IOException {
    List<String> files =
        InputFiles.of(request.inputs(), spark.sparkContext().hadoopConfiguration());
    requireColumn(spark, request, files);
    return new SparkJob(spark, request, reader, files).run(files);
  }

  /** Looks at one file only: thousands would keep the driver busy, and each is looked at later. */
  private static void requireColumn(SparkSession spark, Request request, List<String> files)
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

  private boolean run(List<String> files) throws IOException {
    FileSystem system = out.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path manifest = new Path(new Path(out, TableFolder.MANIFESTS), run + ".json");
    Path success = new Path(out, TableFolder.SUCCESS);
    if (system.exists(manifest) && system.exists(success)) {
      return false;
    }
    refuseForeign(system);
    system.delete(success, false);
    Path stage = new Path(new Path(out, STAGE), "run=" + run);
    try {
      pages(files)
          .write()
          .mode(SaveMode.Overwrite)
          .option("compression", "gzip")
          .parquet(stage.toString());
      Map<String, Long> rows =
          write(spark.read().schema(StagedPage.TYPE).parquet(stage.toString()));
      write(system, manifest, TableFolder.manifest(run, reader.parserVersion(), rows));
      write(system, success, "");
      return true;
    } finally {
      system.delete(stage.getParent(), true);
    }
  }

  private void refuseForeign(FileSystem system) throws IOException {
    boolean ours = system.exists(new Path(out, TableFolder.MANIFESTS));
    if (system.exists(out) && !ours && system.listStatus(out).length > 0) {
      throw new SparkJobException(
          "%s: expected an empty folder or one of tables, found something else; name another"
              .formatted(out));
    }
    system.mkdirs(new Path(out, TableFolder.MANIFESTS));
  }

  private Dataset<Row> pages(List<String> files) {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    int parts =
        request.partitions() > 0
            ? request.partitions()
            : Math.max(1, Math.min(files.size(), 4 * context().defaultParallelism()));
    JavaRDD<Row> rows =
        context().parallelize(files, parts).mapPartitions(new PageStage(shared, hadoop, request));
    return spark.createDataFrame(rows, StagedPage.TYPE);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Of captures that are met twice the first counts, by the names of their files. */
  private static Dataset<Row> once(Dataset<Row> pages) {
    Dataset<Row> first =
        pages
            .filter(col("key").isNotNull())
            .groupBy(col("key").as("first_key"))
            .agg(
                min(struct(col("capture.raw_path").as("path"), col("capture.raw_offset").as("at")))
                    .as("first"));
    return pages.join(
        first,
        col("key")
            .equalTo(col("first_key"))
            .and(col("capture.raw_path").equalTo(col("first.path")))
            .and(col("capture.raw_offset").equalTo(col("first.at"))),
        "left_semi");
  }

  /**
   * Each table is written before what is built upon it, and read again: nothing is computed twice.
   */
  private Map<String, Long> write(Dataset<Row> pages) {
    Dataset<Row> captures = once(pages).cache();
    write(StorageTables.CAPTURE, captures.select("capture.*"));
    write(
        StorageTables.COMPARISON,
        exploded(captures.filter(size(col("comparison")).gt(1)), "comparison"));
    write(StorageTables.OBSERVATION, exploded(captures, "observation"));
    // A capture that is met twice gives equal rows.
    write(StorageTables.QUARANTINE, exploded(pages, "quarantine").distinct());
    CrossPages across = new CrossPages(spark, shared, request.nominalTime());
    Dataset<Row> resolutions = write(StorageTables.RESOLUTION, across.resolutions(captures));
    Dataset<Row> believed = across.believed(pages, captures, resolutions).cache();
    Dataset<Row> subjects = across.subjects(believed).cache();
    write(StorageTables.FACT, exploded(subjects, "fact"));
    Dataset<Row> results =
        subjects
            .union(across.groups(believed, subjects))
            .union(spark.createDataFrame(List.of(across.names(subjects)), GroupResult.TYPE))
            .cache();
    write(StorageTables.FLAG, CrossPages.flags(across.pageFlags(believed), results));
    write(
        StorageTables.RULE_RESULT,
        spark.createDataFrame(
            across.ruleResults(captures, results), SparkRows.type(StorageTables.RULE_RESULT)));
    return counts;
  }

  private static Dataset<Row> exploded(Dataset<Row> rows, String table) {
    return rows.select(explode(col(table)).as("row")).select("row.*");
  }

  /** Writes a table; what was written, to go on with. */
  private Dataset<Row> write(TableSchema shape, Dataset<Row> rows) {
    String folder = new Path(new Path(out, shape.name()), "run=" + run).toString();
    rows.write().mode(SaveMode.Overwrite).option("compression", "gzip").parquet(folder);
    Dataset<Row> written = spark.read().schema(SparkRows.type(shape)).parquet(folder);
    counts.put(shape.name(), written.count());
    return written;
  }

  private static void write(FileSystem system, Path file, String text) throws IOException {
    try (OutputStream stream = system.create(file, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
