package dev.unglue.cli;

import dev.unglue.config.Settings;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.RawJobs;
import dev.unglue.raw.StoredPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue raw fixture}: makes a golden test case of a stored page. */
@Command(
    name = "fixture",
    description = {
      "Writes a stored page, what is known of it (.meta.json) and what unglue parse --format json"
          + " reads of it now (.expected.json): a golden test case."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage or configuration, or the store holds no such page"
    },
    footer = {
      "",
      "Examples:",
      "  unglue raw fixture https://example.org/page",
      "  unglue raw fixture --to cases https://example.org/page"
    })
final class RawFixtureCommand implements Callable<Integer> {
  private static final String IN_PROJECT = "src/test/resources";

  private final Unglue unglue;
  private final Jobs jobs;

  @Parameters(paramLabel = "URL", description = "The address, as unglue raw list prints it.")
  private String url = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT|DATE",
      converter = Since.class,
      description = "The newest capture until then; default: the newest of all.")
  private Instant at = Instant.MAX;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Where the files go; default: src/test/resources/fixtures where there is a"
              + " src/test/resources, else fixtures.")
  private @Nullable Path to;

  RawFixtureCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = unglue.settings();
    StoredPage page = RawJobs.page(unglue.raw(), url, at);
    Path file = RawJobs.fixture(page, unglue.environment().workingFolder().resolve(folder()));
    String expected = expected(settings, file);
    Path result = file.resolveSibling(file.getFileName() + ".expected.json");
    Files.writeString(result, expected);
    PrintWriter out = unglue.environment().out();
    for (Path written :
        List.of(file, file.resolveSibling(file.getFileName() + ".meta.json"), result)) {
      out.println(Paths.shown(written, unglue.environment().workingFolder()));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Path folder() {
    if (to != null) {
      return to;
    }
    boolean project = Files.isDirectory(unglue.environment().workingFolder().resolve(IN_PROJECT));
    return Path.of(project ? IN_PROJECT + "/fixtures" : "fixtures");
  }

  /** Read from the file that was written, so that a test which reads it again gets the same. */
  private String expected(Settings settings, Path file) {
    StringWriter json = new StringWriter();
    PrintWriter lines = new PrintWriter(json);
    PageFormat printer = new JsonPageFormat(lines, settings.catalogue());
    List<String> failures = new ArrayList<>();
    jobs.parse(
        settings,
        List.of(file.toString()),
        unglue.environment(),
        printer::print,
        failure -> failures.add(failure.message()));
    lines.flush();
    if (!failures.isEmpty()) {
      throw new JobException(JobException.Reason.USAGE, failures.get(0));
    }
    return json.toString();
  }
}
