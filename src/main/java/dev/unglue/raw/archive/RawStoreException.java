package dev.unglue.raw.archive;

import org.jspecify.annotations.Nullable;

/**
 * The raw store could not do what was asked. The message says what is wrong, where, and what to do;
 * it is fit for people as it stands.
 */
public class RawStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause. */
  public RawStoreException(String message) {
    super(message);
  }

  /** With the failure behind it, where there is one. */
  public RawStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
