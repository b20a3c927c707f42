package dev.unglue.cli.option;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.archive.RawStoreException;
import dev.unglue.raw.archive.RawStoreLockedException;
import dev.unglue.report.ReportFiles.ReportException;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import java.io.UncheckedIOException;

/** What the program says to the one that called it. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FLAGGED = 1;
  public static final int USAGE = 2;
  public static final int SOME_FAILED = 3;
  public static final int NOT_PUBLISHED = 4;
  public static final int LOCKED = 5;

  /** A fault of the program itself; the number that sysexits.h gives it. */
  static final int FAULT = 70;

  private ExitCode() {}

  /** What a run says that breaks off with this. */
  public static int of(RuntimeException e) {
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
      case GATE_CLOSED -> NOT_PUBLISHED;
    };
  }
}
