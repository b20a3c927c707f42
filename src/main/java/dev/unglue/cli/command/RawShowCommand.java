package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.StoredPageOption;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.raw.archive.StoredPage;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unglue raw show}: one page as it is stored. */
@Command(
    name = "show",
    description = "Prints a stored page, unpacked and as UTF-8, to standard output.",
    footer = {
      "  unglue raw show https://example.org/page",
      "  unglue raw show --at 2026-01-31 --headers https://example.org/page"
    },
    exitCodeList = {"0:done", "2:wrong usage, or the store holds no such page"})
final class RawShowCommand extends Subcommand {
  @Mixin private StoredPageOption wanted = new StoredPageOption();

  @Option(names = "--headers", description = "Prints the header lines of the response before it.")
  private boolean headers;

  @Override
  public Integer call() {
    StoredPage page = wanted.in(unglue().raw());
    PrintWriter out = out();
    if (headers) {
      page.head().forEach(out::println);
      out.println();
    }
    out.print(page.text());
    out.flush();
    return ExitCode.DONE;
  }
}
