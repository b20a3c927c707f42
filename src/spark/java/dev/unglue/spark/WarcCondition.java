package dev.unglue.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.IsNull;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringEndsWith;
import org.apache.spark.sql.sources.StringStartsWith;
import org.jspecify.annotations.Nullable;

/** Which records are wanted, told by their headers alone; the payload of any other is not read. */
record WarcCondition(List<Filter> filters) implements Serializable {
  private static final Set<String> HEADERS =
      Set.of(WarcSource.TYPE, WarcSource.URL, WarcSource.STATUS, WarcSource.MIME);

  /** What the header of the record itself tells. */
  private static final Set<String> EARLY = Set.of(WarcSource.TYPE, WarcSource.URL);

  /** True if a filter can be told by headers, and of the kinds that are known. */
  static boolean isKnown(Filter filter) {
    if (filter instanceof And both) {
      return isKnown(both.left()) && isKnown(both.right());
    }
    if (filter instanceof Or either) {
      return isKnown(either.left()) && isKnown(either.right());
    }
    boolean kind =
        filter instanceof EqualTo
            || filter instanceof In
            || filter instanceof IsNotNull
            || filter instanceof IsNull
            || filter instanceof StringStartsWith
            || filter instanceof StringEndsWith
            || filter instanceof StringContains;
    return kind && HEADERS.containsAll(Arrays.asList(filter.references()));
  }

  /** As SQL has it: of what is absent nothing is true but that. */
  boolean holds(Map<String, Object> row) {
    return filters.stream().allMatch(filter -> holds(filter, row));
  }

  /** False if it is clear by type and address alone that the record is not wanted. */
  boolean holdsSoFar(Map<String, Object> row) {
    return filters.stream()
        .filter(filter -> EARLY.containsAll(Arrays.asList(filter.references())))
        .allMatch(filter -> holds(filter, row));
  }

  private static boolean holds(Filter filter, Map<String, Object> row) {
    if (filter instanceof And both) {
      return holds(both.left(), row) && holds(both.right(), row);
    }
    if (filter instanceof Or either) {
      return holds(either.left(), row) || holds(either.right(), row);
    }
    @Nullable Object found = row.get(filter.references()[0]);
    if (found == null) {
      return filter instanceof IsNull;
    }
    String text = found.toString();
    if (filter instanceof EqualTo equal) {
      return found.equals(equal.value());
    } else if (filter instanceof In in) {
      return Arrays.asList(in.values()).contains(found);
    } else if (filter instanceof StringStartsWith start) {
      return text.startsWith(start.value());
    } else if (filter instanceof StringEndsWith end) {
      return text.endsWith(end.value());
    } else if (filter instanceof StringContains part) {
      return text.contains(part.value());
    }
    return filter instanceof IsNotNull;
  }
}
