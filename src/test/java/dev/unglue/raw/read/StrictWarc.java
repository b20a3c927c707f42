package dev.unglue.raw.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A judge of WARC 1.1 files that shares no code with those that write and read them: every rule of
 * the standard that can be broken by a writer of gzipped records, each found breach a line.
 */
public final class StrictWarc {
  private static final Set<String> TYPES =
      Set.of("warcinfo", "request", "response", "metadata", "revisit", "resource", "conversion");
  private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+): (\\S.*)");
  private static final Pattern ID =
      Pattern.compile("<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");

  private final List<String> breaches = new ArrayList<>();
  private final List<Rec> records = new ArrayList<>();

  private StrictWarc() {}

  /** One record. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares records
  public record Rec(long offset, List<Map.Entry<String, String>> fields, byte[] block) {
    List<String> all(String name) {
      return fields.stream()
          .filter(field -> field.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .toList();
    }

    public String get(String name) {
      return all(name).isEmpty() ? "" : all(name).get(0);
    }

    public String type() {
      return get("WARC-Type");
    }

    public String text() {
      return new String(block, StandardCharsets.UTF_8);
    }

    /** What follows the first empty line of the block. */
    byte[] payload() {
      int at = new String(block, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      return Arrays.copyOfRange(block, at + 4, block.length);
    }
  }

  public static StrictWarc check(Path... files) {
    StrictWarc judge = new StrictWarc();
    try {
      for (Path file : files) {
        int first = judge.records.size();
        judge.file(Files.readAllBytes(file));
        judge.warcinfo(file, first);
      }
      judge.links();
    } catch (IOException | DataFormatException e) {
      judge.breaches.add("unreadable: " + e);
    }
    return judge;
  }

  public List<String> breaches() {
    return breaches;
  }

  public List<Rec> records() {
    return records;
  }

  public List<Rec> ofType(String type) {
    return records.stream().filter(rec -> rec.type().equals(type)).toList();
  }

  private void file(byte[] file) throws DataFormatException {
    int from = 0;
    while (from < file.length) {
      int start = from;
      if (file[from] != 0x1f
          || file[from + 1] != (byte) 0x8b
          || file[from + 2] != 8
          || file[from + 3] != 0) {
        breaches.add("no plain gzip member at " + from);
        return;
      }
      Inflater inflater = new Inflater(true);
      inflater.setInput(file, from + 10, file.length - from - 10);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && inflater.needsInput()) {
          breaches.add("cut member at " + start);
          inflater.end();
          return;
        }
        out.write(buffer, 0, count);
      }
      from = from + 10 + Math.toIntExact(inflater.getBytesRead());
      inflater.end();
      ByteBuffer trailer = ByteBuffer.wrap(file, from, 8).order(ByteOrder.LITTLE_ENDIAN);
      CRC32 crc = new CRC32();
      crc.update(out.toByteArray());
      expect(trailer.getInt() == (int) crc.getValue(), "crc", start);
      expect(trailer.getInt() == out.size(), "isize", start);
      from += 8;
      record(start, out.toByteArray());
    }
  }

  private void expect(boolean holds, String what, long offset) {
    if (!holds) {
      breaches.add(what + " at " + offset);
    }
  }

  private void record(long offset, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\r\n", -1);
    expect(lines[0].equals("WARC/1.1"), "version line", offset);
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      Matcher field = FIELD.matcher(line);
      expect(field.matches() && line.indexOf('\n') < 0, "field \"" + line + "\"", offset);
      fields.add(Map.entry(field.group(1), field.group(2)));
    }
    Rec shell = new Rec(offset, fields, new byte[0]);
    int length = Integer.parseInt(shell.get("Content-Length"));
    Rec rec = new Rec(offset, fields, Arrays.copyOfRange(bytes, end + 4, end + 4 + length));
    expect(text.substring(end + 4 + length).equals("\r\n\r\n"), "end of record", offset);
    fields(rec);
    records.add(rec);
  }

  private void fields(Rec rec) {
    long at = rec.offset();
    String type = rec.type();
    boolean info = type.equals("warcinfo");
    boolean revisit = type.equals("revisit");
    boolean http = Set.of("request", "response", "revisit").contains(type);
    Set<String> names = new HashSet<>();
    rec.fields().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("WARC-Concurrent-To"))
        .forEach(name -> expect(names.add(name), "repeated " + name, at));
    expect(TYPES.contains(type), "type " + type, at);
    expect(ID.matcher(rec.get("WARC-Record-ID")).matches(), "record id", at);
    expect(DATE.matcher(rec.get("WARC-Date")).matches(), "date", at);
    expect(rec.block().length == 0 || names.contains("Content-Type"), "content type", at);
    expect(names.contains("WARC-Target-URI") != info, "target uri", at);
    expect(!rec.get("WARC-Target-URI").startsWith("<"), "target uri in brackets", at);
    expect(!names.contains("WARC-Filename") || info, "file name", at);
    expect(names.contains("WARC-Warcinfo-ID") != info, "warcinfo id", at);
    expect(names.contains("WARC-Profile") == revisit, "profile", at);
    expect(
        !names.contains("WARC-Refers-To")
            || Set.of("revisit", "conversion", "metadata").contains(type),
        "refers to",
        at);
    expect(names.contains("WARC-Refers-To-Date") == revisit, "refers to date", at);
    expect(names.contains("WARC-Refers-To-Target-URI") == revisit, "refers to uri", at);
    expect(
        rec.all("WARC-Concurrent-To").isEmpty() || !Set.of("warcinfo", "conversion").contains(type),
        "concurrent to",
        at);
    expect(
        !http
            || rec.get("Content-Type")
                .startsWith(
                    "application/http;msgtype="
                        + (type.equals("request") ? "request" : "response")),
        "http type",
        at);
    expect(rec.get("WARC-Block-Digest").equals(digest(rec.block())), "block digest", at);
    if (type.equals("response") && rec.get("Content-Type").startsWith("application/http")) {
      expect(rec.get("WARC-Payload-Digest").equals(digest(rec.payload())), "payload digest", at);
    }
    if (names.contains("WARC-Truncated")) {
      expect(
          Set.of("length", "time", "disconnect", "unspecified").contains(rec.get("WARC-Truncated")),
          "truncated",
          at);
    }
    if (rec.get("WARC-Profile").endsWith("identical-payload-digest")) {
      expect(names.contains("WARC-Payload-Digest"), "digest of a revisit", at);
      expect(rec.get("WARC-Truncated").equals("length"), "truncated of a revisit", at);
    }
  }

  private void warcinfo(Path file, int first) {
    if (first == records.size() || !records.get(first).type().equals("warcinfo")) {
      breaches.add("no warcinfo first in " + file.getFileName());
      return;
    }
    Rec info = records.get(first);
    expect(info.get("WARC-Filename").equals(String.valueOf(file.getFileName())), "file name", 0);
    for (Rec rec : records.subList(first + 1, records.size())) {
      expect(
          rec.get("WARC-Warcinfo-ID").equals(info.get("WARC-Record-ID")),
          "warcinfo id",
          rec.offset());
      expect(!rec.type().equals("warcinfo"), "second warcinfo", rec.offset());
    }
  }

  private void links() {
    Set<String> ids = new HashSet<>();
    records.forEach(
        rec -> expect(ids.add(rec.get("WARC-Record-ID")), "id given twice", rec.offset()));
    for (Rec rec : records) {
      rec.all("WARC-Concurrent-To")
          .forEach(id -> expect(ids.contains(id), "concurrent to nothing", rec.offset()));
      rec.all("WARC-Refers-To")
          .forEach(id -> expect(ids.contains(id), "refers to nothing", rec.offset()));
    }
  }

  public static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
