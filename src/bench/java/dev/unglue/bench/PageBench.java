package dev.unglue.bench;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.bench.page.TrueLine;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import dev.unglue.page.PageParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads generated pages in each dialect and counts what is right. */
final class PageBench {
  private static final int BINS = 10;

  private final PageParser parser;

  PageBench(PageParser parser) {
    this.parser = parser;
  }

  /**
   * What was read of the tables of pages in one dialect.
   *
   * @param byMethod by attribute, then by method
   * @param said what was read of their sentences
   * @param bins of the candidates of ambiguous cells, by their listed probability in tenths: how
   *     many were the truth ({@code right}) and were not ({@code wrong})
   * @param listed the sum of those probabilities, by tenth
   */
  record PageScores(
      Map<String, Map<String, Score>> byMethod, Score said, List<Score> bins, List<Double> listed) {
    /** By attribute. */
    Map<String, Score> byAttribute() {
      Map<String, Score> scores = new TreeMap<>();
      byMethod.forEach(
          (attribute, methods) ->
              scores.put(attribute, methods.values().stream().reduce(Score.NONE, Score::plus)));
      return scores;
    }
  }

  /** Reads each page in {@code dialect}. */
  PageScores read(List<Comparison> pages, Dialect dialect) {
    List<List<EvaluatedTruth>> evaluated =
        pages.parallelStream()
            .map(
                page -> {
                  GeneratedPage printed = page.print(dialect);
                  return Evaluation.of(
                      printed.truths(), parser.parse(printed.capture()).observations());
                })
            .toList();
    Map<String, Map<String, Score>> byMethod = new TreeMap<>();
    Score said = Score.NONE;
    List<Score> bins = new ArrayList<>(Collections.nCopies(BINS, Score.NONE));
    List<Double> listed = new ArrayList<>(Collections.nCopies(BINS, 0.0));
    for (EvaluatedTruth each : evaluated.stream().flatMap(List::stream).toList()) {
      if (each.truth().section() == Section.PROSE) {
        said = said.plus(each.outcome());
        continue;
      }
      byMethod
          .computeIfAbsent(each.truth().attribute(), id -> new TreeMap<>())
          .merge(each.method(), Score.NONE.plus(each.outcome()), Score::plus);
      each.candidates().forEach(candidate -> addCandidate(bins, listed, candidate, each));
    }
    return new PageScores(byMethod, said, bins, listed);
  }

  private static void addCandidate(
      List<Score> bins, List<Double> listed, Candidate candidate, EvaluatedTruth evaluated) {
    int bin = (int) Math.min(BINS - 1, Math.floor(candidate.probability() * BINS));
    boolean right = candidate.text().equals(evaluated.truth().value());
    bins.set(bin, bins.get(bin).plus(right ? ReadOutcome.RIGHT : ReadOutcome.WRONG));
    listed.set(bin, listed.get(bin) + candidate.probability());
  }

  /** What a way of cutting makes of the same rows, run together, by attribute. */
  static Map<String, Score> baseline(List<Comparison> pages, Function<String, List<String>> cut) {
    Map<String, Score> scores = new TreeMap<>();
    for (Comparison page : pages) {
      for (TrueLine line : page.lines()) {
        List<String> cells = cut.apply(String.join("", line.cells()));
        ReadOutcome outcome =
            cells.isEmpty()
                ? ReadOutcome.AMBIGUOUS
                : cells.equals(line.cells()) ? ReadOutcome.RIGHT : ReadOutcome.WRONG;
        line.attributes().forEach(id -> scores.merge(id, Score.NONE.plus(outcome), Score::plus));
      }
    }
    return scores;
  }

  /** How many cells of the pages are the same in each dialect as in HTML. */
  Map<Dialect, Score> sameAsHtml(List<Comparison> pages) {
    List<Map<Dialect, Score>> each = pages.parallelStream().map(this::sameAsHtml).toList();
    Map<Dialect, Score> all = new TreeMap<>();
    each.forEach(page -> page.forEach((dialect, score) -> all.merge(dialect, score, Score::plus)));
    return all;
  }

  private Map<Dialect, Score> sameAsHtml(Comparison page) {
    Map<String, String> html = values(page, Dialect.HTML);
    Map<Dialect, Score> scores = new TreeMap<>();
    for (Dialect dialect : Dialect.values()) {
      scores.put(dialect, same(html, values(page, dialect)));
    }
    return scores;
  }

  private static Score same(Map<String, String> html, Map<String, String> other) {
    Score score = Score.NONE;
    for (Map.Entry<String, String> cell : html.entrySet()) {
      String found = other.get(cell.getKey());
      score =
          score.plus(
              found == null
                  ? ReadOutcome.UNPARSED
                  : found.equals(cell.getValue())
                      ? ReadOutcome.RIGHT
                      : found.startsWith("ambiguous") ? ReadOutcome.AMBIGUOUS : ReadOutcome.WRONG);
    }
    for (String place : other.keySet()) {
      score = html.containsKey(place) ? score : score.plus(ReadOutcome.WRONG);
    }
    return score;
  }

  /** State and value of each observation, by its place in what the page says. */
  private Map<String, String> values(Comparison page, Dialect dialect) {
    Map<String, String> values = new TreeMap<>();
    for (Observation seen : parser.parse(page.print(dialect).capture()).observations()) {
      values.merge(place(seen), seen.state().id() + " " + seen.value(), (a, b) -> a + "; " + b);
    }
    return values;
  }

  static String place(Observation seen) {
    Subject subject = seen.subject();
    return String.join(
        " ",
        subject == null ? "-" : subject.slug(),
        seen.section().id(),
        seen.attribute(),
        seen.member(),
        String.valueOf(seen.ordinal()));
  }
}
