package dev.unglue.cli.command;

import dev.unglue.cli.format.RowPrinter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.store.RawJobs;
import dev.unglue.raw.archive.HeldCapture;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class RawListCommand extends Subcommand {
  @Option(names = "--source", paramLabel = "NAME", description = "Only captures of this source.")
  private Optional<String> source = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = Format.HELP)
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    List<HeldCapture> captures =
        RawJobs.list(unglue().raw()).stream()
            .filter(capture -> source.filter(name -> !name.equals(capture.source())).isEmpty())
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
