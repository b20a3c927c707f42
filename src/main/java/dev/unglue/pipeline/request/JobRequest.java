package dev.unglue.pipeline.request;

import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is asked of the main job.
 *
 * @param settings the configuration
 * @param sources names of the sources to run; empty means every source that is switched on
 * @param inputs files, folders and globs to read besides; where there are any and no source is
 *     named, no source is run
 * @param workingFolder where relative paths begin
 * @param out the output folder
 * @param raw the raw store
 * @param clock tells the time; fixed for a run that can be repeated
 * @param threads how many pages are parsed at once, 1 or more; the output does not depend on it
 * @param toolVersion version of unglue
 * @param since captures that are known to be older are left out; {@link Instant#MIN} for none
 * @param runTrigger why the run takes place
 */
public record JobRequest(
    Settings settings,
    List<String> sources,
    List<String> inputs,
    Path workingFolder,
    Path out,
    Path raw,
    Clock clock,
    int threads,
    String toolVersion,
    Instant since,
    RunTrigger runTrigger) {
  /** Copies the lists. */
  public JobRequest {
    sources = List.copyOf(sources);
    inputs = List.copyOf(inputs);
  }

  /** The time of day, to the second. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The names of the sources that are asked for, also of those whose file is broken. */
  public List<String> chosenNames() {
    boolean all = sources.isEmpty() && inputs.isEmpty();
    return all ? settings.enabledNames() : sources;
  }

  /** The sources that are asked for, but for those whose file is broken. */
  public List<Source> chosenSources() {
    return chosenNames().stream().flatMap(name -> settings.source(name).stream()).toList();
  }
}
