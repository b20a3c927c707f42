package dev.unglue.pipeline.request;

/**
 * A job could not be done for a reason that its user can change. The message is meant for the user
 * as it stands: what is wrong, expected and found, where, what to do.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it could not be done. */
  public enum Reason {
    /** What was asked for is not there or cannot be read or written. */
    USAGE,
    /** Another run holds the store. */
    LOCKED,
    /** It was asked to stop before it was done; what it had done stays. */
    STOPPED,
    /** The gate is closed: nothing was published. */
    GATE_CLOSED
  }

  private final Reason reason;

  /** Says why, to a program and to people. */
  public JobException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What was asked for is not there or cannot be read or written. */
  public static JobException usage(String message) {
    return new JobException(Reason.USAGE, message);
  }

  /** Why it could not be done. */
  public Reason reason() {
    return reason;
  }
}
