package dev.unglue.cli.option;

import dev.unglue.pipeline.store.RawJobs;
import dev.unglue.raw.archive.StoredPage;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A page of the raw store, by its address and time. */
public final class StoredPageOption {
  @Parameters(paramLabel = "URL", description = "The address, as unglue raw list prints it.")
  private String url = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT|DATE",
      converter = Since.class,
      description = "The newest capture until then; default: the newest of all.")
  private Instant at = Instant.MAX;

  /** The page that is meant. */
  public StoredPage in(Path raw) {
    return RawJobs.page(raw, url, at);
  }
}
