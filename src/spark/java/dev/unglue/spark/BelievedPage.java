package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.value.Subject;
import dev.unglue.publish.parquet.PageRows;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.publish.parquet.TableSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is believed: with the cells that other captures have decided, and when it was seen
 * to show something new.
 */
record BelievedPage(Row page) {
  /** What is needed of a page to the end. */
  static final StructType TYPE =
      new StructType(Arrays.copyOf(StagedPage.TYPE.fields(), StagedPage.QUARANTINE))
          .add("compared", DataTypes.StringType)
          .add("decided", DataTypes.BinaryType)
          .add("news", DataTypes.createArrayType(DataTypes.StringType))
          .add("last_seen", DataTypes.StringType)
          .add("often", DataTypes.BooleanType);

  String key() {
    return page.getString(StagedPage.KEY);
  }

  TableRow capture() {
    return SparkRows.tableRow(page.getStruct(StagedPage.CAPTURE));
  }

  CaptureRef ref() {
    return PageRows.ref(capture());
  }

  /** When it showed what it had not shown right before. */
  List<Instant> news() {
    return page.<String>getList(page.fieldIndex("news")).stream().map(Instant::parse).toList();
  }

  Instant lastSeen() {
    return Instant.parse(page.<String>getAs("last_seen"));
  }

  /** Whom it compares or describes, by the names that it prints. */
  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (TableRow row : rows("comparison")) {
      subjects.add(new Subject(text(row, "name"), text(row, "slug")));
    }
    return subjects;
  }

  /** Its cells as its own page has them. */
  List<TableRow> cells() {
    return rows("observation");
  }

  List<TableRow> decided() {
    return rows("decided");
  }

  /** What it raises alone. */
  List<TableRow> flags() {
    return rows("flag");
  }

  private List<TableRow> rows(String column) {
    byte[] packed = page.getAs(column);
    return packed == null ? List.of() : PackedRows.unpack(packed);
  }

  private static String text(TableRow row, String column) {
    return row.cell(StorageTables.COMPARISON.index(column)).orElse("").toString();
  }

  /** Its cells as they are believed, in the order of the page. */
  List<TableRow> believed() {
    TableSchema shape = StorageTables.OBSERVATION;
    TableSchema of = StorageTables.RESOLUTION;
    Map<Object, TableRow> byPosition = new HashMap<>();
    decided().forEach(row -> row.cell(of.index("position")).ifPresent(p -> byPosition.put(p, row)));
    List<TableRow> believed = new ArrayList<>();
    for (TableRow cell : cells()) {
      TableRow decided = byPosition.get(cell.cell(shape.index("position")).orElseThrow());
      believed.add(decided == null ? cell : with(cell, decided));
    }
    int start = shape.index("raw_start");
    int end = shape.index("raw_end");
    believed.sort(
        Comparator.<TableRow>comparingLong(row -> (Long) row.cell(start).orElseThrow())
            .thenComparingLong(row -> (Long) row.cell(end).orElseThrow()));
    return believed;
  }

  private static TableRow with(TableRow cell, TableRow decided) {
    @Nullable Object[] cells = cell.cells();
    for (TableSchema.Column column : StorageTables.RESOLUTION.columns().subList(2, 11)) {
      cells[StorageTables.OBSERVATION.index(column.name())] =
          decided.cell(StorageTables.RESOLUTION.index(column.name())).orElse(null);
    }
    return TableRow.of(cells);
  }

  /** The same beside others, of subjects by the names that they have everywhere. */
  GroupedPage grouped(Map<String, String> names, SparkRows.Pool pool) {
    List<Subject> subjects = subjects().stream().map(each -> named(each, names)).toList();
    return new GroupedPage(ref(), subjects, observations(names, pool));
  }

  private List<Observation> observations(Map<String, String> names, SparkRows.Pool pool) {
    List<Observation> observations = new ArrayList<>();
    for (TableRow row : believed()) {
      Observation seen = PageRows.observation(pool.of(row));
      Subject subject = seen.subject();
      observations.add(subject == null ? seen : seen.about(named(subject, names)));
    }
    return observations;
  }

  private static Subject named(Subject printed, Map<String, String> names) {
    return new Subject(names.getOrDefault(printed.slug(), printed.name()), printed.slug());
  }
}
