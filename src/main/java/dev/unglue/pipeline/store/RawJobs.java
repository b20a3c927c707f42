package dev.unglue.pipeline.store;

import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.archive.Fixture;
import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawCaptures;
import dev.unglue.raw.archive.RawCheck;
import dev.unglue.raw.archive.RawImport;
import dev.unglue.raw.archive.StoredPage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Jobs on the raw store by itself; they need neither the configuration nor the work store. Each
 * throws a {@link dev.unglue.raw.archive.RawStoreException} where the store cannot be used.
 */
public final class RawJobs {
  private RawJobs() {}

  /** All captures of the store, by source, address and time. */
  public static List<HeldCapture> list(Path raw) {
    return new RawCaptures(raw).list();
  }

  /**
   * The page of an address.
   *
   * @param latest the newest capture that is not after it; {@link Instant#MAX} for the newest of
   *     all
   * @throws JobException if the store holds none
   */
  public static StoredPage page(Path raw, String url, Instant latest) {
    RawCaptures captures = new RawCaptures(raw);
    return captures.page(
        captures.newest(url, latest).orElseThrow(() -> notStored(raw, url, latest)));
  }

  private static JobException notStored(Path raw, String url, Instant latest) {
    String until = latest.equals(Instant.MAX) ? "" : " until " + latest;
    return JobException.usage(
        "%s: expected a capture%s in %s, found none; unglue raw list shows what there is"
            .formatted(url, until, raw));
  }

  /** Checks every record; each trouble is a sentence. */
  public static RawCheck.Result verify(Path raw, Path workingFolder, Consumer<String> troubles) {
    return RawCheck.run(raw, workingFolder, troubles);
  }

  /** Takes in pages that others have captured. */
  public static RawImport.Result importAll(
      Path raw,
      String source,
      List<String> inputs,
      Path workingFolder,
      Instant now,
      String toolVersion,
      Consumer<Quarantined> failures) {
    Map<String, String> software = Map.of("software", "unglue/" + toolVersion);
    return RawImport.run(raw, source, inputs, workingFolder, now, software, failures);
  }

  /** Writes a page with its sidecar as a loose file; the file. */
  public static Path fixture(StoredPage page, Path folder) {
    return Fixture.write(page, folder);
  }
}
