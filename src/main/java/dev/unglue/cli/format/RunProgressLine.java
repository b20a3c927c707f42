package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.pipeline.request.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows how far a run is. */
public final class RunProgressLine extends LiveLine implements Progress {
  private final Consumer<String> begun;
  private long planned;
  private long done;

  /**
   * @param begun hears the name of the run as it begins
   */
  public RunProgressLine(Environment environment, PrintWriter err, Consumer<String> begun) {
    super(environment, err);
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
    if (isDue()) {
      show(String.format(Locale.ROOT, "%,d pages done, of %,d files to read", done, planned), page);
    }
  }
}
