package dev.unglue.model.report;

import dev.unglue.model.run.MissedPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one source fared in the run: what it had planned against what was received.
 *
 * @param source its name; of pages given by hand, their paths
 * @param verdict {@code ok}, {@code partial}, {@code unreachable} or {@code rejected}
 * @param planned pages; the sum of the next five
 * @param received pages that came, and say something new
 * @param unchanged pages that are known to be as they were
 * @param gone pages that the site has no more
 * @param forbidden pages that its robots.txt names
 * @param failed pages that did not come, came in doubt or cannot be read
 * @param reasons why it is not {@code ok}, a sentence each
 * @param missed the pages that were planned and not received
 * @param contactAt when it brought or confirmed data; absent where it did not
 */
public record NightLine(
    String source,
    String verdict,
    long planned,
    long received,
    long unchanged,
    long gone,
    long forbidden,
    long failed,
    List<String> reasons,
    Shown<MissedPage> missed,
    @Nullable Instant contactAt) {
  /** Copies the reasons. */
  public NightLine {
    reasons = List.copyOf(reasons);
  }
}
