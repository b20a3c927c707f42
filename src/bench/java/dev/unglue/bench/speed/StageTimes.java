package dev.unglue.bench.speed;

import java.util.Map;

/** Measures how long stages take: by JMH, or by a plain stopwatch where a rough figure will do. */
public interface StageTimes {
  /** Microseconds that a page of the layout takes, by stage. */
  Map<Stage, Double> micros(SpeedLayout layout);

  /** How it does so, in words. */
  String how();
}
