package dev.unglue.spark;

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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The records of one WARC, one after the other. */
final class WarcRows implements PartitionReader<InternalRow> {
  private static final RawLimits LIMITS = RawLimits.defaults();

  private final Path path;
  private final Configuration hadoop;
  private final List<String> columns;
  private final WarcCondition condition;
  private final PulledItems<InternalRow> rows;

  WarcRows(String path, Configuration hadoop, List<String> columns, WarcCondition condition) {
    this.path = new Path(path);
    this.hadoop = hadoop;
    this.columns = columns;
    this.condition = condition;
    this.rows = new PulledItems<>(this::read);
  }

  @Override
  public boolean next() {
    return rows.hasNext();
  }

  @Override
  public InternalRow get() {
    return rows.next();
  }

  @Override
  public void close() {
    rows.close();
  }

  private void read(Consumer<InternalRow> sink) throws IOException {
    try (RawStream stream = RawStream.of(path.getFileSystem(hadoop).open(path))) {
      WarcFrames frames = new WarcFrames(stream);
      try {
        frames.forEach(
            () -> hand(record(frames), sink),
            () -> hand(bad(frames, "bad_warc", QuotedInput.quoted(frames.found())), sink),
            fault -> hand(bad(frames, fault.reason(), fault.finding()), sink));
      } catch (WarcCutException e) {
        hand(bad(frames, "warc_cut", e.finding()), sink);
      } catch (BrokenGzipException e) {
        hand(bad(frames, e.reason(), e.finding()), sink);
      }
    }
  }

  private void hand(Map<String, Object> row, Consumer<InternalRow> sink) {
    if (condition.holds(row)) {
      sink.accept(
          new GenericInternalRow(columns.stream().map(column -> inner(row.get(column))).toArray()));
    }
  }

  private static @Nullable Object inner(@Nullable Object value) {
    return value instanceof String text ? UTF8String.fromString(text) : value;
  }

  private Map<String, Object> placed(WarcFrames frames) {
    Map<String, Object> row = new HashMap<>();
    row.put(WarcSource.FILE, InputFiles.name(path));
    row.put(WarcSource.OFFSET, frames.fileOffset());
    return row;
  }

  private Map<String, Object> bad(WarcFrames frames, String reason, String finding) {
    Map<String, Object> row = placed(frames);
    row.put(WarcSource.REASON, reason);
    row.put(WarcSource.FINDING, finding);
    return row;
  }

  private Map<String, Object> record(WarcFrames frames) throws IOException {
    RecordHeader header = frames.header();
    Map<String, Object> row = placed(frames);
    row.put(WarcSource.TYPE, header.type());
    header.targetUri().ifPresent(url -> row.put(WarcSource.URL, url));
    header
        .date(new ArrayList<>())
        .map(WarcRows::micros)
        .ifPresent(at -> row.put(WarcSource.DATE, at));
    if (!header.isHttp()) {
      row.put(WarcSource.MIME, mime(header.contentType()));
    }
    if (!condition.holdsSoFar(row)) {
      return row; // dropped, before its payload is unpacked
    }
    if (header.isHttp() || columns.contains(WarcSource.PAYLOAD)) {
      return frames.isWithin(LIMITS)
          ? filled(row, frames)
          : bad(frames, "too_large", frames.blockBytes() + " bytes");
    }
    return row;
  }

  private Map<String, Object> filled(Map<String, Object> row, WarcFrames frames)
      throws IOException {
    byte[] block = frames.block();
    if (!frames.header().isHttp()) {
      row.put(WarcSource.PAYLOAD, block);
      return row;
    }
    if (!frames.header().type().equals("response")) {
      return row; // a request or a revisit: no page
    }
    HttpReply reply;
    try {
      reply = HttpReply.parse(block);
    } catch (IOException | IllegalArgumentException e) {
      return bad(frames, "bad_http", QuotedInput.quoted(block));
    }
    row.put(WarcSource.STATUS, reply.status());
    row.put(WarcSource.MIME, mime(reply.contentType().orElse("")));
    return columns.contains(WarcSource.PAYLOAD) && condition.holds(row)
        ? unpacked(row, reply, frames)
        : row;
  }

  private Map<String, Object> unpacked(
      Map<String, Object> row, HttpReply reply, WarcFrames frames) {
    Optional<String> unknown = reply.unknownEncoding();
    if (unknown.isPresent()) {
      return bad(frames, "unknown_encoding", QuotedInput.quoted(unknown.get()));
    }
    try {
      row.put(WarcSource.PAYLOAD, reply.decoded(LIMITS.maxBytes()).bytes());
      return row;
    } catch (IOException e) {
      return bad(frames, "bad_encoding", "a body that is not packed as its header says");
    }
  }

  private static String mime(String contentType) {
    return contentType.replaceAll("[;,].*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
