package dev.unglue.fetch.http;

import java.io.IOException;

/** A socket was about to connect to an address that must not be fetched. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String message) {
    super(message);
  }
}
