package dev.unglue.bench;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.Flaws;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * The benchmark: pages whose truth is known, made of names that nothing was learned from, read as
 * any other page.
 */
final class Bench {
  private static final Flaws EMPTY_CELLS = new Flaws(0.05, 0);

  /** Pages print a mark where a value is missing; an empty cell is the exception. */
  private static final Flaws RARELY_EMPTY = new Flaws(0.01, 0);

  private final BenchSize size;
  private final LongFunction<RandomGenerator> chance;
  private final HeldOut heldOut;
  private final Catalogue known;
  private final PageParser parser;
  private final Catalogue whole;

  /**
   * A benchmark.
   *
   * @param catalogue what the project knows
   * @param forms how the pages speak
   * @param size how much is measured
   * @param chance gives a generator for a seed, each time the same one
   */
  Bench(
      Catalogue catalogue,
      StatementForms forms,
      BenchSize size,
      LongFunction<RandomGenerator> chance) {
    this.size = size;
    this.chance = chance;
    this.whole = catalogue;
    this.heldOut = new HeldOut(catalogue, forms, () -> chance.apply(size.seed()));
    this.known = heldOut.known();
    this.parser = new PageParser(known, forms);
  }

  /** The catalogue with its lists halved and its weights learned from that half only. */
  Catalogue known() {
    return known;
  }

  /** The names that stand on the pages. */
  NamePool asked(Map<String, List<String>> others) {
    return others.isEmpty() ? heldOut.asked() : heldOut.asked(others);
  }

  /** The pages of the batch; each subject on as many pages, all run together. */
  List<Comparison> batch(NamePool pool) {
    return new PageGenerator(pool, chance.apply(size.seed() + 1))
        .batch(size.subjects(), size.pagesEach());
  }

  /** What share of readings is right for each attribute and method. */
  Calibration calibrate() {
    return calibrate(true, size.seed() + 2);
  }

  /**
   * What the project claims beside what is seen on pages of other names than it was measured on.
   */
  Reliability reliability() {
    return calibrate(false, size.seed() + 3).against(whole.confidence());
  }

  private Calibration calibrate(boolean first, long seed) {
    PageGenerator generator =
        new PageGenerator(heldOut.mixed(first), chance.apply(seed), RARELY_EMPTY);
    return Calibration.measure(generator.pages(size.calibrated()), parser);
  }

  /**
   * Reads the pages.
   *
   * @param pool the names that stand on them
   * @param batch what became of the names of a batch, by attribute; empty where none was run
   * @param sites tables of other sites; may be empty
   */
  BenchResult run(NamePool pool, Map<String, Score> batch, List<SiteTable> sites) {
    PageBench bench = new PageBench(parser);
    List<Comparison> pages = new PageGenerator(pool, chance.apply(size.seed())).pages(size.pages());
    List<Comparison> few = pages.subList(0, Math.min(size.few(), pages.size()));
    PageBench.PageScores glued = bench.read(pages, Dialect.GLUED);
    Map<Dialect, Score> layouts = bench.sameAsHtml(few);
    List<Comparison> holed =
        new PageGenerator(pool, chance.apply(size.seed()), EMPTY_CELLS).pages(few.size());
    Map<Dialect, Score> shortRows = new TreeMap<>();
    for (Dialect dialect : Dialect.values()) {
      shortRows.put(dialect, total(bench.read(holed, dialect).byAttribute()));
    }
    return new BenchResult(
        known,
        glued,
        total(bench.read(few, Dialect.HTML).byAttribute()),
        PageBench.baseline(pages, Baselines::boundary),
        PageBench.baseline(pages, Baselines::halves),
        layouts,
        shortRows,
        batch,
        SiteBench.read(sites, parser));
  }

  static Score total(Map<String, Score> scores) {
    return scores.values().stream().reduce(Score.NONE, Score::plus);
  }
}
