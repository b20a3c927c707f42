package dev.unglue.pipeline.fetch;

import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.site.CanonicalUrl;
import dev.unglue.fetch.site.Scope;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.resolve.CanonicalScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Which addresses lie in the scope of a live source: those that its links and redirects may lead
 * to. Looked up when first asked for, which hardly any page does. Used by one thread at a time.
 */
public final class SourceScopes implements CanonicalScope {
  private final JobRequest request;
  private final Map<String, Optional<Scope>> scopes = new HashMap<>();

  public SourceScopes(JobRequest request) {
    this.request = request;
  }

  @Override
  public boolean holds(String source, String url) {
    Optional<HttpUrl> address = CanonicalUrl.of(url);
    return scopes
        .computeIfAbsent(source, this::scope)
        .flatMap(s -> address.map(s::allows))
        .orElse(false);
  }

  private Optional<Scope> scope(String source) {
    try {
      return request
          .settings()
          .source(source)
          .map(known -> SourcePlan.of(request, known))
          .map(SourceScopes::scope);
    } catch (JobException e) {
      return Optional.empty(); // not set up well, which is told elsewhere: it has no scope
    }
  }

  private static Scope scope(FetchPlan plan) {
    Set<String> hosts =
        Stream.concat(plan.sitemaps().stream(), plan.pages().stream())
            .flatMap(address -> CanonicalUrl.of(address).stream())
            .map(HttpUrl::host)
            .collect(Collectors.toSet());
    return plan.scope().with(hosts);
  }
}
