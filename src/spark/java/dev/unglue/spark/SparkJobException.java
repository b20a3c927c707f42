package dev.unglue.spark;

/** The job could not be done for a reason that its user can change; the message says it. */
final class SparkJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SparkJobException(String message) {
    super(message);
  }
}
