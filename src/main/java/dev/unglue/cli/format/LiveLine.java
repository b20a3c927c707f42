package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shows how far a job is: on a terminal a live line, elsewhere a plain line every ten seconds, so
 * that a short job says nothing and a log stays short.
 */
abstract class LiveLine {
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long saidAt;
  private boolean stands;

  /** Shows it there, as far as the terminal and the clock of that environment go. */
  LiveLine(Environment environment, PrintWriter err) {
    this.err = err;
    this.terminal = environment.terminal();
    this.nanos = environment.nanos();
    this.saidAt = nanos.getAsLong();
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

  /**
   * Shows how things stand.
   *
   * @param text what must be read whole where there is a detail, and is cut where there is none
   * @param detail for a live line only
   */
  final void show(String text, String... detail) {
    if (terminal) {
      String line = fitted(text, detail);
      err.print("\r" + line + " ".repeat(Math.max(WIDTH - line.length(), 0)));
      stands = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  private static String fitted(String text, String... detail) {
    TextTable line = new TextTable(WIDTH, detail.length == 0 ? Set.of() : Set.of(0));
    List<String> cells = new ArrayList<>(List.of(text));
    cells.addAll(List.of(detail));
    line.row(cells);
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
