package dev.unglue.raw.warc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the records of a WARC: where each begins, its header, how long its block is.
 *
 * <p>jwarc does this too, but a file that is damaged is our daily bread and its limits showed
 * there: version 0.36 gives up at the first stray byte between two records, seeks past the end of a
 * file that is cut, repeats records after trailing line ends and never ends at a negative length.
 * Here every record that is whole is found, before and after a damaged place. The HTTP message
 * inside is left to jwarc.
 */
public final class WarcFrames {
  /** Headers of real records have up to about 2 KB; a longer line is none. */
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int MAX_HEADER_LINES = 1000;
  private static final String VERSION = "WARC/";

  private final RawStream stream;
  private final ByteLines lines;
  private RecordHeader header = new RecordHeader();
  private boolean atVersion;
  private long number;
  private long start;
  private long blockBytes;
  private long blockLeft;
  private long blockStart;
  private byte[] found = new byte[0];

  public WarcFrames(RawStream stream) {
    this.stream = stream;
    this.lines = new ByteLines(stream.unpacked(), MAX_LINE_BYTES);
  }

  /** What the cursor stands on. */
  public enum Frame {
    /** A record whose header is whole. */
    RECORD,
    /** Bytes that are no record; the cursor has passed over them to the next one. */
    DAMAGED,
    /** The end of the file. */
    END
  }

  /** What is done with what the cursor stands on. */
  public interface Step {
    void take() throws IOException;
  }

  /** What is done with a gzip member that is damaged: it costs its own records, not the rest. */
  public interface BrokenStep {
    void take(BrokenGzipException fault) throws IOException;
  }

  /**
   * Goes on to the end of the file.
   *
   * @param broken told once of each damaged place; what follows it is read from the next member on
   * @throws WarcCutException if the file ends within a record
   * @throws BrokenGzipException if it is a gzip that ends within its last member
   */
  public void forEach(Step record, Step damaged, BrokenStep broken) throws IOException {
    long told = -1;
    boolean more = true;
    while (more) {
      try {
        more = step(record, damaged);
      } catch (BrokenGzipException e) {
        BrokenGzipException fault = e.isCut() ? stream.gzip().endless() : e;
        if (!stream.gzip().skipDamaged() && e.isCut()) {
          throw e;
        }
        leaveRecord();
        if (told < stream.gzip().members()) {
          told = stream.gzip().members();
          broken.take(fault);
        }
      }
    }
  }

  private boolean step(Step record, Step damaged) throws IOException {
    Frame frame = next();
    if (frame != Frame.END) {
      (frame == Frame.RECORD ? record : damaged).take();
    }
    return frame != Frame.END;
  }

  private void leaveRecord() {
    blockLeft = 0;
    atVersion = false;
  }

  /**
   * Moves on.
   *
   * @throws WarcCutException if the file ends within the record before, or within this header
   */
  public Frame next() throws IOException {
    skipBlock();
    number++; // before anything is read, so that a failure is laid to the record it hits
    if (!atVersion && !nextLineWithText()) {
      number--;
      return Frame.END;
    }
    atVersion = false;
    start = lines.start();
    found = lines.line();
    if (isVersionCut()) {
      throw headerCut();
    }
    if (isVersion() && readHeader()) {
      return Frame.RECORD;
    }
    findVersion();
    return Frame.DAMAGED;
  }

  private void skipBlock() throws IOException {
    long skipped = lines.skip(blockLeft);
    blockLeft -= skipped;
    if (blockLeft > 0) {
      throw blockCut();
    }
  }

  private WarcCutException blockCut() {
    long read = blockBytes - blockLeft;
    return new WarcCutException("expected " + blockBytes + " bytes, found " + read);
  }

  private static WarcCutException headerCut() {
    return new WarcCutException("expected the end of its header, found the end of the file");
  }

  private boolean nextLineWithText() throws IOException {
    boolean more = lines.next();
    while (more && lines.line().length == 0) {
      more = lines.next();
    }
    return more;
  }

  private String text() {
    return new String(lines.line(), StandardCharsets.UTF_8);
  }

  private boolean isVersion() {
    return text().matches("WARC/\\d+\\.\\d+\\s*");
  }

  private boolean isVersionCut() {
    String text = text();
    return !lines.isTerminated() && (VERSION.startsWith(text) || text.startsWith(VERSION));
  }

  private void findVersion() throws IOException {
    while (!atVersion && lines.next()) {
      atVersion = isVersion();
    }
  }

  /** False if the header does not tell how long the block is. */
  private boolean readHeader() throws IOException {
    header = new RecordHeader();
    for (int i = 0; i < MAX_HEADER_LINES; i++) {
      if (!lines.next() || !lines.isTerminated()) {
        throw headerCut();
      }
      String text = text();
      if (text.isEmpty()) {
        return takeLength();
      }
      header.add(text);
    }
    return false;
  }

  private boolean takeLength() {
    String length = header.text("Content-Length");
    if (!length.matches("\\d{1,18}")) {
      return false;
    }
    blockBytes = Long.parseLong(length);
    blockLeft = blockBytes;
    blockStart = lines.position();
    return true;
  }

  /** Number of the record in the file, from 1; a damaged place counts as one. */
  public long number() {
    return number;
  }

  /** Place of the record in the unpacked stream, in bytes. */
  public long start() {
    return start;
  }

  /** Place of the record in the file; see {@link RawStream#fileOffset}. */
  public long fileOffset() {
    return stream.fileOffset(start);
  }

  /** The same for messages about the file of that name. */
  public String place(String name) {
    return name + ": record " + number + " at byte " + fileOffset();
  }

  /** The first line of what stands here. */
  public byte[] found() {
    return found;
  }

  /** What the record says of itself. */
  public RecordHeader header() {
    return header;
  }

  /** Length of the block by the header. */
  public long blockBytes() {
    return blockBytes;
  }

  /** True if the block can be held: a payload within the limits, and the head of a message. */
  public boolean isWithin(RawLimits limits) {
    return blockBytes <= limits.maxPayloadBytes() + HttpHead.MAX_BYTES;
  }

  /**
   * The whole block; the caller has looked at its length.
   *
   * @throws WarcCutException if the file ends before it
   */
  public byte[] block() throws IOException {
    return some(Math.toIntExact(blockLeft));
  }

  /**
   * The next bytes of the block, at most so many; what is left of it is passed over.
   *
   * @throws WarcCutException if the file ends before them
   */
  public byte[] some(int limit) throws IOException {
    int wanted = (int) Math.min(limit, blockLeft);
    byte[] bytes = lines.readNBytes(wanted);
    blockLeft -= bytes.length;
    if (bytes.length < wanted) {
      throw blockCut();
    }
    return bytes;
  }

  /** Place of the block in the unpacked stream, in bytes. */
  public long blockStart() {
    return blockStart;
  }
}
