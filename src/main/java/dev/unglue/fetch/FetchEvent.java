package dev.unglue.fetch;

/** What other threads tell the one that runs a fetch. */
sealed interface FetchEvent {
  /** A thread has nothing to go on with: its host rests, or has nothing left to be asked. */
  record Idle() implements FetchEvent {}

  /**
   * A request could not be carried out, or its answer could not be kept.
   *
   * @param visit what was asked
   * @param fault why
   */
  record Broken(FetchAttempt visit, Throwable fault) implements FetchEvent {}

  /** The run is to end soon. */
  record Stop() implements FetchEvent {}
}
