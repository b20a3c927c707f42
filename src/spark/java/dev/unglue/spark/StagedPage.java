package dev.unglue.spark;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.publish.parquet.TableSchema;
import dev.unglue.validate.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What became of one capture, as one row: with the rows of each table, so that a page is read once
 * and every stage behind takes of it what it needs.
 */
final class StagedPage {
  static final int KEY = 0;
  static final int CAPTURE = 1;
  static final int COMPARISON = 2;
  static final int OBSERVATION = 3;
  static final int FLAG = 4;
  static final int QUARANTINE = 5;
  static final int TALLY = 6;

  /** How often each rule compared something on the page, and failed. */
  static final StructType COUNT =
      new StructType()
          .add("rule", DataTypes.StringType)
          .add("evaluated", DataTypes.LongType)
          .add("failed", DataTypes.LongType)
          .add("raised", DataTypes.LongType);

  static final StructType TYPE =
      new StructType()
          .add("key", DataTypes.StringType)
          .add("capture", SparkRows.type(StorageTables.CAPTURE), true)
          .add("comparison", list(StorageTables.COMPARISON))
          .add("observation", list(StorageTables.OBSERVATION))
          .add("flag", list(StorageTables.FLAG))
          .add("quarantine", list(StorageTables.QUARANTINE))
          .add("tally", DataTypes.createArrayType(COUNT));

  private StagedPage() {}

  private static ArrayType list(TableSchema shape) {
    return DataTypes.createArrayType(SparkRows.type(shape));
  }

  static Row of(PageJob.Parsed parsed, String parserVersion) {
    ParsedPage page = parsed.result().page();
    String key = PageTables.key(page.ref(), parserVersion);
    List<TableRow> cells = new ArrayList<>();
    for (Observation seen : Observation.eachOnce(page.observations())) {
      cells.add(PageTables.observation(key, cells.size() + 1L, seen));
    }
    Map<String, TableRow> flags = new LinkedHashMap<>(); // each once
    int fingerprint = StorageTables.FLAG.index("fingerprint");
    for (Flag flag : parsed.result().flags()) {
      TableRow row = PageTables.flag(key, flag);
      flags.put(row.cell(fingerprint).orElse("").toString(), row);
    }
    return RowFactory.create(
        key,
        SparkRows.row(PageTables.capture(page, parserVersion)),
        SparkRows.rows(PageTables.comparison(key, page.subjects())),
        SparkRows.rows(cells),
        SparkRows.rows(List.copyOf(flags.values())),
        SparkRows.rows(
            page.quarantine().stream().map(row -> PageTables.quarantine(key, row)).toList()),
        counts(parsed.tally()));
  }

  static Row of(Quarantined refused) {
    Row[] none = {};
    Row[] one = {SparkRows.row(PageTables.quarantine("", refused))};
    return RowFactory.create(null, null, none, none, none, one, none);
  }

  static Row[] counts(Tally tally) {
    List<Row> counts = new ArrayList<>();
    for (Map.Entry<String, Tally.Count> rule : tally.counts().entrySet()) {
      Tally.Count count = rule.getValue();
      counts.add(
          RowFactory.create(rule.getKey(), count.evaluated(), count.failed(), count.raised()));
    }
    return counts.toArray(Row[]::new);
  }
}
