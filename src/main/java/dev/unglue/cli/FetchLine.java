package dev.unglue.cli;

import dev.unglue.pipeline.FetchWatch;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shows how far a fetch is: on a terminal a live line, elsewhere a plain line every ten seconds, so
 * that a short fetch says nothing and a log stays short.
 */
final class FetchLine implements FetchWatch {
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final double NANOS_A_SECOND = 1e9;
  private static final int LIVE_WIDTH = 79;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long startedAt;
  private long saidAt;
  private boolean lineStands;

  FetchLine(Environment environment) {
    this.err = environment.err();
    this.terminal = environment.terminal();
    this.nanos = environment.nanos();
    this.startedAt = nanos.getAsLong();
    this.saidAt = startedAt;
  }

  @Override
  public void fetched(State state) {
    long now = nanos.getAsLong();
    if (now - saidAt < (terminal ? LIVE_NANOS : PLAIN_NANOS)) {
      return;
    }
    saidAt = now;
    String line = line(state, (now - startedAt) / NANOS_A_SECOND);
    if (terminal) {
      TextTable cut = new TextTable(LIVE_WIDTH, Set.of());
      cut.row(List.of(line));
      String shown = cut.lines().get(0);
      err.print("\r" + shown + " ".repeat(Math.max(LIVE_WIDTH - shown.length(), 0)));
      lineStands = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Wipes the live line, so that what follows starts on a clean one. */
  void end() {
    if (lineStands) {
      err.print("\r" + " ".repeat(LIVE_WIDTH) + "\r");
      err.flush();
      lineStands = false;
    }
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
