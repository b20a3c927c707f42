package dev.unglue.bench;

import dev.unglue.bench.page.Dialect;
import dev.unglue.model.field.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the benchmark gave, as tables. */
final class BenchResult {
  private final Catalogue catalogue;
  private final PageBench.PageScores glued;
  private final Score html;
  private final Map<String, Score> boundary;
  private final Map<String, Score> halves;
  private final Map<Dialect, Score> layouts;
  private final Map<Dialect, Score> holed;
  private final Map<String, Score> batch;
  private final Score sites;

  BenchResult(
      Catalogue catalogue,
      PageBench.PageScores glued,
      Score html,
      Map<String, Score> boundary,
      Map<String, Score> halves,
      Map<Dialect, Score> layouts,
      Map<Dialect, Score> holed,
      Map<String, Score> batch,
      Score sites) {
    this.catalogue = catalogue;
    this.glued = glued;
    this.html = html;
    this.boundary = boundary;
    this.halves = halves;
    this.layouts = layouts;
    this.holed = holed;
    this.batch = batch;
    this.sites = sites;
  }

  /** What is aimed at beside what came out. */
  List<Target> targets() {
    Score apart =
        layouts.entrySet().stream()
            .filter(entry -> entry.getKey().keepsCellsApart())
            .map(Map.Entry::getValue)
            .reduce(html, Score::plus);
    return List.of(
        new Target("numbers, one page alone", of(AttributeKind.NUMERIC), 99.5, 0),
        new Target("names, one page alone", of(AttributeKind.NAME), 90, 0.3),
        new Target("names, each subject on several pages", Bench.total(batch), 99, 0.05),
        new Target("the same page as HTML, pipe, Markdown, TSV, lines", apart, 100, 0),
        new Target("other sites", sites, 90, 1));
  }

  private Score of(AttributeKind kind) {
    return glued.byAttribute().entrySet().stream()
        .filter(entry -> AttributeKind.of(entry.getKey(), catalogue) == kind)
        .map(Map.Entry::getValue)
        .reduce(Score.NONE, Score::plus);
  }

  /** All tables, the targets first. */
  List<ResultTable> tables() {
    List<ResultTable> tables = new ArrayList<>();
    tables.add(
        new ResultTable(
            "Targets",
            List.of("what", "right", "wrong", "aimed at", "reached"),
            targets().stream().map(Target::row).toList()));
    tables.add(byAttribute());
    tables.add(byMethod());
    if (!batch.isEmpty()) {
      tables.add(scores("Facts of a batch, all run together", "attribute", batch));
    }
    tables.add(scores("Each dialect beside HTML", "dialect", named(layouts)));
    tables.add(scores("Pages with empty cells", "dialect", named(holed)));
    tables.add(candidates());
    return tables;
  }

  private ResultTable byAttribute() {
    List<List<String>> rows = new ArrayList<>();
    glued
        .byAttribute()
        .forEach(
            (id, score) -> {
              Score cut = boundary.getOrDefault(id, Score.NONE);
              Score half = halves.getOrDefault(id, Score.NONE);
              rows.add(
                  List.of(
                      id,
                      score.percent(score.right()),
                      score.percent(score.wrong()),
                      score.percent(score.ambiguous()),
                      score.percent(score.unparsed()),
                      cut.percent(cut.right()),
                      cut.percent(cut.wrong()),
                      half.percent(half.right()),
                      half.percent(half.wrong())));
            });
    return new ResultTable(
        "One page alone, all run together",
        List.of(
            "attribute",
            "right",
            "wrong",
            "ambiguous",
            "unparsed",
            "boundary: right",
            "wrong",
            "halves: right",
            "wrong"),
        rows);
  }

  private ResultTable byMethod() {
    List<List<String>> rows = new ArrayList<>();
    glued
        .byMethod()
        .forEach(
            (id, methods) ->
                methods.forEach(
                    (method, score) ->
                        rows.add(
                            List.of(
                                id,
                                method,
                                String.valueOf(score.right()),
                                String.valueOf(score.wrong()),
                                String.valueOf(score.ambiguous()),
                                String.valueOf(score.unparsed())))));
    return new ResultTable(
        "The same by method, in cells",
        List.of("attribute", "method", "right", "wrong", "ambiguous", "unparsed"),
        rows);
  }

  private static Map<String, Score> named(Map<Dialect, Score> scores) {
    Map<String, Score> named = new LinkedHashMap<>();
    scores.forEach((dialect, score) -> named.put(dialect.name().toLowerCase(Locale.ROOT), score));
    return named;
  }

  private static ResultTable scores(String title, String first, Map<String, Score> scores) {
    List<List<String>> rows = new ArrayList<>();
    scores.forEach(
        (name, score) ->
            rows.add(
                List.of(
                    name,
                    score.percent(score.right()),
                    score.percent(score.wrong()),
                    score.percent(score.ambiguous()),
                    score.percent(score.unparsed()))));
    return new ResultTable(title, List.of(first, "right", "wrong", "ambiguous", "unparsed"), rows);
  }

  /** Of the candidates of ambiguous cells: is the listed probability right? */
  private ResultTable candidates() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < glued.bins().size(); i++) {
      Score bin = glued.bins().get(i);
      if (bin.all() > 0) {
        rows.add(
            List.of(
                String.format(Locale.ROOT, "%.1f to %.1f", i / 10.0, (i + 1) / 10.0),
                String.format(Locale.ROOT, "%.3f", glued.listed().get(i) / bin.all()),
                String.format(Locale.ROOT, "%.3f", (double) bin.right() / bin.all()),
                String.valueOf(bin.all())));
      }
    }
    return new ResultTable(
        "Candidates of ambiguous cells",
        List.of("listed probability", "mean", "is the truth", "candidates"),
        rows);
  }
}
