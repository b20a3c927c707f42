package dev.unglue.pipeline.store;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.store.row.FlagRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads stored captures again, one by one, for people who look at them. For many threads. */
public final class CaptureReading {
  private final PageJob job;
  private final Path workingFolder;

  /**
   * @param workingFolder where the paths of captures begin
   */
  public CaptureReading(Settings settings, Path workingFolder) {
    this.job = new PageJob(settings);
    this.workingFolder = workingFolder;
  }

  /**
   * A capture and what it says.
   *
   * @param capture the page as it came
   * @param result what is read of it
   */
  public record Read(Capture capture, PageResult result) {}

  /** What lies at a place; absent where it lies there no more, or cannot be read. */
  public Optional<Read> read(FlagRow.Place place) {
    Optional<Capture> capture =
        RawTexts.of(Stream.of(place), workingFolder).values().stream().findFirst();
    List<Read> read = new ArrayList<>();
    capture.ifPresent(
        page ->
            job.run(page)
                .match(parsed -> read.add(new Read(page, parsed.result())), refused -> {}));
    return read.stream().findFirst();
  }
}
