package dev.unglue.split.open;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.util.List;

/** Names of columns, cut out of a header by its shape alone. */
final class ShapedHeader {
  private ShapedHeader() {}

  /** The names of {@code columns} columns; empty where nothing tells them. */
  static List<Slice> of(SourceText header, Join join, int columns, OpenWeights weights) {
    RowSplitter splitter = new RowSplitter(join, RowSimilarity.UNKNOWN, weights);
    List<Slice> cornered = splitter.names(header, columns + 1);
    return !cornered.isEmpty() && HeaderWords.isCorner(cornered.get(0).text())
        ? cornered.subList(1, cornered.size())
        : splitter.names(header, columns);
  }
}
