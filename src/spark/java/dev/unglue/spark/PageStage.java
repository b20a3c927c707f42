package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.pipeline.parse.ParserVersion;
import dev.unglue.raw.read.RawItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** From what stands in a file to what became of it, a page at a time. */
record PageStage(Broadcast<SharedReader> shared) implements Function<RawItem, Row> {
  @Override
  public Row call(RawItem item) {
    if (!(item instanceof RawItem.Page page)) {
      return StagedPage.of(((RawItem.Unreadable) item).quarantined());
    }
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
}
