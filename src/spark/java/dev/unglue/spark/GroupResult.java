package dev.unglue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import dev.unglue.model.page.Flag;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.validate.Tally;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a group of captures gives: facts, flags, names that are printed, counts. */
final class GroupResult {
  private static final StructType NAMED =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("slug", DataTypes.StringType)
          .add("page", DataTypes.StringType)
          .add("settled", DataTypes.StringType);

  static final StructType TYPE =
      new StructType()
          .add("place", DataTypes.IntegerType)
          .add("about", DataTypes.StringType)
          .add("fact", DataTypes.BinaryType)
          .add("flag", DataTypes.BinaryType)
          .add("name", DataTypes.createArrayType(NAMED))
          .add("tally", DataTypes.createArrayType(StagedPage.COUNT));

  /** A flag of one of these, packed. */
  private static final StructType FOUND =
      new StructType()
          .add("fingerprint", DataTypes.StringType)
          .add("place", DataTypes.IntegerType)
          .add("about", DataTypes.StringType)
          .add("flag", DataTypes.BinaryType);

  private GroupResult() {}

  /** The flags of all, each once: of those that are the same the last one. */
  static Dataset<Row> flags(Dataset<Row> results) {
    int fingerprint = StorageTables.FLAG.index("fingerprint");
    FlatMapFunction<Row, Row> found =
        row ->
            PackedRows.unpack(row.<byte[]>getAs(2)).stream()
                .map(
                    flag ->
                        RowFactory.create(
                            flag.cell(fingerprint).orElse(""),
                            row.getInt(0),
                            row.getString(1),
                            PackedRows.pack(List.of(flag))))
                .iterator();
    return PackedRows.of(
        results
            .select("place", "about", "flag")
            .flatMap(found, Encoders.row(FOUND))
            .groupBy("fingerprint")
            .agg(max(struct(col("place"), col("about"), col("flag"))).as("last"))
            .select("last.flag"),
        "flag",
        StorageTables.FLAG);
  }

  /**
   * A result.
   *
   * @param place of several flags that are the same the one of the last place counts
   */
  static Row of(
      int place, String about, List<TableRow> facts, List<Flag> flags, Row[] names, Tally tally) {
    return RowFactory.create(
        place,
        about,
        PackedRows.pack(facts),
        PackedRows.pack(flags.stream().map(flag -> PageTables.flag("", flag)).toList()),
        names,
        StagedPage.counts(tally));
  }
}
