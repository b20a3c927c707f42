package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.fetch.FetchProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far a fetch is. */
public final class FetchProgressLine extends LiveLine implements FetchProgress {
  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanos;
  private final long startedAt;

  public FetchProgressLine(Environment environment, PrintWriter err) {
    super(environment, err);
    this.nanos = environment.nanos();
    this.startedAt = nanos.getAsLong();
  }

  @Override
  public void update(State state) {
    if (isDue()) {
      show(line(state, (nanos.getAsLong() - startedAt) / NANOS_A_SECOND));
    }
  }

  private static String line(State state, double seconds) {
    double rate = state.done() / seconds;
    String left = rate > 0 ? left((state.planned() - state.done()) / rate) : "unknown";
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

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
