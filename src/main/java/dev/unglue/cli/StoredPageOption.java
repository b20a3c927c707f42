package dev.unglue.cli;

import dev.unglue.pipeline.RawJobs;
import dev.unglue.raw.StoredPage;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A page of the raw store, by its address and time. */
final class StoredPageOption {
  @Parameters(paramLabel = "URL", description = "The address, as unglue raw list prints it.")
  private String url = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT|DATE",
      converter = Since.class,
      description = "The newest capture until then; default: the newest of all.")
  private Instant at = Instant.MAX;

  /** The page that is meant. */
  StoredPage in(Path raw) {
    return RawJobs.page(raw, url, at);
  }
}
