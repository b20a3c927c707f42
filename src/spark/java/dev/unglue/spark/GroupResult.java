package dev.unglue.spark;

import dev.unglue.model.page.Flag;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.validate.Tally;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a group of captures gives: facts, flags, names that are printed, counts. */
final class GroupResult {
  static final int FACT = 2;
  static final int FLAG = 3;
  static final int NAME = 4;
  static final int TALLY = 5;

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
          .add("fact", DataTypes.createArrayType(SparkRows.type(StorageTables.FACT)))
          .add("flag", DataTypes.createArrayType(SparkRows.type(StorageTables.FLAG)))
          .add("name", DataTypes.createArrayType(NAMED))
          .add("tally", DataTypes.createArrayType(StagedPage.COUNT));

  private GroupResult() {}

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
        SparkRows.rows(facts),
        SparkRows.rows(flags.stream().map(flag -> PageTables.flag("", flag)).toList()),
        names,
        StagedPage.counts(tally));
  }
}
