package dev.unglue.spark;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.read.RawItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What stands in a file, as it travels from the worker that has read it to the one that parses. */
final class ItemRow {
  private static final int WORDS_OF_REFUSED = 4;

  private ItemRow() {}

  static Row of(RawItem item) {
    if (item instanceof RawItem.Unreadable bad) {
      Quarantined refused = bad.quarantined();
      return RowFactory.create(
          refused.page(), refused.reason(), refused.message(), refused.rawText());
    }
    Capture capture = ((RawItem.Page) item).capture();
    CaptureRef ref = capture.ref();
    return RowFactory.create(
        ref.source(),
        ref.page(),
        ref.url(),
        Optional.ofNullable(ref.capturedAt()).map(Instant::toString).orElse(null),
        ref.rawSha256(),
        ref.mediaType(),
        ref.rawPath(),
        ref.rawOffset(),
        ref.truncated(),
        capture.text(),
        capture.notes().toArray(String[]::new));
  }

  static RawItem item(Row row) {
    if (row.length() == WORDS_OF_REFUSED) {
      return new RawItem.Unreadable(
          new Quarantined(
              row.getString(0), row.getString(1), row.getString(2), row.getString(3), null));
    }
    CaptureRef ref =
        new CaptureRef(
            row.getString(0),
            row.getString(1),
            row.getString(2),
            row.isNullAt(3) ? null : Instant.parse(row.getString(3)),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getLong(7),
            row.getString(8));
    return new RawItem.Page(new Capture(ref, row.getString(9), List.of(row.<String[]>getAs(10))));
  }
}
