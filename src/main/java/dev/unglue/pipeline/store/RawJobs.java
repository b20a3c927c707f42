package dev.unglue.pipeline.store;

import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.archive.RawCaptures;
import dev.unglue.raw.archive.StoredPage;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Finds pages in the raw store by itself, without the configuration and the work store. Throws a
 * {@link dev.unglue.raw.archive.RawStoreException} where the store cannot be used.
 */
public final class RawJobs {
  private RawJobs() {}

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
}
