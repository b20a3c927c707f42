package dev.unglue.pipeline.fetch;

import dev.unglue.fetch.http.HostResolver;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The network as a job may use it.
 *
 * @param ticks a running count of nanoseconds, for every pause
 * @param chance spreads the pauses after trouble
 * @param names looks hosts up
 * @param variables the environment, which may name a proxy
 * @param hostsAtOnce how many hosts are asked side by side, 1 or more
 * @param onStop takes what is to be done when the program is asked to end
 */
public record Network(
    LongSupplier ticks,
    RandomGenerator chance,
    HostResolver names,
    Map<String, String> variables,
    int hostsAtOnce,
    Consumer<Runnable> onStop) {
  /** So many hosts wait for their answers side by side without any load on this machine. */
  public static final int USUAL_HOSTS = 64;
}
