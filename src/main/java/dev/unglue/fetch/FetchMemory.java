package dev.unglue.fetch;

import dev.unglue.model.FetchedUrl;
import dev.unglue.model.KnownPage;
import java.util.Optional;

/** What is known of a source from before. Thread-safe. */
public interface FetchMemory {
  /** What is known of a page that came whole in an earlier run; empty if none ever did. */
  Optional<KnownPage> known(String url);

  /**
   * What became of an address in this very run before it was broken off; it is then not asked
   * again. Empty if nothing did.
   */
  Optional<FetchedUrl> done(String url);

  /** Remembers nothing: every page is new. */
  static FetchMemory none() {
    return new FetchMemory() {
      @Override
      public Optional<KnownPage> known(String url) {
        return Optional.empty();
      }

      @Override
      public Optional<FetchedUrl> done(String url) {
        return Optional.empty();
      }
    };
  }
}
