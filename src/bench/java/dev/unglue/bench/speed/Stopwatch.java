package dev.unglue.bench.speed;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures in this very process: roughly how much processor time, which other processes hardly
 * change, and exactly how much memory.
 *
 * @param work the pages of each layout
 * @param rounds how often they are gone through; all but the last make them warm
 */
record Stopwatch(Function<SpeedLayout, StageWork> work, int rounds) implements StageTimes {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final double LONG = 3_000;

  @Override
  public Map<Stage, Double> micros(SpeedLayout layout) {
    StageWork pages = work.apply(layout);
    Map<Stage, Double> times = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      double best = Double.MAX_VALUE;
      for (int round = 0; round < rounds; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < pages.size(); i++) {
          pages.run(stage, i);
        }
        best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / pages.size());
      }
      times.put(stage, best);
    }
    return times;
  }

  @Override
  public String how() {
    return "by processor time in one process";
  }

  /** The fastest of so many times, in milliseconds; what takes long is not done again. */
  static double millis(int times, Runnable job) {
    double best = Double.MAX_VALUE;
    double all = 0;
    for (int i = 0; i < times && all < LONG; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      job.run();
      double taken = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      best = Math.min(best, taken);
      all += taken;
    }
    return best;
  }

  /** Bytes that a job allocates on this thread. */
  static long allocated(Runnable job) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    job.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
