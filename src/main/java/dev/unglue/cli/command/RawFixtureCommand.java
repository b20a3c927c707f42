package dev.unglue.cli.command;

import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.cli.format.PageFormat;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.StoredPageOption;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.RawJobs;
import dev.unglue.raw.archive.StoredPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unglue raw fixture}: makes a golden test case of a stored page. */
@Command(
    name = "fixture",
    description = {
      "Writes a stored page, what is known of it (.meta.json) and what unglue parse --format json"
          + " reads of it now (.expected.json): a golden test case."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage or configuration, or the store holds no such page"
    },
    footer = {
      "  unglue raw fixture https://example.org/page",
      "  unglue raw fixture --to cases https://example.org/page"
    })
final class RawFixtureCommand extends Subcommand {
  private static final String IN_PROJECT = "src/test/resources";

  @Mixin private StoredPageOption wanted = new StoredPageOption();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Where the files go; default: src/test/resources/fixtures where there is a"
              + " src/test/resources, else fixtures.")
  private @Nullable Path to;

  @Override
  public Integer call() throws IOException {
    Settings settings = unglue().settings();
    StoredPage page = wanted.in(unglue().raw());
    Path file = RawJobs.fixture(page, workingFolder().resolve(folder()));
    String expected = expected(settings, file);
    Path result = file.resolveSibling(file.getFileName() + ".expected.json");
    Files.writeString(result, expected);
    printFiles(List.of(file, file.resolveSibling(file.getFileName() + ".meta.json"), result));
    return ExitCode.DONE;
  }

  private Path folder() {
    if (to != null) {
      return to;
    }
    boolean project = Files.isDirectory(workingFolder().resolve(IN_PROJECT));
    return Path.of(project ? IN_PROJECT + "/fixtures" : "fixtures");
  }

  /** Read from the file that was written, so that a test which reads it again gets the same. */
  private String expected(Settings settings, Path file) {
    StringWriter json = new StringWriter();
    PrintWriter lines = new PrintWriter(json);
    PageFormat printer = new JsonPageFormat(lines, settings.catalogue());
    List<String> failures = new ArrayList<>();
    unglue()
        .jobs()
        .parse(
            settings,
            List.of(file.toString()),
            environment(),
            printer::print,
            failure -> failures.add(failure.message()));
    lines.flush();
    if (!failures.isEmpty()) {
      throw JobException.usage(failures.get(0));
    }
    return json.toString();
  }
}
