package dev.unglue.raw.read;

import dev.unglue.raw.warc.Body;
import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.HttpReply;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import dev.unglue.raw.warc.RecordHeader;
import dev.unglue.raw.warc.WarcCutException;
import dev.unglue.raw.warc.WarcFrames;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a WARC or WET: {@code response} records with status 200, {@code resource} and
 * {@code conversion} records, if their payload is HTML or text.
 *
 * <p>Other records are no pages; nor are those that were told to be none when they were fetched,
 * such as a challenge. {@code revisit} records point to a payload that lies in an earlier record,
 * which is read where it lies: they bring no new page.
 *
 * @param source name of the source that the pages come by
 * @param limits how much is read at most
 */
record WarcFileReader(String source, RawLimits limits) implements FormatReader {
  private static final String UNKNOWN_ENCODING =
      "packed in a way that is not known here: expected gzip or deflate, found ";
  private static final String MEMBER_LOST =
      "; what comes after it was read from the next member on, fetch the file again";
  private static final String BAD_ENCODING =
      "damaged: expected a body packed as its Content-Encoding says, found other data;"
          + " fetch the page again";

  @Override
  public void read(RawStream stream, InputFile file, PageSink sink) throws IOException {
    String name = file.name();
    WarcFrames frames = new WarcFrames(stream);
    LastRecord last = new LastRecord(sink);
    try {
      frames.forEach(
          () -> {
            last.begin(origin(frames, name), frames.start());
            last.item = record(frames, last.origin).orElse(null);
          },
          () -> {
            last.begin(origin(frames, name), frames.start());
            last.item = damaged(frames, last.origin);
          },
          fault -> {
            boolean within = stream.gzip().memberStart() <= last.start;
            PageOrigin origin = within ? last.origin : unplaced(frames, name);
            last.drop(within);
            sink.accept(origin.refuse(fault.reason(), fault.finding() + MEMBER_LOST));
          });
      last.handOn();
      if (frames.number() == 0) {
        sink.accept(PageMaker.empty(PageOrigin.ofFile(source, name), 0));
      }
    } catch (WarcCutException e) {
      last.handOn();
      refuse(file, cut(origin(frames, name), "warc_cut", "cut: " + e.finding()), sink);
    } catch (BrokenGzipException e) {
      last.handOn();
      refuse(file, cut(unplaced(frames, name), e.reason(), e.finding()), sink);
    }
  }

  /**
   * The record that was read last. It is handed on when the next one begins, for whether the gzip
   * member that holds it is sound shows only at its end.
   */
  private static final class LastRecord {
    private final PageSink sink;
    private PageOrigin origin = PageOrigin.ofFile("", "");
    private long start = -1;
    private @Nullable RawItem item;

    LastRecord(PageSink sink) {
      this.sink = sink;
    }

    void begin(PageOrigin next, long nextStart) {
      handOn();
      origin = next;
      start = nextStart;
    }

    void handOn() {
      if (item != null) {
        sink.accept(item);
      }
      item = null;
    }

    void drop(boolean damaged) {
      item = damaged ? null : item;
      handOn();
      start = -1;
    }
  }

  /** That an archive is cut whose run has not come to its end is no finding. */
  private static void refuse(InputFile file, RawItem finding, PageSink sink) {
    if (!StoreFolder.isUnfinished(file.path())) {
      sink.accept(finding);
    }
  }

  /** Hands on the page of the first record, if it is one. */
  void readFirst(RawStream stream, String name, Consumer<RawItem> sink) throws IOException {
    WarcFrames frames = new WarcFrames(stream);
    if (frames.next() == WarcFrames.Frame.RECORD) {
      record(frames, origin(frames, name)).ifPresent(sink);
    }
  }

  private PageOrigin origin(WarcFrames frames, String name) {
    String page = name + "#" + frames.number();
    return new PageOrigin(source, name, frames.fileOffset(), page, frames.place(name));
  }

  /** Where a gzip breaks off nobody knows at which of its bytes the record began. */
  private PageOrigin unplaced(WarcFrames frames, String name) {
    long number = frames.number();
    return new PageOrigin(source, name, 0, name + "#" + number, name + ": record " + number);
  }

  private static RawItem cut(PageOrigin origin, String reason, String finding) {
    String advice = "; the records before it were read, fetch the file again";
    return origin.refuse(reason, finding + advice);
  }

  private static RawItem damaged(WarcFrames frames, PageOrigin origin) {
    String expected = "no WARC record: expected \"WARC/1.1\" and a header with a Content-Length";
    String found = ", found " + QuotedInput.quoted(frames.found());
    String rest = "; what comes after it was read from the next record on";
    return origin.refuse("bad_warc", expected + found + rest, frames.found());
  }

  private Optional<RawItem> record(WarcFrames frames, PageOrigin origin) throws IOException {
    RecordHeader header = frames.header();
    if (header.field(RecordHeader.NO_PAGE_FIELD).isPresent()) {
      return Optional.empty();
    }
    return switch (header.type()) {
      case "response" -> header.isHttp() ? response(frames, origin) : Optional.empty();
      case "resource", "conversion" -> payload(frames, origin, header.contentType());
      default -> Optional.empty();
    };
  }

  private Optional<RawItem> payload(WarcFrames frames, PageOrigin origin, String contentType)
      throws IOException {
    if (!MediaTypes.isPage(contentType)) {
      return Optional.empty();
    }
    if (frames.blockBytes() > limits.maxPayloadBytes()) {
      return Optional.of(tooLarge(origin, frames.blockBytes() + " bytes"));
    }
    PageDescription described = describe(frames.header(), contentType, List.of());
    return Optional.of(PageMaker.ofBytes(origin, described, "", frames.block()));
  }

  private RawItem tooLarge(PageOrigin origin, String found) {
    return PageMaker.tooLarge(origin, limits, found);
  }

  private Optional<RawItem> response(WarcFrames frames, PageOrigin origin) throws IOException {
    if (!frames.isWithin(limits)) {
      return Optional.of(tooLarge(origin, frames.blockBytes() + " bytes"));
    }
    byte[] block = frames.block();
    HttpReply reply;
    try {
      reply = HttpReply.parse(block);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(origin.refuse("bad_http", badHttp(block), block));
    }
    boolean page = reply.contentType().map(MediaTypes::isPage).orElse(true);
    return reply.status() == 200 && page ? body(reply, frames, origin) : Optional.empty();
  }

  private static String badHttp(byte[] block) {
    String expected = "expected a status line such as \"HTTP/1.1 200 OK\" and fields, found ";
    String found = QuotedInput.quoted(block) + "; fetch the page again";
    return "not an HTTP response: " + expected + found;
  }

  private Optional<RawItem> body(HttpReply reply, WarcFrames frames, PageOrigin origin) {
    Optional<String> unknown = reply.unknownEncoding();
    if (unknown.isPresent()) {
      String found = QuotedInput.quoted(unknown.get()) + "; fetch the page without it";
      return Optional.of(origin.refuse("unknown_encoding", UNKNOWN_ENCODING + found));
    }
    Body body;
    try {
      body = reply.decoded(limits.maxBytes());
    } catch (IOException e) {
      return Optional.of(origin.refuse("bad_encoding", BAD_ENCODING));
    }
    if (body.bytes().length > limits.maxBytes()) {
      return Optional.of(tooLarge(origin, "more once unpacked"));
    }
    boolean untyped = reply.contentType().isEmpty();
    if (untyped && ContentSniffer.binaryKind(body.bytes()).isPresent()) {
      return Optional.empty(); // nobody called it a page
    }
    return Optional.of(page(reply, body, frames, origin));
  }

  private static RawItem page(HttpReply reply, Body body, WarcFrames frames, PageOrigin origin) {
    List<String> cuts = new ArrayList<>();
    if (body.isCut()) {
      cuts.add("cut short: " + body.cut());
    }
    long announced = reply.announcedBytes().orElse(0);
    if (announced > body.bytes().length) {
      String expected = "cut short: expected the " + announced + " bytes that the server announced";
      cuts.add(expected + ", found " + body.bytes().length);
    }
    PageDescription described = describe(frames.header(), reply.contentType().orElse(""), cuts);
    return PageMaker.ofBytes(origin, described, "", body.bytes());
  }

  /** A page that is not whole says so, even where its record does not. */
  private static PageDescription describe(
      RecordHeader header, String contentType, List<String> cuts) {
    List<String> notes = new ArrayList<>(cuts);
    if (header.field("WARC-Segment-Number").isPresent()) {
      notes.add("cut short: expected a whole record, found the first of several segments");
    }
    Optional<String> truncated =
        header
            .field("WARC-Truncated")
            .map(value -> value.toLowerCase(Locale.ROOT))
            .or(() -> notes.isEmpty() ? Optional.empty() : Optional.of("unspecified"));
    Optional<Instant> date = header.isTimeUnknown() ? Optional.empty() : header.date(notes);
    // A file is no address of a page.
    Optional<String> url = header.targetUri().filter(uri -> !uri.startsWith(RecordHeader.FILE));
    return new PageDescription(
        url.orElse(null), date.orElse(null), contentType, truncated.orElse(null), notes);
  }
}
