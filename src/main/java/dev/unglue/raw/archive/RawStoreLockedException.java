package dev.unglue.raw.archive;

/** Another process writes to the raw store; the message says which. */
public final class RawStoreLockedException extends RawStoreException {
  private static final long serialVersionUID = 1L;

  /** Says who holds it. */
  public RawStoreLockedException(String message) {
    super(message);
  }
}
