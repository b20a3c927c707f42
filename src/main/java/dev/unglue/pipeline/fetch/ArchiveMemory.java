package dev.unglue.pipeline.fetch;

import dev.unglue.extract.PageGlance;
import dev.unglue.fetch.FetchMemory;
import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.page.PageParser;
import dev.unglue.raw.archive.ExchangeReader;
import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawCaptures;
import dev.unglue.raw.archive.RawStoreException;
import dev.unglue.raw.archive.StoredPage;
import dev.unglue.raw.warc.RawLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the raw store remembers of a source, how the fetcher adds to it, and what stands on the
 * pages as they come. Beside each capture stands what became of its address, so that a run that was
 * broken off, even by the death of its process, can tell what it had done.
 */
final class ArchiveMemory implements FetchMemory, PageInspector {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveMemory.class);

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

  /** What such an answer holds is no page, though its status may say so. */
  private static final Set<FetchOutcome> NO_PAGE =
      Set.of(FetchOutcome.BLOCKED, FetchOutcome.FAILED);

  private final RawArchive archive;
  private final RawCaptures stored;
  private final Supplier<PageParser> parser;
  private final FetchPlan plan;
  private final Map<String, FetchedUrl> done = new HashMap<>();

  /**
   * The memory of one source.
   *
   * @param stored the store that the archive belongs to
   * @param parser gives what reads pages as the run will; asked only where links are wanted
   */
  ArchiveMemory(
      RawArchive archive, RawCaptures stored, Supplier<PageParser> parser, FetchPlan plan) {
    this.archive = archive;
    this.stored = stored;
    this.parser = parser;
    this.plan = plan;
    archive.held().forEach(held -> row(held).ifPresent(row -> done.put(row.url(), row)));
  }

  @Override
  public Optional<KnownPage> known(String url) {
    return archive
        .newest(url)
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
  public List<String> links(String url) {
    if (plan.linkBudget() == 0) {
      return List.of();
    }
    try {
      Optional<StoredPage> page = archive.newest(url).map(stored::page);
      return page.flatMap(ExchangeReader::page)
          .map(capture -> links(capture, PageGlance.at(capture)))
          .orElse(List.of());
    } catch (RawStoreException e) {
      LOG.warn("the links of {} are not followed: {}", url, e.getMessage());
      return List.of();
    }
  }

  @Override
  public Optional<FetchedUrl> done(String url) {
    return Optional.ofNullable(done.get(url));
  }

  @Override
  public Look look(Exchange exchange) {
    return ExchangeReader.page(exchange, plan.source(), RawLimits.defaults())
        .map(this::look)
        .orElse(new Look(null, List.of()));
  }

  private Look look(Capture capture) {
    PageGlance glance = PageGlance.at(capture);
    return new Look(glance.contentSha256(), links(capture, glance));
  }

  /** Pages are read as the run will read them only where their links are wanted. */
  private List<String> links(Capture capture, PageGlance glance) {
    boolean wanted =
        plan.linkBudget() > 0 && parser.get().parse(capture).kind() == PageKind.COMPARISON;
    return wanted ? glance.links() : List.of();
  }

  /** Keeps an exchange, and what became of its address. */
  void keep(Exchange exchange, FetchedUrl fetched) {
    Map<String, String> metadata = new LinkedHashMap<>();
    put(metadata, OUTCOME, fetched.outcome().id());
    put(
        metadata,
        HeldCapture.NO_PAGE,
        NO_PAGE.contains(fetched.outcome()) ? fetched.outcome().id() : null);
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
