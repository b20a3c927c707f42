package dev.unglue.split;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellForm;
import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.model.Subject;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a joined header into the names of its columns: by title, address and prose, never by case
 * alone ({@code LecturerAdjunct Lecturer}, {@code 1st Grade Teacher5th Grade Teacher}).
 */
public final class HeaderSplitter {
  private final CellForm names;
  private final Attribute header;
  private final NameShape shape;

  /**
   * A splitter of headers.
   *
   * @param names the form of a column's name
   * @param header an attribute without limits, whose threshold a header has to reach
   * @param shape the shape of names
   */
  public HeaderSplitter(CellForm names, Attribute header, NameShape shape) {
    this.names = names;
    this.header = header;
    this.shape = shape;
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
    Splitter splitter =
        new Splitter(List.of(TitleNames.of(named), new Mentioned(prose), shape), shape.cellLost());
    Question question =
        new Question(text, join, columns, List.of(header), List.of(names), List.of(), Hints.NONE);
    return splitter
        .split(question)
        .match(
            decided ->
                decided.method().equals("shape")
                    ? new Split.Ambiguous(decided.readings(), decided.readings().size())
                    : decided,
            ambiguous -> ambiguous,
            few -> few,
            impossible -> impossible);
  }

  /**
   * Names that title or address give, in order.
   *
   * @param slugs their natural keys
   */
  private record TitleNames(List<String> slugs) implements Evidence {
    static TitleNames of(List<String> named) {
      return new TitleNames(named.stream().map(Subject::slugOf).toList());
    }

    @Override
    public String name() {
      return "title";
    }

    @Override
    public double weigh(Question question, List<Cell> reading) {
      if (slugs.size() != question.columns()) {
        return 0;
      }
      double weight = 0;
      for (int i = 0; i < reading.size(); i++) {
        String slug = Subject.slugOf(reading.get(i).text());
        weight += slug.equals(slugs.get(i)) ? 9 : -1;
      }
      return weight;
    }
  }

  /** Names that the prose speaks of as whole words; a plural at the end does no harm. */
  private record Mentioned(String prose) implements Evidence {
    @Override
    public String name() {
      return "prose";
    }

    @Override
    public double weigh(Question question, List<Cell> reading) {
      long mentioned = reading.stream().filter(cell -> isMentioned(cell.text())).count();
      // A part of a header is easily a word of the prose by chance; all of its names are not.
      return mentioned == reading.size() ? 5.0 * mentioned : 0.5 * mentioned;
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
