package dev.unglue.pipeline.run;

import dev.unglue.config.Source;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.fetch.FetchJob;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.PageStream;
import dev.unglue.pipeline.parse.ParserVersion;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.raw.read.RawInputs;
import dev.unglue.raw.read.RawItem;
import dev.unglue.store.Load;
import dev.unglue.store.row.PageCounts;
import dev.unglue.validate.Tally;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the pages of a run into the store, and counts what became of them. */
final class PageIntake {
  private static final Logger LOG = LoggerFactory.getLogger(PageIntake.class);

  private final JobRequest request;
  private final Progress progress;
  private final Load load;
  private final String parserVersion;
  private final Tally tally;
  private final Set<String> liveSources;
  private long found;
  private long read;
  private long unchanged;
  private long failed;

  /**
   * The intake of one run.
   *
   * @param tally counts what the rules of each page compare
   */
  PageIntake(JobRequest request, Progress progress, Load load, String parserVersion, Tally tally) {
    this.request = request;
    this.progress = progress;
    this.load = load;
    this.parserVersion = parserVersion;
    this.tally = tally;
    this.liveSources =
        FetchJob.live(request).stream().map(Source::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What became of the pages of these inputs. */
  PageCounts run(List<RawInputs> inputs, PageJob pages) {
    try (PageStream stream = new PageStream(pages, request.threads(), this::store)) {
      inputs.forEach(input -> input.forEach(item -> take(item, stream)));
      stream.finish();
    }
    return new PageCounts(found, read, unchanged, failed);
  }

  private void take(RawItem item, PageStream stream) {
    if (isCutLivePage(item)) {
      return;
    }
    found++;
    if (item instanceof RawItem.Page page) {
      CaptureRef ref = page.capture().ref();
      if (load.meets(ref, version(ref))) {
        unchanged++;
        progress.done(ref.page());
      } else {
        stream.accept(page.capture());
      }
    } else if (item instanceof RawItem.Unreadable unreadable) {
      refuse(unreadable.quarantined());
    }
  }

  private String version(CaptureRef ref) {
    return ParserVersion.of(parserVersion, request.settings().decisions(), ref);
  }

  /**
   * What a site sent only in part stays in the raw store: half a number would pass for a number,
   * and replace a good one. The table of fetches says that the page was cut.
   */
  private boolean isCutLivePage(RawItem item) {
    return item instanceof RawItem.Page page
        && page.capture().ref().truncated() != null
        && liveSources.contains(page.capture().ref().source());
  }

  private void store(PageJob.Outcome outcome) {
    outcome.match(
        parsed -> {
          ParsedPage page = parsed.result().page();
          load.add(page, version(page.ref()), parsed.result().flags());
          tally.merge(parsed.tally());
          read++;
          progress.done(page.ref().page());
        },
        this::refuse);
  }

  private void refuse(Quarantined quarantined) {
    failed++;
    load.add(quarantined);
    LOG.warn("{}", quarantined.message());
    progress.done(quarantined.page());
  }
}
