package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Subject;
import dev.unglue.publish.parquet.PageRows;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.reconcile.ReconcileJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows in doubt, asked again by what other captures say: field by field, side by side. */
final class FieldStage {
  /** What one capture says of one field. */
  static final StructType UNIT =
      new StructType()
          .add("field", DataTypes.StringType)
          .add("key", DataTypes.StringType)
          .add("reading", DataTypes.StringType)
          .add("observation", DataTypes.BinaryType);

  /** A cell that is decided, and the field's place in the order of all. */
  static final StructType ANSWER =
      new StructType()
          .add("place", DataTypes.IntegerType)
          .add("row", SparkRows.type(StorageTables.RESOLUTION));

  private static final int POSITION_BITS = 24;

  private static final int SUBJECT = StorageTables.OBSERVATION.index("slug");
  private static final int ATTRIBUTE = StorageTables.OBSERVATION.index("attribute");
  private static final int START = StorageTables.OBSERVATION.index("raw_start");
  private static final int END = StorageTables.OBSERVATION.index("raw_end");
  private static final int POSITION = StorageTables.OBSERVATION.index("position");

  private FieldStage() {}

  /** Of each capture what fields have to see of it. */
  static Dataset<Row> units(Dataset<Row> captures, Map<String, Set<String>> fields) {
    HashMap<String, Set<String>> all = new HashMap<>(fields);
    FlatMapFunction<Row, Row> units = page -> units(page, all).iterator();
    Column reading = concat_ws(" ", col("capture.content_sha256"), col("capture.layout"));
    return captures
        .select(col("key"), reading, col("observation"))
        .flatMap(units, Encoders.row(UNIT));
  }

  private static List<Row> units(Row page, Map<String, Set<String>> fields) {
    List<TableRow> cells =
        PackedRows.unpack(page.<byte[]>getAs(2)).stream()
            .filter(cell -> cell.cell(SUBJECT).isPresent())
            .sorted(
                Comparator.<TableRow>comparingLong(cell -> whole(cell, START))
                    .thenComparingLong(cell -> whole(cell, END))
                    .thenComparingLong(cell -> whole(cell, POSITION)))
            .toList();
    List<Row> units = new ArrayList<>();
    fields.forEach(
        (field, attributes) -> {
          List<TableRow> seen =
              cells.stream()
                  .filter(cell -> attributes.contains(cell.cell(ATTRIBUTE).orElse("").toString()))
                  .toList();
          if (!seen.isEmpty()) {
            byte[] packed = PackedRows.pack(seen);
            units.add(RowFactory.create(field, page.getString(0), page.getString(1), packed));
          }
        });
    return units;
  }

  private static long whole(TableRow row, int column) {
    return (Long) row.cell(column).orElseThrow();
  }

  /** Asks the rows of a field; its captures come in the order of their keys. */
  static FlatMapGroupsFunction<String, Row, Row> answers(
      Broadcast<SharedReader> shared, List<String> fields) {
    ArrayList<String> order = new ArrayList<>(fields);
    return (field, captures) ->
        answers(shared.value(), field, order.indexOf(field), captures).iterator();
  }

  private static List<Row> answers(
      SharedReader reader, String field, int place, Iterator<Row> captures) {
    List<String> keys = new ArrayList<>();
    Map<Long, String> readings = new HashMap<>();
    HeldDoubts doubts =
        new HeldDoubts(
            () ->
                new Iterator<>() {
                  @Override
                  public boolean hasNext() {
                    return captures.hasNext();
                  }

                  @Override
                  public CaptureCells next() {
                    Row unit = captures.next();
                    long id = keys.size();
                    keys.add(unit.getString(1));
                    readings.put(id, unit.getString(2));
                    return cells(id, PackedRows.unpack(unit.<byte[]>getAs(3)));
                  }
                },
            readings);
    Settings settings = reader.settings();
    new ReconcileJob(
            settings.catalogue(), reader.pages().splitter(), reader.parserVersion(), doubts)
        .run(field);
    List<Row> answers = new ArrayList<>();
    doubts
        .resolved()
        .forEach(
            (id, cell) -> {
              String key = keys.get((int) (id >> POSITION_BITS));
              long position = id & ((1L << POSITION_BITS) - 1);
              answers.add(
                  RowFactory.create(
                      place, SparkRows.row(PageTables.resolution(key, position, cell))));
            });
    return answers;
  }

  /** One name for each subject of a capture, as everywhere across pages. */
  private static CaptureCells cells(long capture, List<TableRow> rows) {
    Map<String, Subject> subjects = new HashMap<>();
    List<StoredCell> cells = new ArrayList<>();
    for (TableRow row : rows) {
      Observation seen = PageRows.observation(row);
      long position = whole(row, POSITION);
      Optional.ofNullable(seen.subject())
          .map(subject -> subjects.computeIfAbsent(subject.slug(), slug -> subject))
          .ifPresent(
              subject ->
                  cells.add(
                      new StoredCell(capture << POSITION_BITS | position, seen.about(subject))));
    }
    return new CaptureCells(capture, cells);
  }
}
