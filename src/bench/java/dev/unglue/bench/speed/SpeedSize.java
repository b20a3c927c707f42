package dev.unglue.bench.speed;

import java.util.List;

/**
 * How much is measured.
 *
 * @param layouts those whose stages are measured
 * @param whole those of which whole processes are measured
 * @param pages pages of each in the process itself
 * @param many pages of a whole process
 * @param few pages that only take off its start
 * @param hard lengths of hard pages, in characters
 * @param profileMillis how long each layout is profiled
 */
public record SpeedSize(
    List<SpeedLayout> layouts,
    List<SpeedLayout> whole,
    int pages,
    int many,
    int few,
    List<Integer> hard,
    long profileMillis) {
  private static final List<SpeedLayout> TOLD =
      List.of(
          SpeedLayout.HTML,
          SpeedLayout.GLUED,
          SpeedLayout.PIPE,
          SpeedLayout.PROFILE,
          SpeedLayout.SITES);

  /** Pages of which stages are measured. */
  public static final int PAGES = 50;

  /** Copies the lists. */
  public SpeedSize {
    layouts = List.copyOf(layouts);
    whole = List.copyOf(whole);
    hard = List.copyOf(hard);
  }

  /** Enough for figures that can be told, with so many pages of a whole process. */
  public static SpeedSize full(int many) {
    return new SpeedSize(TOLD, TOLD, PAGES, many, 20, List.of(14_000, 56_000), 10_000);
  }
}
