package dev.unglue.pipeline.run;

import dev.unglue.config.Source;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.warc.RawLimits;
import java.nio.file.Path;
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
    Path base = request.workingFolder();
    RawLimits limits = RawLimits.defaults();
    List<RawInputs> inputs = new ArrayList<>();
    for (Source source : request.chosenSources()) {
      // Of a site, what was fetched of it; what is fetched in this run lies in the store, too.
      inputs.add(
          source.pages() instanceof Source.Files files
              ? RawInputs.of(source.name(), files.patterns(), base, limits)
              : RawInputs.ofStore(source.name(), request.raw(), base, limits));
    }
    if (!request.inputs().isEmpty()) {
      inputs.add(RawInputs.of(INPUT, request.inputs(), base, limits));
    }
    return inputs.stream().map(input -> input.since(request.since())).toList();
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
