package dev.unglue.fetch;

/** What other threads tell the one that runs a fetch. */
sealed interface Message {
  /** A thread has nothing to go on with: its host rests, or has nothing left to be asked. */
  record Idle() implements Message {}

  /**
   * A request could not be carried out, or its answer could not be kept.
   *
   * @param visit what was asked
   * @param fault why
   */
  record Broken(Visit visit, Throwable fault) implements Message {}

  /** The run is to end soon. */
  record Stop() implements Message {}
}
