package dev.unglue.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.pipeline.RawJobs;
import dev.unglue.raw.HeldCapture;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue raw list}: what the raw store holds. */
@Command(
    name = "list",
    description = "Lists the captures of the raw store, by source, address and time.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage, or the store cannot be read"},
    footer = {
      "",
      "Examples:",
      "  unglue raw list",
      "  unglue raw list --source zippia --format csv",
      "",
      "size: bytes of the payload as sent; a revisit has none of its own.",
      "offset: where in the file its record begins, in bytes."
    })
final class RawListCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("source", "url", "time", "type", "status", "size", "path", "offset");

  private static final CSVFormat CSV = CSVFormat.RFC4180;

  private final Unglue unglue;

  @Option(names = "--source", paramLabel = "NAME", description = "Only captures of this source.")
  private @Nullable String source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.TABLE;

  RawListCommand(Unglue unglue) {
    this.unglue = unglue;
  }

  @Override
  public Integer call() {
    List<HeldCapture> captures =
        RawJobs.list(unglue.raw()).stream()
            .filter(capture -> source == null || capture.source().equals(source))
            .toList();
    PrintWriter out = unglue.environment().out();
    switch (format) {
      case TABLE -> table(captures, out);
      case JSON -> captures.forEach(capture -> out.println(json(capture)));
      case CSV -> csv(captures, out);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private List<String> row(HeldCapture capture) {
    return List.of(
        capture.source(),
        capture.url(),
        capture.capturedAt().toString(),
        capture.type(),
        Integer.toString(capture.status()),
        Long.toString(capture.payloadBytes()),
        Paths.shown(capture.file(), unglue.environment().workingFolder()),
        Long.toString(capture.offset()));
  }

  private void table(List<HeldCapture> captures, PrintWriter out) {
    TextTable table = TextTable.uncut();
    table.row(COLUMNS);
    captures.forEach(capture -> table.row(row(capture)));
    table.lines().forEach(out::println);
  }

  private ObjectNode json(HeldCapture capture) {
    List<String> row = row(capture);
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < COLUMNS.size(); i++) {
      line.put(COLUMNS.get(i), row.get(i));
    }
    line.put("status", capture.status());
    line.put("size", capture.payloadBytes());
    line.put("offset", capture.offset());
    return line;
  }

  private void csv(List<HeldCapture> captures, PrintWriter out) {
    out.print(CSV.format(COLUMNS.toArray()) + "\n");
    for (HeldCapture capture : captures) {
      out.print(CSV.format(row(capture).toArray()) + "\n");
    }
  }
}
