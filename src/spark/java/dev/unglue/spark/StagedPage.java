package dev.unglue.spark;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.validate.Tally;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

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
          .add("comparison", DataTypes.BinaryType)
          .add("observation", DataTypes.BinaryType)
          .add("flag", DataTypes.BinaryType)
          .add("quarantine", DataTypes.BinaryType)
          .add("tally", DataTypes.createArrayType(COUNT))
          .add("compared", DataTypes.StringType)
          .add("open", DataTypes.createArrayType(DataTypes.StringType));

  private static final Set<Layout> RUN_TOGETHER = EnumSet.of(Layout.GLUED, Layout.SPACED);

  private StagedPage() {}

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
        PackedRows.pack(PageTables.comparison(key, page.subjects())),
        PackedRows.pack(cells),
        PackedRows.pack(List.copyOf(flags.values())),
        PackedRows.pack(
            page.quarantine().stream().map(row -> PageTables.quarantine(key, row)).toList()),
        counts(parsed.tally()),
        compared(page.subjects()),
        open(page.observations()));
  }

  /** By which subjects pages are looked at together; of one that compares none there is nothing. */
  private static @Nullable String compared(List<Subject> subjects) {
    return subjects.size() < 2
        ? null
        : subjects.stream().map(Subject::slug).distinct().sorted().collect(Collectors.joining(" "));
  }

  /** The attributes of which other captures may decide a cell. */
  private static String[] open(List<Observation> cells) {
    return cells.stream()
        .filter(cell -> cell.layout() != null && RUN_TOGETHER.contains(cell.layout()))
        .filter(cell -> !Observation.CERTAIN.contains(cell.method()))
        .map(Observation::attribute)
        .distinct()
        .toArray(String[]::new);
  }

  static Row of(Quarantined refused) {
    byte[] none = PackedRows.pack(List.of());
    byte[] one = PackedRows.pack(List.of(PageTables.quarantine("", refused)));
    return RowFactory.create(null, null, none, none, none, one, new Row[0], null, new String[0]);
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
