package dev.unglue.bench.speed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;

/** The floors: what it costs to look at a page at all. */
final class PlainFloor {
  private PlainFloor() {}

  /** Parses a file of HTML, or reads a text and finds its lines and their first cells. */
  static long of(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return file.toString().endsWith(".html") ? html(bytes) : lines(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long html(byte[] page) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(page), "UTF-8", "").childNodeSize();
  }

  private static long lines(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    long sum = 0;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      for (int i = from; i < end; i++) {
        char c = text.charAt(i);
        sum += c == '|' || c == '\t' || (c >= '0' && c <= '9') ? 31 : 1;
      }
      from = end + 1;
    }
    return sum;
  }
}
