package dev.unglue.store.site;

/** There is no published file yet. */
public final class NotPublishedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPublishedException(String message) {
    super(message);
  }
}
