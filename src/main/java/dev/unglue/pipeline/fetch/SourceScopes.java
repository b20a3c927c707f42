package dev.unglue.pipeline.fetch;

import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.site.Scope;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.resolve.CanonicalScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
    return scopes.computeIfAbsent(source, this::scope).filter(s -> s.allows(url)).isPresent();
  }

  private Optional<Scope> scope(String source) {
    try {
      return request
          .settings()
          .source(source)
          .map(known -> SourcePlan.of(request, known))
          .map(FetchPlan::wholeScope);
    } catch (JobException e) {
      return Optional.empty(); // not set up well, which is told elsewhere: it has no scope
    }
  }
}
