package dev.unglue.pipeline.fetch;

import dev.unglue.config.Source;
import dev.unglue.fetch.FetchLimits;
import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.http.FetchRules;
import dev.unglue.fetch.site.Agent;
import dev.unglue.fetch.site.Scope;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.raw.warc.RawLimits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the plan of a fetch of what the configuration says of a source.
 *
 * @param request what is asked of the fetch
 * @param source a live source
 */
record SourcePlan(JobRequest request, Source source) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/\\s]+.*");

  /**
   * The plan.
   *
   * @throws JobException if the source has no contact, or its list of addresses cannot be read
   */
  static FetchPlan of(JobRequest request, Source source) {
    return new SourcePlan(request, source).plan();
  }

  private FetchPlan plan() {
    if (source.contact().isBlank()) {
      throw JobException.usage(
          ("source %s: a live site needs a contact: expected an address or page where its owner can"
                  + " reach you, found nothing; write it into sources/%s.yaml of the configuration"
                  + " (%s), key contact")
              .formatted(source.name(), source.name(), request.settings().origin()));
    }
    if (source.pages() instanceof Source.Sitemap sitemap) {
      Scope scope = new Scope(Set.of(), sitemap.include(), sitemap.exclude());
      return plan(List.of(), List.of(sitemap.url()), scope);
    }
    Source.Links links = source.links();
    return plan(addresses(), List.of(), new Scope(Set.of(), links.include(), links.exclude()));
  }

  private FetchPlan plan(List<String> pages, List<String> sitemaps, Scope scope) {
    Agent agent = Agent.of(request.toolVersion(), source.contact());
    return new FetchPlan(
        source.name(), agent, pages, sitemaps, scope, source.links().budget(), rules(), limits());
  }

  /** The sources of a run are fetched side by side, so the shorter of both times holds. */
  private FetchLimits limits() {
    Source.Fetch fetch = source.fetch();
    Duration ofRun = request.settings().fetch().maxTime();
    boolean shorter = fetch.maxTime().compareTo(ofRun) <= 0;
    return new FetchLimits(
        fetch.maxPerSitemap(),
        fetch.maxAddresses(),
        shorter ? fetch.maxTime() : ofRun,
        shorter ? "maxTime of sources/" + source.name() + ".yaml" : "maxTime of fetch.yaml");
  }

  private FetchRules rules() {
    Source.Fetch fetch = source.fetch();
    return new FetchRules(
        fetch.delay(),
        fetch.latencyFactor(),
        fetch.maxBytes(),
        RawLimits.defaults().maxPayloadBytes(),
        fetch.timeout(),
        fetch.retries(),
        FetchRules.BACKOFF,
        FetchRules.PATIENCE,
        fetch.allowPrivateAddresses());
  }

  private List<String> addresses() {
    if (source.pages() instanceof Source.Urls urls) {
      return urls.addresses();
    }
    return source.pages() instanceof Source.UrlFile file ? listed(file.path()) : List.of();
  }

  private List<String> listed(String name) {
    Path path = request.workingFolder().resolve(name);
    List<String> addresses = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(path);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).replace("\ufeff", "").strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        if (!ADDRESS.matcher(line).matches()) {
          throw JobException.usage(
              "%s:%d: expected an address that starts with https:// or http://, found \"%.80s\""
                  .formatted(name, i + 1, line));
        }
        addresses.add(line);
      }
    } catch (IOException e) {
      throw JobException.usage(
          "source %s: expected a list of addresses in UTF-8, found %s, at %s; check the key urlFile"
              .formatted(source.name(), found(e), name));
    }
    return addresses;
  }

  /** What stands in the place of a list. */
  private static String found(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "none";
    }
    return e instanceof CharacterCodingException ? "other bytes" : "one that cannot be read";
  }
}
