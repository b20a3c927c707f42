package dev.unglue.fetch;

import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchedUrl;
import java.util.List;
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

  /**
   * What the newest page of an address links to that came whole: addresses that may be fetched for
   * it, absolute, as written. It is asked for where a page need not come again.
   */
  List<String> links(String url);
}
