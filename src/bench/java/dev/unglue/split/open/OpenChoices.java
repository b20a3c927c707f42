package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.RowReadings.Candidate;
import dev.unglue.split.open.feature.CutPoint;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The readings between which the splitter of open tables decides, with all that is seen of each:
 * what its weights are learned from. Each list begins with the true reading, and is empty where no
 * cut gives it.
 */
public final class OpenChoices {
  private final Join join;
  private final OpenWeights weights;

  /**
   * Choices of rows whose cells stand so to each other.
   *
   * @param weights tell which readings are likely enough to be listed
   */
  public OpenChoices(Join join, OpenWeights weights) {
    this.join = join;
    this.weights = weights;
  }

  /**
   * One reading.
   *
   * @param pieces label and cells, or names
   * @param seen by feature, how much of it is there
   */
  public record OpenChoice(List<String> pieces, Map<String, Double> seen) {
    /** Copies the pieces; sorts the features. */
    public OpenChoice {
      pieces = List.copyOf(pieces);
      seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }
  }

  /**
   * The readings of a row.
   *
   * @param truth its label and those of its cells that left a trace
   * @param columns of the table, that of the labels left out
   * @param table all rows of the table, label first, which show how its cells are written; empty
   *     where nothing is known of them
   */
  public List<OpenChoice> row(List<String> truth, int columns, List<List<String>> table) {
    List<List<String>> whole = table.stream().filter(row -> row.size() == columns + 1).toList();
    RowSimilarity similarity =
        table.isEmpty()
            ? RowSimilarity.UNKNOWN
            : RowSimilarity.of(whole, whole.size(), table.size() - whole.size());
    return choices(new RowSplitter(join, similarity, weights), truth, columns + 1, true);
  }

  /** The readings of a header as so many names. */
  public List<OpenChoice> header(List<String> truth, int names) {
    return choices(new RowSplitter(join, RowSimilarity.UNKNOWN, weights), truth, names, false);
  }

  private List<OpenChoice> choices(
      RowSplitter splitter, List<String> truth, int pieces, boolean labelled) {
    SourceText text = SourceText.verbatim(String.join(joint(), truth), 0);
    List<CutPoint> cuts = CutPoints.of(text.text(), join);
    RowReadings right = new RowReadings(text, splitter, within(cuts, truth), pieces, labelled);
    Map<List<String>, OpenChoice> choices = new LinkedHashMap<>();
    add(right, pieces, choices);
    choices.keySet().removeIf(found -> !found.equals(truth));
    if (!choices.isEmpty()) {
      add(new RowReadings(text, splitter, cuts, pieces, labelled), pieces, choices);
    }
    return List.copyOf(choices.values());
  }

  private static void add(RowReadings readings, int pieces, Map<List<String>, OpenChoice> choices) {
    for (Candidate candidate : readings.candidates(pieces)) {
      List<String> texts = readings.pieces(candidate).stream().map(Slice::text).toList();
      choices.computeIfAbsent(texts, key -> new OpenChoice(key, readings.seen(candidate)));
    }
  }

  /** The cut points at which the true pieces end. */
  private List<CutPoint> within(List<CutPoint> cuts, List<String> truth) {
    List<Integer> ends = new ArrayList<>();
    int at = 0;
    for (String piece : truth) {
      ends.add(at + piece.length());
      at += piece.length() + joint().length();
    }
    return cuts.stream().filter(cut -> ends.contains(cut.end())).toList();
  }

  private String joint() {
    return join == Join.GLUED ? "" : " ";
  }

  /**
   * The readings of a list: for each row those of the true pattern of types, and last, for all rows
   * together, the likeliest reading of each pattern; empty if no pattern gives the truth.
   *
   * @param truth its rows
   * @param names of its columns
   */
  public List<List<OpenChoice>> list(List<List<String>> truth, List<String> names) {
    List<SourceText> lines =
        truth.stream().map(row -> SourceText.verbatim(String.join(joint(), row), 0)).toList();
    for (boolean marked : List.of(true, false)) {
      ListRows rows = ListRows.of(lines, new ListCells(join, marked), truth.get(0).size(), weights);
      List<List<OpenChoice>> choices = new ListChoices(rows.shared(), truth, names).all();
      if (!choices.isEmpty()) {
        return choices;
      }
    }
    return List.of();
  }
}
