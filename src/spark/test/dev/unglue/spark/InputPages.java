package dev.unglue.spark;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.bench.page.PrintedTable;
import dev.unglue.bench.speed.HardPages;
import dev.unglue.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes generated pages in every layout into files of every kind, with broken records among them.
 */
final class InputPages {
  private static final long SEED = 19;
  private static final String WHEN = "2026-01-0%dT00:00:00Z";

  /** Every so many pages one is as long as real ones; the others are a few rows and a sentence. */
  private static final int LONG = 45;

  private static final int ROWS = 3;

  private final Path folder;
  private final List<String> files = new ArrayList<>();

  InputPages(Path folder) {
    this.folder = folder;
  }

  /** The files, absolute. */
  List<String> files() {
    return files;
  }

  /** Writes so many pages of subjects that stand on several. */
  InputPages write(int count, Settings settings) throws IOException {
    Files.createDirectories(folder);
    NamePool pool = NamePool.bundled(settings.catalogue(), name -> true);
    int subjects = Math.max(5, count / 4);
    List<Comparison> batch = new PageGenerator(pool, new Random(SEED)).batch(subjects, 8);
    List<List<GeneratedPage>> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(new ArrayList<>());
    }
    Dialect[] dialects = Dialect.values();
    for (int i = 0; i < count; i++) {
      // The prime steps make every subject meet every dialect, and every file hold every dialect.
      Dialect dialect = dialects[i * 7 % dialects.length];
      GeneratedPage page = batch.get(i % batch.size()).print(dialect);
      if (count > LONG * dialects.length && i % LONG != 0) {
        page = shortened(batch.get(i % batch.size()).draft(), i % subjects, page);
      }
      parts.get(i % parts.size()).add(page);
    }
    parts.get(5).add(parts.get(0).get(2)); // met twice
    file("a.jsonl", lines(parts.get(0)));
    file("b.jsonl.gz", packed(lines(parts.get(1))));
    file("c.warc", records(parts.get(2), false));
    file("d.warc.gz", records(parts.get(3), true));
    file("e.wet.gz", records(parts.get(4), true));
    file("f.jsonl", lines(parts.get(5)));
    byte[] gzip = packed(lines(parts.get(6)));
    file("g.jsonl.gz", Arrays.copyOf(gzip, gzip.length * 2 / 3)); // a member that breaks off
    int number = 0;
    for (GeneratedPage page : parts.get(7)) {
      String ending = page.mediaType().equals("text/html") ? "html" : "txt";
      file("h%03d.%s".formatted(number++, ending), utf8(page.text()));
    }
    file("i.txt", new byte[0]);
    file(
        "j.txt",
        Files.readAllBytes(
            folder.resolve("h000." + (Files.exists(folder.resolve("h000.txt")) ? "txt" : "html"))));
    // Its rows cost more than a page may.
    file("k.txt", utf8(HardPages.named("short lists of many signs", 14_000).text()));
    return this;
  }

  /** A few rows of one table, the same one for subjects that stand side by side. */
  private static GeneratedPage shortened(PageDraft draft, int subject, GeneratedPage page) {
    int table = subject / 8 % draft.tables().size();
    PageDraft few =
        draft
            .withParagraphs(draft.paragraphs().subList(0, 1))
            .withParts(draft.tables().subList(table, table + 1))
            .withTables(
                rows ->
                    new PrintedTable(
                        rows.names(), rows.rows().subList(0, Math.min(ROWS, rows.rows().size()))));
    return new GeneratedPage(
        page.url(),
        page.dialect(),
        few.print(page.dialect()),
        page.mediaType(),
        page.subjects(),
        List.of());
  }

  private void file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    files.add(file.toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lines(List<GeneratedPage> pages) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (GeneratedPage page : pages) {
      String field = page.mediaType().equals("text/html") ? "html" : "text";
      lines
          .append("{\"url\": ")
          .append(quoted(page.url()))
          .append(
              number % 3 == 0
                  ? ""
                  : ", \"captured_at\": \"" + WHEN.formatted(1 + number % 5) + "\"")
          .append(", \"" + field + "\": ")
          .append(quoted(page.text()))
          .append("}\n");
      if (number++ == 1) {
        lines.append("{\"url\": \"broken\n\n[]\n");
      }
    }
    return utf8(lines.toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] records(List<GeneratedPage> pages, boolean packed) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int number = 0;
    for (GeneratedPage page : pages) {
      byte[] record = record(page, WHEN.formatted(1 + number % 5));
      byte[] member = packed ? packed(record) : record;
      if (packed && number == 3) {
        Arrays.fill(member, member.length / 2, member.length / 2 + 20, (byte) 0x55); // corrupt
      }
      file.write(member);
      if (number++ == 1) {
        byte[] broken = utf8("WARC/1.0\r\nno header\r\n\r\nnothing\r\n\r\n");
        file.write(packed ? packed(broken) : broken);
      }
    }
    return file.toByteArray();
  }

  private static byte[] record(GeneratedPage page, String when) throws IOException {
    return record(page.url(), page.mediaType().equals("text/html"), page.text(), when);
  }

  /** The record of a page: what a server has answered, or the text that was made of it. */
  static byte[] record(String url, boolean html, String text, String when) throws IOException {
    byte[] body = utf8(text);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    if (html) {
      block.write(utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"));
    }
    block.write(body);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(
        utf8(
            "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                    html ? "response" : "conversion",
                    url,
                    when,
                    UUID.nameUUIDFromBytes(body),
                    html ? "application/http; msgtype=response" : "text/plain",
                    block.size())));
    block.writeTo(record);
    record.write(utf8("\r\n\r\n"));
    return record.toByteArray();
  }
}
