package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.WrappedText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shows how far a job is: on a terminal a live line, elsewhere a plain line every ten seconds, so
 * that a short job says nothing and a log stays short.
 */
abstract class LiveLine {
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final double NANOS_A_SECOND = 1e9;
  private static final int WIDTH = WrappedText.WIDTH;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long startedAt;
  private long saidAt;
  private boolean stands;

  /** Shows it there, as far as the terminal and the clock of that environment go. */
  LiveLine(Environment environment, PrintWriter err) {
    this.err = err;
    this.terminal = environment.watched();
    this.nanos = environment.nanos();
    this.startedAt = nanos.getAsLong();
    this.saidAt = startedAt;
  }

  /** True where it is time to show something; counts as shown then. */
  final boolean isDue() {
    long now = nanos.getAsLong();
    boolean due = now - saidAt >= (terminal ? LIVE_NANOS : PLAIN_NANOS);
    if (due) {
      saidAt = now;
    }
    return due;
  }

  /** True where a person watches. */
  final boolean isLive() {
    return terminal;
  }

  /** Since when it is shown. */
  final double seconds() {
    return (nanos.getAsLong() - startedAt) / NANOS_A_SECOND;
  }

  /** A time in words: 9:05, or 2 h 05 min. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  /** Shows how things stand; what is too long for a live line is cut. */
  final void show(String text) {
    if (terminal) {
      String line = fitted(text);
      err.print("\r" + line + " ".repeat(Math.max(WIDTH - line.length(), 0)));
      stands = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  private static String fitted(String text) {
    TextTable line = new TextTable(WIDTH, Set.of());
    line.row(List.of(text));
    return line.lines().get(0);
  }

  /** Wipes the live line, so that what follows starts on a clean one. */
  public final synchronized void end() {
    if (stands) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      stands = false;
    }
  }
}
