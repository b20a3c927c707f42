package dev.unglue.bench.fault;

import dev.unglue.bench.page.Dialect;
import java.util.List;

/**
 * How much is planted.
 *
 * @param each how often a fault is planted in each dialect, at most
 * @param dialects in which it is planted, where it fits
 * @param cleanPages how many pages without fault are looked at
 */
public record FaultSize(int each, List<Dialect> dialects, int cleanPages) {
  /** Copies the dialects. */
  public FaultSize {
    dialects = List.copyOf(dialects);
  }

  /** The size beside a benchmark of so many pages: with 500, that of the published results. */
  public static FaultSize of(int pages) {
    boolean all = pages >= 100;
    return new FaultSize(
        all ? 2 : 1,
        all ? List.of(Dialect.values()) : List.of(Dialect.HTML, Dialect.PIPE_PADDED, Dialect.GLUED),
        4 * pages);
  }
}
