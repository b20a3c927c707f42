package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.CommandGroup;
import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.StoredPageOption;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.archive.Fixture;
import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawCaptures;
import dev.unglue.raw.archive.RawCheck;
import dev.unglue.raw.archive.RawImport;
import dev.unglue.raw.archive.StoredPage;
import dev.unglue.raw.read.FileFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue raw}: the commands on the raw store. */
@Command(
    name = "raw",
    description = "Commands on the raw store: the pages as they were fetched or imported.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RawCommand.RawListCommand.class,
      RawCommand.RawShowCommand.class,
      RawCommand.RawVerifyCommand.class,
      RawCommand.RawImportCommand.class,
      RawCommand.RawFixtureCommand.class
    },
    footer = {
      "  unglue raw list",
      "  unglue raw show https://example.org/page",
      "  unglue raw import crawl.warc.gz"
    })
public final class RawCommand extends CommandGroup {

  /** {@code unglue raw list}: what the raw store holds. */
  @Command(
      name = "list",
      description = "Lists the captures of the raw store, by source, address and time.",
      exitCodeList = {"0:done", "2:wrong usage, or the store cannot be read"},
      footer = {
        "  unglue raw list",
        "  unglue raw list --source zippia --format csv",
        "",
        "size: bytes of the payload as sent; a revisit has none of its own.",
        "offset: where in the file its record begins, in bytes."
      })
  static final class RawListCommand extends Subcommand {
    @Option(names = "--source", paramLabel = "NAME", description = "Only captures of this source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = Format.HELP)
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
      List<HeldCapture> captures =
          new RawCaptures(unglue().raw())
              .list().stream()
                  .filter(
                      capture -> source.filter(name -> !name.equals(capture.source())).isEmpty())
                  .toList();
      rows().print(captures, format, out());
      return ExitCode.DONE;
    }

    private RowPrinter<HeldCapture> rows() {
      return new RowPrinter<HeldCapture>()
          .column("source", HeldCapture::source)
          .column("url", HeldCapture::url)
          .column("time", HeldCapture::capturedAt)
          .column("type", HeldCapture::type)
          .column("status", HeldCapture::status)
          .column("size", HeldCapture::payloadBytes)
          .column("path", capture -> shown(capture.file()))
          .column("offset", HeldCapture::offset);
    }
  }

  /** {@code unglue raw show}: one page as it is stored. */
  @Command(
      name = "show",
      description = "Prints a stored page, unpacked and as UTF-8, to standard output.",
      footer = {
        "  unglue raw show https://example.org/page",
        "  unglue raw show --at 2026-01-31 --headers https://example.org/page"
      },
      exitCodeList = {"0:done", "2:wrong usage, or the store holds no such page"})
  static final class RawShowCommand extends Subcommand {
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

  /** {@code unglue raw verify}: is everything still as it was written. */
  @Command(
      name = "verify",
      description = {
        "Checks every record of the raw store: digests, lengths, gzip members, and that what a revisit"
            + " refers to is there. One line for each trouble."
      },
      exitCodeList = {
        "0:everything is whole",
        "2:wrong usage, or the store cannot be read",
        "3:there are troubles"
      },
      footer = {"  unglue raw verify", "  unglue raw verify --raw /backup/raw"})
  static final class RawVerifyCommand extends Subcommand {
    @Override
    public Integer call() {
      Environment environment = environment();
      PrintWriter out = environment.out();
      RawCheck.Result result =
          RawCheck.run(
              unglue().raw(),
              environment.workingFolder(),
              trouble -> out.println(TextTable.oneLine(trouble)));
      out.println(
          "%s archives, %s records, %s troubles"
              .formatted(
                  CountWords.number(result.files()),
                  CountWords.number(result.records()),
                  CountWords.number(result.troubles())));
      out.flush();
      return result.troubles() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
  }

  /** {@code unglue raw import}: takes pages that others have captured into the raw store. */
  @Command(
      name = "import",
      description = {
        "Takes pages that others have captured into the raw store, the same payload of an address and"
            + " a time once."
      },
      exitCodeList = {
        "0:done",
        "2:wrong usage, or the store cannot be written",
        "3:done, some pages failed; each is named on standard error",
        "5:another fetch or import holds the lock"
      },
      footer = {
        "  unglue raw import crawl.warc.gz more.wet.gz",
        "  unglue raw import --source zippia pages/"
      })
  static final class RawImportCommand extends Subcommand {
    @Option(
        names = "--source",
        paramLabel = "NAME",
        description = "The source they belong to; default: ${DEFAULT-VALUE}.")
    private String source = "import";

    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = "Files, folders and globs. Formats:%n" + FileFormat.ENDINGS + ", also .gz.")
    private List<String> inputs = List.of();

    @Override
    public Integer call() {
      Environment environment = environment();
      RawImport.Result result =
          RawImport.run(
              unglue().raw(),
              source,
              inputs,
              environment.workingFolder(),
              unglue().clock().instant(),
              Map.of("software", "unglue/" + environment.version()),
              this::complain);
      print(
          List.of(
              "%s imported, %s known already, %s other records, %s failed"
                  .formatted(
                      CountWords.number(result.imported()),
                      CountWords.number(result.known()),
                      CountWords.number(result.others()),
                      CountWords.number(result.failed()))));
      return result.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void complain(Quarantined failure) {
      say("unglue: " + TextTable.oneLine(failure.message()));
    }
  }

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
  static final class RawFixtureCommand extends Subcommand {
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
      Path file = Fixture.write(page, workingFolder().resolve(folder()));
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
      JsonPageFormat printer = new JsonPageFormat(lines, settings.catalogue());
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
}
