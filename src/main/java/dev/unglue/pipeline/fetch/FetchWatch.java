package dev.unglue.pipeline.fetch;

/** Hears how a fetch gets on. */
public interface FetchWatch {
  /** This is how things stand. */
  void fetched(State state);

  /**
   * How things stand.
   *
   * @param planned addresses planned so far; grows while sitemaps and links are found
   * @param done of those, how many have their outcome
   * @param busy hosts that are being asked
   * @param resting hosts that wait for their next turn
   * @param closed hosts that are not asked any more
   */
  record State(int planned, int done, int busy, int resting, int closed) {}
}
