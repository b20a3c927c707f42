package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.pipeline.request.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows how far a run is, by the bytes of its files: one file may hold many pages. */
public final class RunProgressLine extends LiveLine implements Progress {
  private static final int BAR = 20;

  private final Consumer<String> begun;
  private long planned;
  private long read;
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
  public synchronized void plan(long bytes) {
    planned = bytes;
  }

  @Override
  public synchronized void read(long bytes) {
    read += bytes;
  }

  @Override
  public synchronized void done(String page) {
    done++;
    if (isDue()) {
      show(line());
    }
  }

  private String line() {
    double seconds = seconds();
    double share = planned == 0 ? 0 : Math.min(1, (double) read / planned);
    String left = share == 0 ? "unknown" : duration(seconds / share - seconds);
    return String.format(
        Locale.ROOT,
        "%s%s, %.0f %% read, %,.1f a second, %s left",
        isLive() ? bar(share) : "",
        CountWords.of(done, "page"),
        100 * share,
        done / seconds,
        left);
  }

  private static String bar(double share) {
    int full = (int) (BAR * share);
    return "[" + "=".repeat(full) + "-".repeat(BAR - full) + "] ";
  }
}
