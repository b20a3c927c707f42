package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.fetch.FetchProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far a fetch is. */
public final class FetchProgressLine extends LiveLine implements FetchProgress {
  public FetchProgressLine(Environment environment, PrintWriter err) {
    super(environment, err);
  }

  @Override
  public void update(State state) {
    if (isDue()) {
      show(line(state, seconds()));
    }
  }

  private static String line(State state, double seconds) {
    double rate = state.done() / seconds;
    String left = rate > 0 ? duration((state.planned() - state.done()) / rate) : "unknown";
    String closed = state.hostsClosed() == 0 ? "" : ", " + state.hostsClosed() + " given up";
    return String.format(
        Locale.ROOT,
        "%,d of %,d pages, %.1f a second, %s left; hosts: %d asked, %d resting%s",
        state.done(),
        state.planned(),
        rate,
        left,
        state.hostsBusy(),
        state.hostsResting(),
        closed);
  }
}
