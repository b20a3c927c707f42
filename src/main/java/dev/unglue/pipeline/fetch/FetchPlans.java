package dev.unglue.pipeline.fetch;

import dev.unglue.config.Source;
import dev.unglue.fetch.FetchPlan;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be fetched, and which of the sources that were asked for are not set up well.
 *
 * @param plans of the live sources that are
 * @param broken what is wrong with the others, by their names
 */
public record FetchPlans(List<FetchPlan> plans, Map<String, String> broken) {
  /** Copies both. */
  public FetchPlans {
    plans = List.copyOf(plans);
    broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
  }

  /**
   * The plans; made before anything is opened or asked, to see what is set up well.
   *
   * @throws JobException if no source is left to take
   */
  public static FetchPlans of(JobRequest request) {
    List<FetchPlan> plans = new ArrayList<>();
    Map<String, String> broken = new LinkedHashMap<>(brokenFiles(request));
    for (Source source : FetchJob.live(request)) {
      try {
        plans.add(SourcePlan.of(request, source));
      } catch (JobException e) {
        broken.put(source.name(), String.valueOf(e.getMessage()));
      }
    }
    return new FetchPlans(plans, broken).unlessNothingIsLeft(request);
  }

  /** The plans where no network is asked: none, and which files of sources are broken. */
  public static FetchPlans offline(JobRequest request) {
    return new FetchPlans(List.of(), brokenFiles(request)).unlessNothingIsLeft(request);
  }

  private static Map<String, String> brokenFiles(JobRequest request) {
    Map<String, String> broken = new LinkedHashMap<>();
    request.settings().brokenSources().forEach((name, file) -> broken.put(name, file.problems()));
    broken.keySet().retainAll(request.chosenNames());
    return broken;
  }

  private FetchPlans unlessNothingIsLeft(JobRequest request) {
    boolean nothing =
        request.inputs().isEmpty() && broken.keySet().containsAll(request.chosenNames());
    if (nothing && !broken.isEmpty()) {
      throw JobException.usage(String.join("\n", broken.values()));
    }
    return this;
  }
}
