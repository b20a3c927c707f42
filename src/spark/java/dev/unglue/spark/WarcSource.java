package dev.unglue.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The records of WARC files as rows, for {@code
 * spark.read().format("dev.unglue.spark.WarcSource")}: to look into an archive, or to cut it down
 * to the pages that are wanted.
 */
public final class WarcSource implements TableProvider {
  static final String FILE = "file";
  static final String OFFSET = "offset";
  static final String TYPE = "type";
  static final String URL = "url";
  static final String DATE = "date";
  static final String STATUS = "status";
  static final String MIME = "mime";
  static final String PAYLOAD = "payload";
  static final String REASON = "reason";
  static final String FINDING = "finding";

  /** A record, or with reason and finding what is none. */
  static final StructType COLUMNS =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(OFFSET, DataTypes.LongType)
          .add(TYPE, DataTypes.StringType)
          .add(URL, DataTypes.StringType)
          .add(DATE, DataTypes.TimestampType)
          .add(STATUS, DataTypes.IntegerType)
          .add(MIME, DataTypes.StringType)
          .add(PAYLOAD, DataTypes.BinaryType)
          .add(REASON, DataTypes.StringType)
          .add(FINDING, DataTypes.StringType);

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return COLUMNS;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    String path = properties.getOrDefault("path", "");
    return new Files(
        List.copyOf(
            InputFiles.of(List.of(path), SparkSession.active().sparkContext().hadoopConfiguration())
                .keySet()));
  }

  /** The files, each read by one task. */
  private record Files(List<String> paths) implements Table, SupportsRead {
    @Override
    public String name() {
      return "warc";
    }

    @Override
    public Column[] columns() {
      return Arrays.stream(COLUMNS.fields())
          .map(field -> Column.create(field.name(), field.dataType()))
          .toArray(Column[]::new);
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new WarcScan(paths);
    }
  }
}
