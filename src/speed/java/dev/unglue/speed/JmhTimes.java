package dev.unglue.speed;

import dev.unglue.bench.speed.SpeedLayout;
import dev.unglue.bench.speed.Stage;
import dev.unglue.bench.speed.StageTimes;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures stages by JMH, each in a process of its own.
 *
 * @param warmUps seconds before it is measured
 * @param measured seconds in which it is measured
 */
record JmhTimes(int warmUps, int measured) implements StageTimes {
  @Override
  public Map<Stage, Double> micros(SpeedLayout layout) {
    try {
      Map<Stage, Double> times = new EnumMap<>(Stage.class);
      for (RunResult result : new Runner(options(layout).build()).run()) {
        Stage stage = Stage.valueOf(result.getParams().getParam("stage"));
        times.put(stage, result.getPrimaryResult().getScore());
      }
      return times;
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH cannot run: expected figures, found " + e, e);
    }
  }

  @Override
  public String how() {
    return "by JMH, each in a process of its own";
  }

  private ChainedOptionsBuilder options(SpeedLayout layout) {
    return new OptionsBuilder()
        .include(StageSpeed.class.getSimpleName())
        .param("layout", layout.name())
        .verbosity(VerboseMode.SILENT)
        .forks(1)
        .warmupIterations(warmUps)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(measured)
        .measurementTime(TimeValue.seconds(1));
  }
}
