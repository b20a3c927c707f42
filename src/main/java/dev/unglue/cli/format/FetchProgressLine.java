package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.pipeline.fetch.FetchWatch;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far a fetch is. */
public final class FetchProgressLine implements FetchWatch {
  private static final double NANOS_A_SECOND = 1e9;

  private final LiveLine line;
  private final LongSupplier nanos;
  private final long startedAt;

  public FetchProgressLine(Environment environment) {
    this.line = new LiveLine(environment);
    this.nanos = environment.nanos();
    this.startedAt = nanos.getAsLong();
  }

  @Override
  public void fetched(State state) {
    if (line.isDue()) {
      line.show(line(state, (nanos.getAsLong() - startedAt) / NANOS_A_SECOND));
    }
  }

  public void end() {
    line.end();
  }

  private static String line(State state, double seconds) {
    double rate = state.done() / seconds;
    String left = rate > 0 ? left((state.planned() - state.done()) / rate) : "unknown";
    String closed = state.closed() == 0 ? "" : ", " + state.closed() + " given up";
    return String.format(
        Locale.ROOT,
        "%,d of %,d addresses, %.1f a second, %s left; hosts: %d asked, %d resting%s",
        state.done(),
        state.planned(),
        rate,
        left,
        state.busy(),
        state.resting(),
        closed);
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
