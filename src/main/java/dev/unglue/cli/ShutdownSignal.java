package dev.unglue.cli;

import java.time.Duration;

/** The end of the process, when it is asked to end from outside (Ctrl-C, SIGTERM). */
interface ShutdownSignal {
  /** Does this first, then waits until what is under way has ended, for the limit at most. */
  void onStop(Runnable stop, Duration limit);
}
