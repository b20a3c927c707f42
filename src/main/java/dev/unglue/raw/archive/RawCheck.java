package dev.unglue.raw.archive;

import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.read.OsReason;
import dev.unglue.raw.read.StoreFolder;
import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.HttpReply;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import dev.unglue.raw.warc.RecordHeader;
import dev.unglue.raw.warc.WarcCutException;
import dev.unglue.raw.warc.WarcFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Checks every record of the raw store: that it can be read, ends where it says, lies in a gzip
 * member of its own, has the digests it names, and that what it refers to is there.
 */
public final class RawCheck {
  private final Path base;
  private final Consumer<String> troubles;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> refersTo = new TreeMap<>();
  private long records;
  private long found;

  private RawCheck(Path base, Consumer<String> troubles) {
    this.base = base;
    this.troubles = troubles;
  }

  /**
   * What was checked.
   *
   * @param files how many archives
   * @param records how many records
   * @param troubles how many sentences were handed on
   */
  public record Result(long files, long records, long troubles) {}

  /**
   * Checks the archives of a store.
   *
   * @param base the working folder: names are relative to it
   * @param troubles takes one sentence for each trouble
   */
  public static Result run(Path raw, Path base, Consumer<String> troubles) {
    RawCheck check = new RawCheck(base, troubles);
    List<Path> files = new RawCaptures(raw).files();
    files.forEach(check::file);
    check.targets();
    return new Result(files.size(), check.records, check.found);
  }

  private void say(String place, String finding) {
    found++;
    troubles.accept(place + ": " + finding);
  }

  private void file(Path file) {
    String name = InputFile.of(file, base).name();
    try (RawStream stream = RawStream.of(Files.newInputStream(file))) {
      new OneFile(stream, name, StoreFolder.isUnfinished(file)).run();
    } catch (IOException e) {
      say(name, "not readable: " + OsReason.words(e));
    }
  }

  private void targets() {
    refersTo.forEach(
        (place, id) -> {
          if (!ids.contains(id)) {
            say(place, "expected the record " + id + " that it refers to, found none in the store");
          }
        });
  }

  /** The records of one archive. */
  private final class OneFile {
    private final RawStream stream;
    private final WarcFrames frames;
    private final String name;
    private final boolean unfinished;
    private final Map<String, Long> seen = new HashMap<>();
    private long number;
    private long blockEnd;
    private boolean damaged;

    OneFile(RawStream stream, String name, boolean unfinished) {
      this.stream = stream;
      this.frames = new WarcFrames(stream);
      this.name = name;
      this.unfinished = unfinished;
    }

    void run() throws IOException {
      try {
        frames.forEach(
            this::record,
            () -> say(place(), "expected a record, found " + QuotedInput.quoted(frames.found())),
            this::damaged);
        members();
      } catch (WarcCutException e) {
        cut(name + ": record " + frames.number(), e.finding());
      } catch (BrokenGzipException e) {
        cut(name, e.finding());
      }
    }

    /** Its records were counted as far as they could be read, so counts prove nothing any more. */
    private void damaged(BrokenGzipException fault) {
      damaged = true;
      number = 0;
      say(name, fault.finding() + "; what comes after it was checked from the next member on");
    }

    /** A run that was stopped leaves a rest, which the next one cuts off. */
    private void cut(String place, String finding) {
      if (!unfinished) {
        say(place, finding);
      }
    }

    private String place() {
      return frames.place(name);
    }

    private void record() throws IOException {
      String place = place();
      records++;
      if (stream.isPacked() && !stream.gzip().isMemberStart(frames.start())) {
        say(place, "expected a gzip member of its own, found it within another's");
      }
      long between = frames.start() - blockEnd;
      if (number > 0 && between != 4) {
        String expected = "expected two line ends after the record before it, found ";
        say(place, expected + between + " bytes");
      }
      number++;
      blockEnd = frames.blockStart() + frames.blockBytes();
      fields(place);
      if (frames.isWithin(RawLimits.defaults())) {
        digests(place, frames.block());
      }
    }

    private void fields(String place) {
      RecordHeader header = frames.header();
      for (String field : List.of("WARC-Type", "WARC-Record-ID", "WARC-Date")) {
        if (header.field(field).isEmpty()) {
          say(place, "expected a field " + field + ", found none");
        }
      }
      header.uri("WARC-Record-ID").ifPresent(this::id);
      if (header.type().equals(HeldCapture.REVISIT)) {
        header.uri("WARC-Refers-To").ifPresent(id -> refersTo.put(place, id));
      }
    }

    private void id(String id) {
      Long before = seen.put(id, number);
      if (before != null) {
        say(place(), "expected an id of its own, found that of record " + before);
      }
      ids.add(id);
    }

    private void digests(String place, byte[] block) {
      digest(place, RecordDigest.OF_BLOCK, block);
      if (List.of("response", "resource", "conversion").contains(frames.header().type())) {
        HttpReply.payload(frames.header(), block)
            .ifPresent(payload -> digest(place, RecordDigest.OF_PAYLOAD, payload));
      }
    }

    private void digest(String place, String field, byte[] bytes) {
      RecordHeader header = frames.header();
      if (RecordDigest.isUncheckable(header, field)) {
        say(place, field + ": expected a digest that can be checked, found " + header.text(field));
      }
      RecordDigest.contradiction(header, field, bytes).ifPresent(found -> say(place, found));
    }

    private void members() {
      if (!damaged && stream.isPacked() && stream.gzip().members() != number) {
        String found = stream.gzip().members() + " members for " + number + " records";
        say(name, "expected one gzip member a record, found " + found);
      }
    }
  }
}
