package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns, cut out of a header by its shape alone. */
public final class ShapedHeader {
  /** What stands above the labels of a table, in English. */
  private static final Pattern CORNER =
      Pattern.compile(
          "(?:aspect|feature|parameter|attribute|specification|spec|factor|metric|characteristic"
              + "|detail)s?|criteria|criterion|category|basis|property|item|description|topic"
              + "|(?:parameters|basis|point) of comparison|statistic|product|score|key|field|type");

  private ShapedHeader() {}

  /** True for what stands above the labels of a table and names no column. */
  public static boolean isCorner(String text) {
    return CORNER.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** The names of {@code columns} columns; empty where nothing tells them. */
  static List<Slice> of(SourceText header, Join join, int columns, OpenWeights weights) {
    RowSplitter splitter = new RowSplitter(join, RowSimilarity.UNKNOWN, weights);
    List<Slice> cornered = splitter.names(header, columns + 1);
    return !cornered.isEmpty() && isCorner(cornered.get(0).text())
        ? cornered.subList(1, cornered.size())
        : splitter.names(header, columns);
  }
}
