package dev.unglue.cli;

import dev.unglue.pipeline.Progress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is: on a terminal a live line, elsewhere a plain line every ten seconds, so
 * that a short run says nothing and a log stays short.
 */
final class ProgressLine implements Progress {
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;
  private static final int LIVE_WIDTH = 79;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long planned;
  private long done;
  private long saidAt;
  private boolean lineStands;

  ProgressLine(Environment environment) {
    this.err = environment.err();
    this.terminal = environment.terminal();
    this.nanos = environment.nanos();
    this.saidAt = nanos.getAsLong();
  }

  @Override
  public synchronized void plan(long pages) {
    planned = pages;
  }

  @Override
  public synchronized void done(String page) {
    done++;
    long now = nanos.getAsLong();
    if (now - saidAt >= (terminal ? LIVE_NANOS : PLAIN_NANOS)) {
      saidAt = now;
      say(page);
    }
  }

  /** Wipes the live line, so that what follows starts on a clean one. */
  synchronized void end() {
    if (lineStands) {
      err.print("\r" + " ".repeat(LIVE_WIDTH) + "\r");
      err.flush();
      lineStands = false;
    }
  }

  private void say(String page) {
    String count =
        String.format(Locale.ROOT, "%,d pages done, of %,d files to read", done, planned);
    if (terminal) {
      TextTable line = new TextTable(LIVE_WIDTH, Set.of(0));
      line.row(List.of(count, page));
      String shown = line.lines().get(0);
      err.print("\r" + shown + " ".repeat(Math.max(LIVE_WIDTH - shown.length(), 0)));
      lineStands = true;
    } else {
      err.println(count);
    }
    err.flush();
  }
}
