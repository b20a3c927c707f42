package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.pipeline.request.Progress;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows how far a run is. */
public final class RunProgressLine implements Progress {
  private final LiveLine line;
  private final Consumer<String> begun;
  private long planned;
  private long done;

  /**
   * @param begun hears the name of the run as it begins
   */
  public RunProgressLine(Environment environment, Consumer<String> begun) {
    this.line = new LiveLine(environment);
    this.begun = begun;
  }

  @Override
  public void begun(String runUuid) {
    begun.accept(runUuid);
  }

  @Override
  public synchronized void plan(long pages) {
    planned = pages;
  }

  @Override
  public synchronized void done(String page) {
    done++;
    if (line.isDue()) {
      line.show(
          String.format(Locale.ROOT, "%,d pages done, of %,d files to read", done, planned), page);
    }
  }

  public synchronized void end() {
    line.end();
  }
}
