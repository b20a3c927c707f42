package dev.unglue.speed;

import dev.unglue.bench.speed.SpeedLayout;
import dev.unglue.bench.speed.SpeedRun;
import dev.unglue.bench.speed.SpeedSize;
import dev.unglue.bench.speed.Stage;
import dev.unglue.bench.speed.StageWork;
import dev.unglue.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One stage of pages of one layout, page after page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StageSpeed {
  /** The layout of the pages. */
  @Param public SpeedLayout layout = SpeedLayout.HTML;

  /** What is measured. */
  @Param public Stage stage = Stage.PAGE;

  private Path folder = Path.of("");
  private StageWork pages;
  private int next;

  /** Makes the pages. */
  @Setup
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("speed-pages");
    pages = SpeedRun.stages(ConfigFolder.loadDefault(), layout, SpeedSize.PAGES, folder);
  }

  /** Deletes them. */
  @TearDown
  public void clear() throws IOException {
    SpeedRun.delete(folder);
  }

  /** One page. */
  @Benchmark
  public long page() {
    next = next + 1 < pages.size() ? next + 1 : 0;
    return pages.run(stage, next);
  }
}
