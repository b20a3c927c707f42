package dev.unglue.split;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.evidence.EvidenceWeights;
import dev.unglue.split.evidence.LearnedWeights;
import dev.unglue.split.evidence.NameShape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a joined header into the names of its columns: by title, address and prose, never by case
 * alone ({@code LecturerAdjunct Lecturer}, {@code 1st Grade Teacher5th Grade Teacher}).
 *
 * @param names the form of a column's name
 * @param header an attribute without limits, whose threshold a header has to reach
 * @param shape the shape of names
 * @param steps counts what is tried
 */
public record HeaderSplitter(CellForm names, Attribute header, NameShape shape, Steps steps) {
  private static final String TITLE = "title";
  private static final String MENTIONED = "mentions";

  /** The sources that only headers have; their weights are learned from pages. */
  public static final List<String> LEARNED = List.of(TITLE, MENTIONED);

  /** The same, which counts what it tries. */
  public HeaderSplitter counting(Steps counted) {
    return new HeaderSplitter(names, header, shape, counted);
  }

  /**
   * Cuts one header.
   *
   * @param text the header's text
   * @param join how the names are joined
   * @param columns how many there are
   * @param named the names by title or address; may be empty
   * @param prose the page's other text, lower case
   */
  public Split split(SourceText text, Join join, int columns, List<String> named, String prose) {
    Split split =
        splitter(shape, named, prose).counting(steps).split(question(text, join, columns));
    return split instanceof Split.Decided decided && decided.method().equals("shape")
        ? new Split.Ambiguous(decided.readings(), decided.readings().size())
        : split;
  }

  /** What the splitter is asked of a header. */
  public Question question(SourceText text, Join join, int columns) {
    return new Question(
        text, join, columns, List.of(header), List.of(names), List.of(), Hints.NONE);
  }

  /** The splitter that cuts the headers of one page. */
  public static Splitter splitter(NameShape shape, List<String> named, String prose) {
    LearnedWeights learned = shape.weights();
    return new Splitter(
        List.of(
            TitleNames.of(named, learned.says(TITLE)),
            new Mentioned(prose, learned.says(MENTIONED), new HashMap<>()),
            shape),
        shape.cellLost());
  }

  /**
   * Names that title or address give, in order.
   *
   * @param slugs their natural keys
   * @param says how much it says that they give a name
   * @param known the natural keys of the cells so far
   */
  private record TitleNames(List<String> slugs, EvidenceWeights says, Map<String, String> known)
      implements Evidence {
    static TitleNames of(List<String> named, EvidenceWeights says) {
      return new TitleNames(named.stream().map(Subject::slugOf).toList(), says, new HashMap<>());
    }

    @Override
    public String name() {
      return TITLE;
    }

    @Override
    public double ofCell(Question question, int column, Cell cell) {
      return slugs.size() == question.columns()
          ? says.of(known.computeIfAbsent(cell.text(), Subject::slugOf).equals(slugs.get(column)))
          : 0;
    }
  }

  /**
   * Names that the prose speaks of as whole words; a plural at the end does no harm. A part of a
   * header is easily a word of the prose by chance; all of its names are not.
   *
   * @param prose the page's other text, lower case
   * @param says how much it says that the prose speaks of all the names
   * @param known whether it speaks of the cells so far
   */
  private record Mentioned(String prose, EvidenceWeights says, Map<String, Boolean> known)
      implements Evidence {
    @Override
    public String name() {
      return MENTIONED;
    }

    @Override
    public double ofWhole(Question question, List<Cell> reading) {
      return says.of(reading.stream().allMatch(cell -> isKnown(cell.text())));
    }

    private boolean isKnown(String name) {
      return known.computeIfAbsent(name, this::isMentioned);
    }

    private boolean isMentioned(String name) {
      String wanted = name.toLowerCase(Locale.ROOT);
      int at = prose.indexOf(wanted);
      while (at >= 0) {
        if (isEdge(at - 1) && endsWord(at + wanted.length())) {
          return true;
        }
        at = prose.indexOf(wanted, at + 1);
      }
      return false;
    }

    private boolean isEdge(int at) {
      return at < 0 || at >= prose.length() || !Character.isLetterOrDigit(prose.charAt(at));
    }

    private boolean endsWord(int end) {
      return isEdge(end)
          || (prose.charAt(end) == 's' && isEdge(end + 1))
          || (prose.startsWith("es", end) && isEdge(end + 2));
    }
  }
}
