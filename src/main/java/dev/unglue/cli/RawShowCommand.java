package dev.unglue.cli;

import dev.unglue.pipeline.RawJobs;
import dev.unglue.raw.StoredPage;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue raw show}: one page as it is stored. */
@Command(
    name = "show",
    description = "Prints a stored page, unpacked and as UTF-8, to standard output.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage, or the store holds no such page"},
    footer = {
      "",
      "Examples:",
      "  unglue raw show https://example.org/page",
      "  unglue raw show --at 2026-01-31 --headers https://example.org/page"
    })
final class RawShowCommand implements Callable<Integer> {
  private final Unglue unglue;

  @Parameters(paramLabel = "URL", description = "The address, as unglue raw list prints it.")
  private String url = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT|DATE",
      converter = Since.class,
      description = "The newest capture until then; default: the newest of all.")
  private Instant at = Instant.MAX;

  @Option(names = "--headers", description = "Prints the header lines of the response before it.")
  private boolean headers;

  RawShowCommand(Unglue unglue) {
    this.unglue = unglue;
  }

  @Override
  public Integer call() {
    StoredPage page = RawJobs.page(unglue.raw(), url, at);
    PrintWriter out = unglue.environment().out();
    if (headers) {
      page.head().forEach(out::println);
      out.println();
    }
    out.print(page.text());
    out.flush();
    return ExitCode.DONE;
  }
}
