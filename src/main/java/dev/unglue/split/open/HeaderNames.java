package dev.unglue.split.open;

import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.split.open.OpenRow.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns, cut out of a header by its shape alone. */
public final class HeaderNames {
  /** What stands above the labels of a table, in English. */
  private static final Set<String> CORNERS =
      Set.of(
          "aspect",
          "aspects",
          "feature",
          "features",
          "parameter",
          "parameters",
          "criteria",
          "criterion",
          "category",
          "attribute",
          "attributes",
          "specification",
          "specifications",
          "spec",
          "specs",
          "factor",
          "factors",
          "metric",
          "metrics",
          "basis",
          "characteristic",
          "characteristics",
          "property",
          "detail",
          "details",
          "item",
          "description",
          "topic",
          "parameters of comparison",
          "basis of comparison",
          "point of comparison",
          "statistic",
          "product",
          "score",
          "key",
          "field",
          "type");

  private HeaderNames() {}

  /** True for what stands above the labels of a table and names no column. */
  public static boolean isCorner(String text) {
    return CORNERS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** The names of {@code columns} columns; empty where nothing tells them. */
  static List<SourceText> of(SourceText header, Join join, int columns, OpenWeights weights) {
    RowSplitter splitter = new RowSplitter(join, Likeness.UNKNOWN, weights);
    OpenRow cornered = splitter.header(header, columns + 1);
    if (cornered.outcome() == Outcome.READ
        && isCorner(cornered.readings().get(0).pieces().get(0).text())) {
      List<SourceText> pieces = cornered.readings().get(0).pieces();
      return pieces.subList(1, pieces.size());
    }
    OpenRow bare = splitter.header(header, columns);
    return bare.outcome() == Outcome.READ ? bare.readings().get(0).pieces() : List.of();
  }
}
