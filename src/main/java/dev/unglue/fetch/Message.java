package dev.unglue.fetch;

import dev.unglue.model.FetchedUrl;

/** What other threads tell the one that decides. */
sealed interface Message {
  /**
   * A request has its answer, which is kept.
   *
   * @param visit what was asked
   * @param reply what came
   * @param judged what it means
   * @param row what becomes of the address, unless it is asked again
   */
  record Answered(Visit visit, Reply reply, Judgement judged, FetchedUrl row) implements Message {}

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
