package dev.unglue.report;

/** A report that cannot be written. Its message is for the user. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
