package dev.unglue.pipeline.run;

import dev.unglue.config.Source;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.warc.RawLimits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to read: the chosen sources, and what was given by {@code --input}, whose files are
 * looked up once.
 */
final class RunInputs {
  /** The source of pages that are given by {@code --input}. */
  private static final String INPUT = "input";

  private final JobRequest request;
  private Optional<RawInputs> given = Optional.empty();

  /** What is asked of a run. */
  RunInputs(JobRequest request) {
    this.request = request;
  }

  /**
   * The pages of one source.
   *
   * @param source what figures of runs are compared by
   * @param live true if they are fetched
   * @param pages where they lie
   * @param tables folders of tables with pages that were read elsewhere
   */
  record SourcePages(String source, boolean live, RawInputs pages, List<Path> tables) {
    /** Copies the list. */
    SourcePages {
      tables = List.copyOf(tables);
    }

    /** True for pages that were given by hand. */
    boolean isInput() {
      return source.startsWith(INPUT + " ");
    }
  }

  /** The pages of each source, in the order in which they are read. */
  List<SourcePages> all() {
    Path base = request.workingFolder();
    RawLimits limits = RawLimits.defaults();
    List<SourcePages> inputs = new ArrayList<>();
    for (Source source : request.chosenSources()) {
      // Of a site, what was fetched of it; what is fetched in this run lies in the store, too.
      inputs.add(
          source.pages() instanceof Source.Files files
              ? of(source.name(), RawInputs.of(source.name(), files.patterns(), base, limits))
              : live(RawInputs.ofStore(source.name(), request.raw(), base, limits), source));
    }
    if (!request.inputs().isEmpty()) {
      inputs.add(new SourcePages(scope(INPUT), false, given(), tables()));
    }
    return inputs;
  }

  /**
   * Looks whether all that was given by hand is there, before anything is opened.
   *
   * @throws JobException that names each input that is not
   */
  void requireGiven() {
    List<String> refusals = given().refusals();
    if (!refusals.isEmpty()) {
      throw JobException.usage(String.join("\n", refusals));
    }
    tables().forEach(TableFolder::open);
  }

  /** The pages that were given by hand, but for those in tables. */
  private RawInputs given() {
    RawInputs found = given.orElseGet(this::find);
    given = Optional.of(found);
    return found;
  }

  private RawInputs find() {
    List<String> inputs = request.inputs().stream().filter(input -> !isTables(input)).toList();
    return RawInputs.of(INPUT, inputs, request.workingFolder(), RawLimits.defaults())
        .since(request.since());
  }

  private List<Path> tables() {
    return request.inputs().stream().filter(this::isTables).map(this::at).toList();
  }

  private boolean isTables(String input) {
    try {
      return TableFolder.isOne(at(input));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Path at(String input) {
    return request.workingFolder().resolve(input);
  }

  private SourcePages of(String scope, RawInputs pages) {
    return new SourcePages(scope, false, pages.since(request.since()), List.of());
  }

  private SourcePages live(RawInputs pages, Source source) {
    return new SourcePages(source.name(), true, pages.since(request.since()), List.of());
  }

  /** What figures of runs are compared by, of each source. */
  List<String> scopes() {
    List<String> scopes = new ArrayList<>(request.chosenNames());
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
