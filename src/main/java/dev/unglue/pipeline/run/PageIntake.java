package dev.unglue.pipeline.run;

import dev.unglue.config.Source;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.MissedPage;
import dev.unglue.pipeline.fetch.FetchJob;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.PageStream;
import dev.unglue.pipeline.parse.ParserVersion;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.run.RunInputs.SourcePages;
import dev.unglue.publish.parquet.PageRows;
import dev.unglue.publish.parquet.TableFolder;
import dev.unglue.publish.parquet.TableLoad;
import dev.unglue.raw.read.RawItem;
import dev.unglue.store.Load;
import dev.unglue.validate.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes the pages of one source into the store, and counts what became of them. */
final class PageIntake {
  private final JobRequest request;
  private final Progress progress;
  private final Load load;
  private final String parserVersion;
  private final Tally tally;
  private final Set<String> liveSources;
  private final List<MissedPage> unread = new ArrayList<>();
  private long read;
  private long unchanged;

  /**
   * The intake of one source.
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

  /**
   * What a source has brought.
   *
   * @param read pages that were read
   * @param unchanged pages that this parser has read before
   * @param unread what cannot be read
   */
  record Brought(long read, long unchanged, List<MissedPage> unread) {
    /** Copies the list. */
    Brought {
      unread = List.copyOf(unread);
    }
  }

  /** What became of these pages. */
  Brought run(SourcePages source, Supplier<PageJob> pages) {
    source.tables().forEach(this::takeTables);
    try (PageStream stream = new PageStream(pages, request.threads(), this::store)) {
      source.pages().watched(progress::read).forEach(item -> take(item, stream));
      stream.finish();
    }
    return new Brought(read, unchanged, unread);
  }

  private void takeTables(Path folder) {
    TableLoad.read(TableFolder.open(folder), page -> take(page, folder), this::refuse);
  }

  private void take(PageRows rows, Path folder) {
    ParsedPage page = rows.page();
    String version = version(page.ref());
    if (!rows.parserVersion().equals(version)) {
      throw JobException.usage(
          "%s: expected pages that this version has read with this configuration (%s), found \"%s\" at %s; read them again"
              .formatted(folder, version, rows.parserVersion(), page.ref().page()));
    }
    if (load.meets(page.ref(), version)) {
      unchanged++;
    } else {
      load.add(page, version, rows.pageFlags());
      read++;
    }
    progress.done(page.ref().page());
  }

  private void take(RawItem item, PageStream stream) {
    if (isCutLivePage(item)) {
      return;
    }
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
    unread.add(new MissedPage(quarantined.page(), FetchOutcome.FAILED.id(), quarantined.message()));
    load.add(quarantined);
    progress.done(quarantined.page());
  }
}
