package dev.unglue.store.sql;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do what was asked. The message says what is wrong, where, and what to do; it
 * is fit for people as it stands.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause. */
  public StoreException(String message) {
    super(message);
  }

  /** With the failure behind it, where there is one. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
