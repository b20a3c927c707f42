package dev.unglue.cron;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the times that a source has missed because nothing ran. */
public enum CatchUp {
  /** One run, for the last of them. */
  ONCE,
  /** A run for each of them, in their order. */
  EACH,
  /** Nothing; the next time is waited for. */
  NONE;

  /** As the configuration writes it: {@code once}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its id; empty for another word. */
  public static Optional<CatchUp> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** All ids. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(CatchUp::id).toList();
  }
}
