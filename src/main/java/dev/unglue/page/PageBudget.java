package dev.unglue.page;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.value.Span;
import dev.unglue.split.Split;
import dev.unglue.split.candidate.Question;
import dev.unglue.text.CodePoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a page may cost: characters that are tried as cells, in proportion to its length. They are
 * counted before a row is cut, not timed, so that the same page always gives the same result. A row
 * beyond the budget is not cut.
 */
final class PageBudget implements Function<Question, Split> {
  /** Enough for the rows of any short page. */
  private static final long LEAST = 400_000_000;

  /** A page of the longest glued rows that were seen takes a tenth of it. */
  private static final long FOR_EACH_CHARACTER = 5_000;

  private final Function<Question, Split> splitter;
  private final Map<Span, Unread> refused = new LinkedHashMap<>();
  private long left;

  PageBudget(Function<Question, Split> splitter, int length) {
    this.splitter = splitter;
    this.left = LEAST + FOR_EACH_CHARACTER * length;
  }

  @Override
  public Split apply(Question question) {
    long cost = cost(question);
    if (cost > left) {
      Span place = question.text().span();
      refused.putIfAbsent(place, unread(question, place));
      return new Split.Impossible("the row costs more to cut than its page may");
    }
    left -= cost;
    return splitter.apply(question);
  }

  /** The rows that were not cut, each once. */
  List<Unread> refused() {
    return List.copyOf(refused.values());
  }

  private Unread unread(Question question, Span place) {
    String why =
        "a row costs more to cut than its page may: expected fewer places to cut, found \"%s\""
            .formatted(CodePoints.cut(question.text().text(), 80));
    return new Unread(Unread.BUDGET, why, place);
  }

  /** Characters of all the cells that may begin at each place, for each column and form. */
  private static long cost(Question question) {
    long length = question.text().length();
    long cost = 0;
    for (CellForm form : question.forms()) {
      long longest = Math.min(length, form.maxLength());
      boolean fits = length <= question.columns() * (longest + 1);
      cost += fits ? length * longest * longest / 2 : 0; // what cannot fit is not tried
    }
    return cost * question.columns();
  }
}
