package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.ParserVersion;
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
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** From files to what became of their pages, a page at a time. */
final class PageStage implements FlatMapFunction<Iterator<String>, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SharedReader> shared;
  private final SerializableConfiguration hadoop;
  private final String source;
  private final String column;

  PageStage(
      Broadcast<SharedReader> shared, SerializableConfiguration hadoop, SparkJob.Request request) {
    this.shared = shared;
    this.hadoop = hadoop;
    this.source = request.source();
    this.column = request.column();
  }

  @Override
  public Iterator<Row> call(Iterator<String> files) {
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
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Row next() {
        return row(items.next());
      }
    };
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

  private Row row(RawItem item) {
    if (item instanceof RawItem.Page page) {
      SharedReader reader = shared.value();
      CaptureRef ref = page.capture().ref();
      String version = ParserVersion.of(reader.parserVersion(), reader.settings().decisions(), ref);
      List<Row> rows = new ArrayList<>();
      reader
          .pages()
          .run(page.capture())
          .match(
              parsed -> rows.add(StagedPage.of(parsed, version)),
              refused -> rows.add(StagedPage.of(refused)));
      return rows.get(0);
    }
    return StagedPage.of(quarantined(item));
  }

  private static Quarantined quarantined(RawItem item) {
    return ((RawItem.Unreadable) item).quarantined();
  }
}
