package dev.unglue.cli;

import dev.unglue.pipeline.JobException;

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

  static int of(JobException.Reason reason) {
    return switch (reason) {
      case USAGE -> USAGE;
      case LOCKED -> LOCKED;
      case STOPPED -> SOME_FAILED;
      case GATE_CLOSED -> GATE_CLOSED;
    };
  }
}
