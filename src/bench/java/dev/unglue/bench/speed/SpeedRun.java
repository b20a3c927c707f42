package dev.unglue.bench.speed;

import dev.unglue.bench.speed.SpeedResult.Hard;
import dev.unglue.bench.speed.SpeedResult.Stages;
import dev.unglue.bench.speed.SpeedResult.Whole;
import dev.unglue.bench.speed.WholeProcess.Millis;
import dev.unglue.config.Settings;
import dev.unglue.model.field.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures everything, one thing after the other, each beside its floor in the same run. */
public final class SpeedRun {
  /** From which all pages are drawn. */
  public static final long SEED = 20261130;

  private static final int WARM = 8;
  private static final int TIMES = 5;

  private final SpeedSize size;
  private final Settings settings;
  private final Path scratch;
  private final StageTimes times;
  private final Consumer<String> progress;
  private final SpeedCorpus corpus;
  private final Map<SpeedLayout, StageWork> work = new EnumMap<>(SpeedLayout.class);

  /**
   * A run.
   *
   * @param scratch a folder for pages that are read from files
   * @param times measures the stages
   * @param progress is told what is being measured
   */
  public SpeedRun(
      SpeedSize size,
      Settings settings,
      Path scratch,
      StageTimes times,
      Consumer<String> progress) {
    this.size = size;
    this.settings = settings;
    this.scratch = scratch;
    this.times = times;
    this.progress = progress;
    this.corpus = SpeedCorpus.bundled(settings.catalogue(), SEED);
  }

  /** The stages of pages of one layout, made ready. */
  public static StageWork stages(Settings settings, SpeedLayout layout, int pages, Path folder) {
    Catalogue catalogue = settings.catalogue();
    List<SpeedPage> all = SpeedCorpus.bundled(catalogue, SEED).pages(layout, pages);
    return new StageWork(settings, all, WholeProcess.files(folder.resolve(layout.id()), all));
  }

  /** The document that tells what was measured; what stood by hand in the last one is kept. */
  public String document(PerformanceDoc.Told told, String last) {
    return new PerformanceDoc(measure(), told).markdown(last);
  }

  SpeedResult measure() {
    List<Stages> layouts = size.layouts().stream().map(this::stages).toList();
    Map<SpeedLayout, Double> warm = new EnumMap<>(SpeedLayout.class);
    layouts.forEach(each -> warm.put(each.layout(), each.of(Stage.FLOOR)));
    List<Whole> whole =
        size.whole().stream()
            .map(layout -> whole(layout, warm.getOrDefault(layout, Double.NaN) / 1_000))
            .toList();
    return new SpeedResult(size, times.how(), whole, layouts, hard());
  }

  /** What measures the stages roughly, in this process, where JMH would take too long. */
  public static StageTimes rough(Settings settings, Path folder) {
    return new Stopwatch(layout -> stages(settings, layout, SpeedSize.PAGES, folder), WARM);
  }

  private StageWork work(SpeedLayout layout) {
    return work.computeIfAbsent(
        layout, each -> stages(settings, each, size.pages(), scratch.resolve("pages")));
  }

  private Stages stages(SpeedLayout layout) {
    progress.accept("stages of " + layout.id());
    Map<Stage, Double> micros = times.micros(layout);
    StageWork pages = work(layout);
    warm(pages);
    long bytes = 0;
    long steps = 0;
    for (int i = 0; i < pages.size(); i++) {
      bytes += pages.bytes(i);
      steps += pages.steps(i);
    }
    long allocated = Stopwatch.allocated(() -> all(pages)) / pages.size();
    progress.accept("profile of " + layout.id());
    Map<String, Double> profile = StageProfile.of(pages, size.profileMillis());
    return new Stages(
        layout, micros, bytes / pages.size(), allocated, (double) steps / bytes, profile);
  }

  private static void all(StageWork pages) {
    for (int i = 0; i < pages.size(); i++) {
      pages.runAll(i);
    }
  }

  private static void warm(StageWork pages) {
    for (int i = 0; i < WARM; i++) {
      all(pages);
    }
  }

  private Whole whole(SpeedLayout layout, double warm) {
    progress.accept("whole processes over " + layout.id());
    List<SpeedPage> pages = corpus.pages(layout, size.many());
    WholeProcess process = new WholeProcess(scratch.resolve("whole"), size.few());
    Millis cold = process.coldFloor(layout, pages);
    Millis parse = process.parse(layout, pages);
    long bytes = pages.stream().mapToLong(page -> page.text().length()).sum() / pages.size();
    return new Whole(layout, bytes, parse, warm, cold);
  }

  // --- hard pages -----------------------------------------------------------------------------

  private List<Hard> hard() {
    Map<String, Double> usual =
        Map.of(
            SpeedPage.TEXT, usual(SpeedLayout.GLUED),
            SpeedPage.HTML, usual(SpeedLayout.HTML));
    List<Hard> all = new ArrayList<>();
    for (int characters : size.hard()) {
      progress.accept("hard pages of " + characters + " characters");
      List<SpeedPage> pages = HardPages.all(characters);
      Path folder = scratch.resolve("hard-" + characters);
      StageWork work = new StageWork(settings, pages, WholeProcess.files(folder, pages));
      for (int i = 0; i < pages.size(); i++) {
        SpeedPage page = pages.get(i);
        all.add(hard(page, work, i, usual.getOrDefault(page.mediaType(), Double.NaN)));
      }
    }
    return all;
  }

  /** Milliseconds that a character of a usual page takes. */
  private double usual(SpeedLayout layout) {
    StageWork pages = work(layout);
    warm(pages);
    long characters = 0;
    for (int i = 0; i < pages.size(); i++) {
      characters += pages.bytes(i);
    }
    return Stopwatch.millis(TIMES, () -> all(pages)) / characters;
  }

  private static Hard hard(SpeedPage page, StageWork work, int at, double usual) {
    double millis = Stopwatch.millis(TIMES, () -> work.runAll(at));
    int characters = page.text().length();
    return new Hard(
        page.name(),
        characters,
        millis,
        millis / (usual * characters),
        (double) work.steps(at) / characters);
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
