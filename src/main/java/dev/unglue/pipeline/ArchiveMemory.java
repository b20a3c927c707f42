package dev.unglue.pipeline;

import dev.unglue.fetch.CaptureSink;
import dev.unglue.fetch.FetchMemory;
import dev.unglue.model.Exchange;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.model.KnownPage;
import dev.unglue.raw.HeldCapture;
import dev.unglue.raw.RawArchive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the raw store remembers of a source, and how the fetcher adds to it. Beside each capture
 * stands what became of its address, so that a run that was broken off, even by the death of its
 * process, can tell what it had done.
 */
final class ArchiveMemory implements FetchMemory, CaptureSink {
  private static final String OUTCOME = "fetch-outcome";
  private static final String REASON = "fetch-reason";
  private static final String ATTEMPTS = "fetch-attempts";
  private static final String ROBOTS = "fetch-robots";
  private static final String REDIRECT = "fetch-redirect";
  private static final String RAW = "fetch-body-sha256";
  private static final String CONTENT = "content-sha256";

  /** Outcomes that need not be tried again when the run goes on. */
  private static final Set<FetchOutcome> FINAL =
      Set.of(
          FetchOutcome.CAPTURED,
          FetchOutcome.UNCHANGED,
          FetchOutcome.REDIRECTED,
          FetchOutcome.GONE);

  private final RawArchive archive;
  private final Map<String, FetchedUrl> done = new HashMap<>();

  ArchiveMemory(RawArchive archive) {
    this.archive = archive;
    archive.held().forEach(held -> row(held).ifPresent(row -> done.put(row.url(), row)));
  }

  @Override
  public Optional<KnownPage> known(String url) {
    return archive
        .newest(url)
        .filter(held -> FetchOutcome.BLOCKED != outcome(held).orElse(FetchOutcome.CAPTURED))
        .map(
            held ->
                new KnownPage(
                    url,
                    held.capturedAt(),
                    held.etag(),
                    held.lastModified(),
                    held.metadata().get(CONTENT)));
  }

  @Override
  public Optional<FetchedUrl> done(String url) {
    return Optional.ofNullable(done.get(url));
  }

  @Override
  public void keep(Exchange exchange, FetchedUrl fetched) {
    Map<String, String> metadata = new LinkedHashMap<>();
    put(metadata, OUTCOME, fetched.outcome().id());
    put(metadata, REASON, fetched.reason());
    put(metadata, ATTEMPTS, Integer.toString(fetched.attempts()));
    put(metadata, ROBOTS, fetched.robots());
    put(metadata, REDIRECT, fetched.redirectedTo());
    put(metadata, RAW, fetched.rawSha256());
    put(metadata, CONTENT, fetched.contentSha256());
    archive.append(exchange, metadata);
  }

  private static void put(Map<String, String> metadata, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      metadata.put(name, value.replaceAll("\\p{Cntrl}+", " "));
    }
  }

  private static Optional<FetchOutcome> outcome(HeldCapture held) {
    String id = held.metadata().getOrDefault(OUTCOME, "");
    return Arrays.stream(FetchOutcome.values()).filter(o -> o.id().equals(id)).findFirst();
  }

  private static Optional<FetchedUrl> row(HeldCapture held) {
    Map<String, String> noted = held.metadata();
    return outcome(held)
        .filter(FINAL::contains)
        .map(
            outcome ->
                new FetchedUrl(
                    held.source(),
                    held.url(),
                    FetchedUrl.Role.PAGE,
                    outcome,
                    held.status(),
                    noted.get(REASON),
                    Integer.parseInt(noted.getOrDefault(ATTEMPTS, "1").replaceAll("\\D", "0")),
                    held.capturedAt(),
                    held.isRevisit() ? null : held.payloadBytes(),
                    noted.get(RAW),
                    noted.get(CONTENT),
                    held.etag(),
                    held.lastModified(),
                    noted.get(REDIRECT),
                    noted.get(ROBOTS)));
  }
}
