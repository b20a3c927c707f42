package dev.unglue.fetch;

import static dev.unglue.fetch.HostileServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Exchange;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packed answers that are broken, or unpack to too much: each is cut, none is taken for a page. */
@Timeout(120)
class HostilePackingTest extends HostileFetches {
  @Test
  void stopsABombEarly() throws IOException {
    byte[] bomb = bomb(60 * MEGABYTE);
    assertThat(bomb).hasSizeLessThan(100_000);
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes(HTML + "Content-Encoding: gzip\r\n"));
              out.write(bytes("Content-Length: " + bomb.length + "\r\n\r\n"));
              out.write(bomb);
            });
    assertThat(Fetching.told(row)).isEqualTo("/a truncated: more than 1000000 bytes once unpacked");
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("length");
    assertThat(fetching.kept.get(0).body()).hasSizeLessThan(bomb.length);
  }

  private static byte[] bomb(int size) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[MEGABYTE];
      for (int i = 0; i < size / MEGABYTE; i++) {
        out.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  @Test
  void readsAPackedBodyWhoseHeaderComesInPieces() {
    byte[] head = {
      0x1f, (byte) 0x8b, 8, 8 + 4, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 'a', 'm', 'e', 0
    };
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes(HTML + "Content-Encoding: gzip\r\n\r\n"));
              for (byte b : head) {
                out.write(b);
                out.flush();
              }
              out.write(new byte[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            });
    assertThat(row.outcome()).isEqualTo(FetchOutcome.CAPTURED);
  }

  /** Half of it comes first; whoever asks again gets all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip    | the packed page does not come to its end
          deflate | the packed page does not come to its end
          broken  | the packed page is damaged
          """)
  void asksAgainForAPackedPageThatIsNotWholeAndTakesItAsCut(String kind, String reason)
      throws IOException {
    String coding = kind.equals("deflate") ? "deflate" : "gzip";
    byte[] packed = packed(coding, "A vs B ".repeat(20));
    byte[] half = Arrays.copyOf(packed, packed.length - 9);
    if (kind.equals("broken")) {
      half = packed.clone();
      half[half.length - 5] ^= 1; // its checksum
    }
    List<byte[]> bodies = List.of(half, packed);
    AtomicInteger asked = new AtomicInteger();
    server.on(
        "/a",
        (out, socket) -> {
          byte[] body = bodies.get(Math.min(asked.getAndIncrement(), bodies.size() - 1));
          out.write(bytes(HTML + "Connection: close\r\nContent-Encoding: " + coding + "\r\n"));
          out.write(bytes("Content-Length: " + body.length + "\r\n\r\n"));
          out.write(body);
        });
    fetching.pages(server.url("/a"));

    assertThat(fetching.told()).containsExactly("/a truncated: " + reason);
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("unspecified");

    asked.set(0);
    fetching.rules = Fetching.rules(Duration.ZERO, 1);
    FetchedUrl row = fetching.row();
    assertThat(Fetching.told(row)).isEqualTo("/a captured");
    assertThat(row.attempts()).isEqualTo(2);
  }

  private static byte[] packed(String coding, String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      out.write(bytes(text));
    }
    return packed.toByteArray();
  }

  /** However badly it is sent, it is no page, and no page that was cut. */
  @ParameterizedTest
  @CsvSource({"200, plain", "403, plain", "200, half", "503, half", "200, chunk", "200, long"})
  void neverTakesAChallengeForAPageHoweverItIsSent(int status, String how) throws IOException {
    String wall = "<html><title>Just a moment...</title>" + "<p>".repeat(2_000);
    byte[] packed = packed("gzip", wall);
    byte[] body =
        switch (how) {
          case "half" -> Arrays.copyOf(packed, packed.length - 9);
          case "chunk" -> bytes("%x\r\n%s\r\nzz\r\n".formatted(wall.length(), wall));
          default -> bytes(wall);
        };
    String fields =
        switch (how) {
          case "half" -> "Content-Encoding: gzip\r\nContent-Length: " + packed.length;
          case "chunk" -> "Transfer-Encoding: chunked";
          case "long" -> "Content-Length: " + (body.length - 5);
          default -> "Content-Length: " + body.length;
        };
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes("HTTP/1.1 " + status + " X\r\nContent-Type: text/html\r\n"));
              out.write(bytes("Connection: close\r\n" + fields + "\r\n\r\n"));
              out.write(body);
            });
    assertThat(Fetching.told(row))
        .isEqualTo("/a blocked: a challenge page: title \"just a moment\"");
  }

  /** What a cut sitemap lists is not the list: nothing is planned by it. */
  @ParameterizedTest
  @CsvSource({"gzip, 9", "deflate, 5", "file, 9"})
  void takesASitemapThatDoesNotComeToItsEndAsCut(String coding, int cut) throws IOException {
    byte[] packed = packed(coding.equals("file") ? "gzip" : coding, server.url("/x") + "\n");
    byte[] half = Arrays.copyOf(packed, packed.length - cut);
    server.on(
        "/s",
        (out, socket) -> {
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"));
          out.write(bytes(coding.equals("file") ? "" : "Content-Encoding: " + coding + "\r\n"));
          out.write(bytes("Content-Length: " + half.length + "\r\n\r\n"));
          out.write(half);
        });
    fetching.sitemaps = List.of(server.url("/s"));
    String reason =
        coding.equals("file")
            ? "the packed sitemap does not come to its end, or is damaged"
            : "the packed page does not come to its end";
    assertThat(fetching.told()).containsExactly("/s truncated: " + reason);
  }

  @Test
  void takesNoPageThatIsPackedAsNobodyAskedFor() {
    FetchedUrl row =
        fetch((out, socket) -> out.write(bytes(HTML + "Content-Encoding: br\r\n\r\npacked")));
    assertThat(Fetching.told(row))
        .isEqualTo("/a failed: a page packed as nobody asked for: expected gzip, found br");
  }
}
