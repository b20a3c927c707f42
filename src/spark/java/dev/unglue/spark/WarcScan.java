package dev.unglue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** What is asked of WARC files: which columns of which records. */
final class WarcScan
    implements ScanBuilder, SupportsPushDownFilters, SupportsPushDownRequiredColumns, Scan, Batch {
  private final List<String> paths;
  private StructType columns = WarcSource.COLUMNS;
  private Filter[] pushed = {};

  WarcScan(List<String> paths) {
    this.paths = List.copyOf(paths);
  }

  @Override
  public Filter[] pushFilters(Filter[] filters) {
    pushed = Arrays.stream(filters).filter(WarcCondition::isKnown).toArray(Filter[]::new);
    return Arrays.stream(filters)
        .filter(each -> !WarcCondition.isKnown(each))
        .toArray(Filter[]::new);
  }

  @Override
  public Filter[] pushedFilters() {
    return pushed.clone();
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  @Override
  public Scan build() {
    return this;
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "WARC, only " + Arrays.toString(pushed);
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    return paths.stream().map(OneFile::new).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new Factory(
        new SerializableConfiguration(SparkSession.active().sparkContext().hadoopConfiguration()),
        new ArrayList<>(Arrays.asList(columns.fieldNames())),
        new WarcCondition(Arrays.asList(pushed)));
  }

  private record OneFile(String path) implements InputPartition {}

  /** Travels to the workers. */
  private record Factory(
      SerializableConfiguration hadoop, ArrayList<String> columns, WarcCondition condition)
      implements PartitionReaderFactory, Serializable {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      return new WarcRows(((OneFile) partition).path(), hadoop.value(), columns, condition);
    }
  }
}
