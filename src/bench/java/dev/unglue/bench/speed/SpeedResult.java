package dev.unglue.bench.speed;

import dev.unglue.bench.speed.WholeProcess.Millis;
import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param size how much was measured
 * @param how the stages were measured
 * @param whole whole processes
 * @param layouts the stages of each layout
 * @param hard the hardest pages, by reader
 */
record SpeedResult(
    SpeedSize size, String how, List<Whole> whole, List<Stages> layouts, List<Hard> hard) {
  /** Copies the lists. */
  SpeedResult {
    whole = List.copyOf(whole);
    layouts = List.copyOf(layouts);
    hard = List.copyOf(hard);
  }

  /**
   * Whole processes over pages of one layout.
   *
   * @param bytes of a page on the average
   * @param parse what {@code parse} takes for one
   * @param warm what its floor takes in a process that has done it for long, in milliseconds
   * @param cold what its floor takes in a process that does it once for each page
   */
  record Whole(SpeedLayout layout, long bytes, Millis parse, double warm, Millis cold) {}

  /**
   * One layout, warm, in one process.
   *
   * @param micros what each stage takes for a page
   * @param bytes of a page on the average
   * @param allocated bytes that are made of it on the average
   * @param steps by character, as {@code parse --cost} counts them
   * @param profile share of samples by package
   */
  record Stages(
      SpeedLayout layout,
      Map<Stage, Double> micros,
      long bytes,
      long allocated,
      double steps,
      Map<String, Double> profile) {
    /** What one stage takes for a page. */
    double of(Stage stage) {
      return micros.getOrDefault(stage, Double.NaN);
    }
  }

  /**
   * A hard page.
   *
   * @param name its kind
   * @param characters how long it is
   * @param millis what all of it takes
   * @param times the same beside a usual page of that length
   * @param steps by character
   */
  record Hard(String name, int characters, double millis, double times, double steps) {}
}
