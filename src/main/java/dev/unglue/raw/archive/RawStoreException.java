package dev.unglue.raw.archive;

import dev.unglue.raw.read.OsReason;
import java.io.IOException;
import java.nio.file.Path;

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

  /** With the failure behind it: the message has room for what the machine says, and for where. */
  RawStoreException(String message, IOException cause, Path at) {
    this(message.formatted(OsReason.words(cause), at), cause);
  }

  /** With the failure behind it. */
  RawStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
