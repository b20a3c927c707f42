package dev.unglue.spark;

import dev.unglue.raw.read.FileFormat;
import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.read.PageSink;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * From files to what stands in them. A file is read by one task, for only who has read what comes
 * before knows the number of a record, and in a gzip even its beginning; that takes a fortieth of
 * the time of its pages. A file that holds more than one task's share is dealt out record by
 * record, so that its pages are parsed by all.
 */
final class ReadStage implements FlatMapFunction<Iterator<String>, RawItem> {
  private static final long serialVersionUID = 1L;

  /** Less is not worth a task of its own. */
  private static final long LEAST_BYTES = 256 * 1024;

  private final SerializableConfiguration hadoop;
  private final String source;
  private final String column;

  private ReadStage(SerializableConfiguration hadoop, SparkJob.Request request) {
    this.hadoop = hadoop;
    this.source = request.source();
    this.column = request.column();
  }

  /** All that stands in the files, in so many parts as are asked for, or as fit the cluster. */
  static JavaRDD<RawItem> items(
      JavaSparkContext context, SparkJob.Request request, Map<String, Long> files) {
    long bytes = files.values().stream().mapToLong(Long::longValue).sum();
    long fit = Math.min(4L * context.defaultParallelism(), bytes / LEAST_BYTES + 1);
    int parts = request.partitions() > 0 ? request.partitions() : (int) fit;
    List<String> small = new ArrayList<>();
    List<String> large = new ArrayList<>();
    files.forEach((file, size) -> (size > bytes / parts ? large : small).add(file));
    ReadStage read =
        new ReadStage(new SerializableConfiguration(context.hadoopConfiguration()), request);
    JavaRDD<RawItem> whole =
        context.parallelize(small, Math.max(1, Math.min(parts, small.size()))).mapPartitions(read);
    return large.isEmpty() || parts == 1
        ? whole.union(context.parallelize(large, 1).mapPartitions(read))
        : whole.union(dealt(context.parallelize(large, large.size()).mapPartitions(read), parts));
  }

  /** One to each part in turn, so that a task that is tried again deals as it did. */
  private static JavaRDD<RawItem> dealt(JavaRDD<RawItem> items, int parts) {
    return items
        .mapPartitionsToPair(
            some -> {
              int[] number = {0};
              Iterator<Tuple2<Integer, Row>> numbered =
                  new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                      return some.hasNext();
                    }

                    @Override
                    public Tuple2<Integer, Row> next() {
                      return new Tuple2<>(number[0]++, ItemRow.of(some.next()));
                    }
                  };
              return numbered;
            })
        .partitionBy(new HashPartitioner(parts))
        .map(pair -> ItemRow.item(pair._2()));
  }

  @Override
  public Iterator<RawItem> call(Iterator<String> files) {
    PulledItems<RawItem> items =
        new PulledItems<>(
            sink -> {
              while (files.hasNext()) {
                read(files.next(), sink::accept);
              }
            });
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) ended -> items.close());
    }
    return items;
  }

  private void read(String file, PageSink sink) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file);
    FileSystem files = path.getFileSystem(hadoop.value());
    InputFile named = new InputFile(Path.of(path.toUri().getPath()), InputFiles.name(path));
    if (ParquetPages.isParquet(file)) {
      new ParquetPages(source, column).read(path, hadoop.value(), named, sink);
      return;
    }
    try (RawStream stream = RawStream.of(files.open(path))) {
      FileFormat.of(named.lastName(), stream)
          .reader(source, RawLimits.defaults())
          .read(stream, named, sink);
    }
  }
}
