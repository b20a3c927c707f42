package dev.unglue.cli;

import dev.unglue.config.ConfigException;
import dev.unglue.load.StoreException;
import dev.unglue.load.StoreLockedException;
import dev.unglue.pipeline.JobException;
import dev.unglue.raw.RawStoreException;
import dev.unglue.raw.RawStoreLockedException;
import dev.unglue.report.ReportException;
import java.io.UncheckedIOException;

/** What the program says to the one that called it. */
final class ExitCode {
  static final int DONE = 0;
  static final int FLAGGED = 1;
  static final int USAGE = 2;
  static final int SOME_FAILED = 3;
  static final int GATE_CLOSED = 4;
  static final int LOCKED = 5;

  /** A fault of the program itself; the number that sysexits.h gives it. */
  static final int FAULT = 70;

  private ExitCode() {}

  /** What a run says that breaks off with this. */
  static int of(RuntimeException e) {
    if (e instanceof JobException problem) {
      return of(problem.reason());
    }
    if (e instanceof StoreLockedException || e instanceof RawStoreLockedException) {
      return LOCKED;
    }
    boolean usage =
        e instanceof StoreException
            || e instanceof RawStoreException
            || e instanceof ReportException
            || e instanceof ConfigException
            || e instanceof UncheckedIOException;
    return usage ? USAGE : FAULT;
  }

  private static int of(JobException.Reason reason) {
    return switch (reason) {
      case USAGE -> USAGE;
      case LOCKED -> LOCKED;
      case STOPPED -> SOME_FAILED;
      case GATE_CLOSED -> GATE_CLOSED;
    };
  }
}
