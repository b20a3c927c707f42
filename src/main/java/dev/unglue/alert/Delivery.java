package dev.unglue.alert;

import java.util.Optional;

/** A way by which a message goes out. */
public interface Delivery {
  /**
   * Brings a message there, within its own limits of time.
   *
   * @param body the message as JSON
   * @param id names the message: the same for each attempt, so that a receiver knows it again
   * @return why it did not arrive; empty where it did
   */
  Optional<String> deliver(String body, String id);
}
