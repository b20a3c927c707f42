package dev.unglue.fetch;

/** Hears how a fetch gets on, after each request; called by one thread at a time. */
public interface FetchProgress {
  /** This is how things stand. */
  void update(State state);

  /**
   * How things stand.
   *
   * @param planned pages planned so far; grows while sitemaps and links are found
   * @param done of those, how many have their outcome
   * @param hostsBusy hosts that are being asked
   * @param hostsResting hosts that wait for their next turn
   * @param hostsClosed hosts that are not asked any more in this run
   */
  record State(int planned, int done, int hostsBusy, int hostsResting, int hostsClosed) {}
}
