package dev.unglue.store.sql;

/** Another run holds the lock of the store; the message says which. */
public final class StoreLockedException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** Says who holds it. */
  public StoreLockedException(String message) {
    super(message);
  }
}
