package dev.unglue.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the records of a WARC: where each begins, its header, how long its block is.
 *
 * <p>jwarc does this too, but a file that is damaged is our daily bread and its limits showed
 * there: version 0.36 gives up at the first stray byte between two records, seeks past the end of a
 * file that is cut, repeats records after trailing line ends and never ends at a negative length.
 * Here every record that is whole is found, before and after a damaged place. The HTTP message
 * inside is left to jwarc.
 */
final class WarcFrames {
  /** Headers of real records have up to about 2 KB; a longer line is none. */
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int MAX_HEADER_LINES = 1000;
  private static final String VERSION = "WARC/";

  private final ByteLines lines;
  private TreeMap<String, String> header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private boolean atVersion;
  private long number;
  private long start;
  private long blockBytes;
  private long blockLeft;
  private long blockStart;
  private byte[] found = new byte[0];

  WarcFrames(InputStream in) {
    this.lines = new ByteLines(in, MAX_LINE_BYTES);
  }

  /** What the cursor stands on. */
  enum Frame {
    /** A record whose header is whole. */
    RECORD,
    /** Bytes that are no record; the cursor has passed over them to the next one. */
    DAMAGED,
    /** The end of the file. */
    END
  }

  /**
   * Moves on.
   *
   * @throws WarcCutException if the file ends within the record before, or within this header
   */
  Frame next() throws IOException {
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
    return new WarcCutException(
        String.format(
            Locale.ROOT, "expected %d bytes, found %d", blockBytes, blockBytes - blockLeft));
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
    header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String name = "";
    for (int i = 0; i < MAX_HEADER_LINES; i++) {
      if (!lines.next() || !lines.isTerminated()) {
        throw headerCut();
      }
      String text = text();
      if (text.isEmpty()) {
        return takeLength();
      }
      name = addField(text, name);
    }
    return false;
  }

  /** A line that begins with a blank goes on with the field before it. */
  private String addField(String line, String fieldBefore) {
    int colon = line.indexOf(':');
    if (line.startsWith(" ") || line.startsWith("\t")) {
      header.computeIfPresent(fieldBefore, (key, value) -> (value + " " + line.strip()).strip());
      return fieldBefore;
    }
    if (colon <= 0) {
      return "";
    }
    String name = line.substring(0, colon).strip();
    header.putIfAbsent(name, line.substring(colon + 1).strip());
    return name;
  }

  private boolean takeLength() {
    String length = header.getOrDefault("Content-Length", "");
    if (!length.matches("\\d{1,18}")) {
      return false;
    }
    blockBytes = Long.parseLong(length);
    blockLeft = blockBytes;
    blockStart = lines.position();
    return true;
  }

  /** Number of the record in the file, from 1; a damaged place counts as one. */
  long number() {
    return number;
  }

  /** Place of the record in the unpacked stream, in bytes. */
  long start() {
    return start;
  }

  /** The first line of what stands here. */
  byte[] found() {
    return found;
  }

  /** A field of the header, its name in whatever case. */
  Optional<String> field(String name) {
    return Optional.ofNullable(header.get(name)).filter(value -> !value.isEmpty());
  }

  /** All fields of the header; of a field that is repeated, the first. */
  Map<String, String> fields() {
    return Collections.unmodifiableMap(header);
  }

  /** Length of the block by the header. */
  long blockBytes() {
    return blockBytes;
  }

  /**
   * The whole block; the caller has looked at its length.
   *
   * @throws WarcCutException if the file ends before it
   */
  byte[] block() throws IOException {
    byte[] bytes = lines.readNBytes(Math.toIntExact(blockLeft));
    blockLeft -= bytes.length;
    if (blockLeft > 0) {
      throw blockCut();
    }
    return bytes;
  }

  /**
   * The next bytes of the block, at most so many; what is left of it is passed over.
   *
   * @throws WarcCutException if the file ends before them
   */
  byte[] some(int limit) throws IOException {
    int wanted = (int) Math.min(limit, blockLeft);
    byte[] bytes = lines.readNBytes(wanted);
    blockLeft -= bytes.length;
    if (bytes.length < wanted) {
      throw blockCut();
    }
    return bytes;
  }

  /** Place of the block in the unpacked stream, in bytes. */
  long blockStart() {
    return blockStart;
  }
}
