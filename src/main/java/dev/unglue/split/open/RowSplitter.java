package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Cuts one row into its label and cells, or says that it cannot.
 *
 * @param join how the pieces stand to each other
 * @param similarity what is known of the table's cells
 * @param weights how much is said by what is seen; where none was learned, a row with a choice is
 *     left open
 */
record RowSplitter(Join join, RowSimilarity similarity, OpenWeights weights) {
  /** Probability from which a reading is decided. */
  static final double THRESHOLD = 0.98;

  /** The same for a header: a wrong name of a column is seen at once, a wrong cell is not. */
  private static final double HEADER_THRESHOLD = 0.9;

  private RowReadings readings(SourceText row, int most, boolean labelled) {
    return new RowReadings(row, this, CutPoints.of(row.text(), join), most, labelled);
  }

  /** Splits a row of a table that has {@code columns} columns beside that of the labels. */
  OpenTableRow split(SourceText row, int columns) {
    return readings(row, columns + 1, true).decide(columns + 1, THRESHOLD);
  }

  /** The same for each number of columns from 1 to {@code most}. */
  List<OpenTableRow> splitAll(SourceText row, int most) {
    RowReadings readings = readings(row, most + 1, true);
    List<OpenTableRow> rows = new ArrayList<>();
    for (int pieces = 2; pieces <= most + 1; pieces++) {
      rows.add(readings.decide(pieces, THRESHOLD));
    }
    return rows;
  }

  /** Splits a header into {@code count} names; none where nothing decides how. */
  List<Slice> names(SourceText header, int count) {
    return namesUpTo(header, count).apply(count);
  }

  /** The same for each number of names from 1 to {@code most}. */
  IntFunction<List<Slice>> namesUpTo(SourceText header, int most) {
    RowReadings readings = readings(header, most, false);
    return count -> {
      OpenTableRow row = readings.decide(count, HEADER_THRESHOLD);
      return row.outcome() == Outcome.READ ? row.best() : List.of();
    };
  }
}
