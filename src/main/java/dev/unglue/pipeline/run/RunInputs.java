package dev.unglue.pipeline.run;

import dev.unglue.config.Source;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.warc.RawLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is to read: the chosen sources, and what was given by {@code --input}.
 *
 * @param request what is asked of the run
 */
record RunInputs(JobRequest request) {
  /** The source of pages that are given by {@code --input}. */
  private static final String INPUT = "input";

  /** The pages of each source, in the order in which they are read. */
  List<RawInputs> all() {
    List<RawInputs> inputs = new ArrayList<>();
    for (Source source : request.chosenSources()) {
      if (source.pages() instanceof Source.Files files) {
        inputs.add(files(source.name(), files.patterns()));
      } else {
        inputs.add(stored(source.name()));
      }
    }
    if (!request.inputs().isEmpty()) {
      inputs.add(files(INPUT, request.inputs()));
    }
    return inputs;
  }

  private RawInputs files(String source, List<String> patterns) {
    return RawInputs.of(source, patterns, request.workingFolder(), RawLimits.defaults())
        .since(request.since());
  }

  /** Of a site, what was fetched of it; what is fetched in this run lies in the store, too. */
  private RawInputs stored(String source) {
    return RawInputs.ofStore(source, request.raw(), request.workingFolder(), RawLimits.defaults())
        .since(request.since());
  }

  /** What figures of runs are compared by, of each source. */
  List<String> scopes() {
    List<String> scopes =
        new ArrayList<>(request.chosenSources().stream().map(Source::name).toList());
    if (!request.inputs().isEmpty()) {
      scopes.add(scope(INPUT));
    }
    return scopes;
  }

  /** Pages by {@code --input} are comparable with those of the same paths only. */
  String scope(String source) {
    return source.equals(INPUT) ? INPUT + " " + String.join(" ", request.inputs()) : source;
  }
}
