package dev.unglue.page;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.split.Split;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.Question;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Digits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a page may cost: characters that are tried as cells and ways that are weighed, in proportion
 * to its length. They are counted before a row is cut, not timed, so that the same page always
 * gives the same result. A row beyond the budget is not cut.
 */
final class PageBudget implements Function<Question, Split> {
  /** Enough for the rows of any short page. */
  private static final long LEAST = 400_000_000;

  /** A page of the longest glued rows that were seen takes a third of it. */
  private static final long FOR_EACH_CHARACTER = 1_500;

  /** To weigh a way takes as long as to try so many characters. */
  private static final long FOR_EACH_WAY = 500;

  /** What the rows of unknown labels of any short page may cost: some tenths of a second. */
  private static final long LEAST_OPEN = 20_000_000;

  /** By character of a longer page; usual lists need a tenth of it. */
  private static final long OPEN_FOR_EACH_CHARACTER = 600;

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

  /** The lines that go on where a table ends because no more are tried together. */
  static Unread beyond(List<SourceText> lines) {
    String why =
        "a table of more rows than are read together: expected its end, found %d more lines, \"%s\""
            .formatted(lines.size(), CodePoints.cut(lines.get(0).text(), 80));
    return new Unread(Unread.BUDGET, why, Unread.place(lines));
  }

  /** The rows of an HTML table that are left out for the spans of its page's cells. */
  static Unread leftOut(Span rows) {
    String why =
        "cells that span columns or rows are repeated more often than a page may:"
            + " expected 1,000,000 repeats at most, found rows of a table beyond them";
    return new Unread(Unread.BUDGET, why, rows);
  }

  /** How many steps the rows of unknown labels may cost on a page of that length. */
  static long openSteps(int length) {
    return LEAST_OPEN + OPEN_FOR_EACH_CHARACTER * length;
  }

  /** A page whose rows of unknown labels cost more. */
  static Unread unweighed(Span page) {
    String why =
        "rows of unknown labels cost more to read than their page may: expected fewer places to"
            + " cut, found more than can be weighed; those further down are not read";
    return new Unread(Unread.BUDGET, why, page);
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
      long tried = question.columns() * length * longest * longest / 2;
      cost += fits ? tried + weighed(question, form) : 0; // what cannot fit is not tried
    }
    return cost;
  }

  /** What it costs to choose among the ways to reach the places between the outer columns. */
  private static long weighed(Question question, CellForm form) {
    long free = form.isFree() ? question.text().length() : longestNumber(question.text().text());
    long cells = free * Math.min(free, form.maxLength()) / 2;
    return Math.max(0, question.columns() - 2) * Splitter.BEAM.mostWeighed(cells) * FOR_EACH_WAY;
  }

  /** Within a number each place may end a cell. */
  private static int longestNumber(String text) {
    int longest = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits = Digits.is(text.charAt(i)) ? digits + 1 : 0;
      longest = Math.max(longest, digits);
    }
    return longest;
  }
}
