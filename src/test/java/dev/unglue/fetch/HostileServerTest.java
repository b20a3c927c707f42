package dev.unglue.fetch;

import static dev.unglue.fetch.HostileServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Exchange;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are broken or mean well in no way: each is cut at its limit, none stops the run. */
@Timeout(120)
class HostileServerTest extends HostileFetches {
  private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
    while (true) {
      out.write(bytes(text));
      out.flush();
      Thread.sleep(20);
    }
  }

  /** An HTTP client has limits of its own, of 10 seconds; they must not be in the way. */
  @Test
  void waitsForASlowAnswerAsLongAsItsOwnLimit() {
    fetching.rules = fetching.within(Duration.ofMinutes(1));
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              Thread.sleep(10_500);
              out.write(bytes(HTML + "Content-Length: 4\r\n\r\npage"));
            });
    assertThat(Fetching.told(row)).isEqualTo("/a captured");
  }

  @Test
  void cutsABodyThatDripsForEver() {
    fetching.rules = fetching.within(Duration.ofSeconds(1));
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes(HTML + "\r\n"));
              drip(out, "x");
            });
    assertThat(Fetching.told(row)).isEqualTo("/a truncated: the time limit of 1000 ms was reached");
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("time");
    assertThat(fetching.kept.get(0).body()).isNotEmpty();
  }

  @Test
  void cutsHeaderLinesThatDripForEver() {
    fetching.rules = fetching.within(Duration.ofSeconds(1));
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\n"));
              drip(out, "X: y\r\n");
            });
    assertThat(Fetching.told(row)).isEqualTo("/a failed: no answer within 1000 ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Line: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", "y"})
  void stopsAtHeaderLinesWithoutEnd(String piece) {
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nX: "));
              byte[] many = bytes(piece.repeat(10_000));
              for (int i = 0; i < 10_000; i++) {
                out.write(many);
              }
            });
    assertThat(Fetching.told(row))
        .isEqualTo("/a failed: header lines without an end; at most 256 KiB of them are read");
    assertThat(row.attempts()).isEqualTo(1);
    assertThat(server.written.get()).isLessThan(50L * MEGABYTE);
  }

  @Test
  void stopsABodyWithoutEndAtItsLimit() {
    FetchedUrl row =
        fetch(
            (out, socket) -> {
              out.write(bytes(HTML + "\r\n"));
              byte[] many = new byte[64 * 1024];
              for (int i = 0; i < 10_000; i++) {
                out.write(many);
              }
            });
    assertThat(Fetching.told(row)).isEqualTo("/a truncated: more than 100000 bytes");
    assertThat(row.sizeBytes()).isEqualTo(100_000);
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("length");
    assertThat(server.written.get()).isLessThan(50L * MEGABYTE);
  }

  /** Rules that were cut may lack the one that forbids. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Length: 1000       | robots.txt was cut short: the connection ended before the page did
          Transfer-Encoding: chunked | robots.txt was cut short: the connection ended before the page did
          """)
  void asksNothingOfASiteWhoseRobotsFileIsCut(String field, String reason) {
    server.on(
        "/robots.txt",
        (out, socket) -> {
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + field));
          out.write(bytes("\r\n\r\n1a\r\nUser-agent: *\r\nDisallow: /b\r\n"));
        });
    FetchedUrl row = fetch((out, socket) -> out.write(bytes(HTML + "\r\nx")));
    assertThat(Fetching.told(row)).isEqualTo("/a failed: " + reason);
  }

  @Test
  void takesABodyShorterThanAnnouncedAsCut() {
    FetchedUrl row =
        fetch((out, socket) -> out.write(bytes(HTML + "Content-Length: 1000\r\n\r\nshort")));
    assertThat(Fetching.told(row))
        .isEqualTo("/a truncated: the connection ended before the page did");
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("disconnect");
    assertThat(fetching.kept.get(0).body()).isEqualTo(bytes("short"));
  }

  @Test
  void takesChunksThatBreakOffAsCut() {
    FetchedUrl row =
        fetch(
            (out, socket) ->
                out.write(bytes(HTML + "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")));
    assertThat(Fetching.told(row))
        .isEqualTo("/a truncated: the connection ended before the page did");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short and more             | truncated: more came than the 5 bytes that were announced
          short~                     | captured
          short!                     | truncated: more came than the 5 bytes that were announced
          """)
  void takesALongerBodyThanAnnouncedAsCut(String body, String outcome) {
    FetchedUrl row =
        fetch(
            (out, socket) ->
                out.write(bytes(HTML + "Content-Length: 5\r\n\r\n" + body.replace("~", "\r\n"))));
    assertThat(Fetching.told(row)).isEqualTo("/a " + outcome);
    assertThat(row.sizeBytes()).isEqualTo(5);
  }

  /** A line of a status of 1xx comes before the answer, and is none of its body. */
  @Test
  void countsNoInterimAnswerAsAPartOfTheBody() {
    FetchedUrl row =
        fetch(
            (out, socket) ->
                out.write(
                    bytes(
                        "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
                            + HTML
                            + "Content-Length: 5\r\n\r\nshort")));
    assertThat(Fetching.told(row)).isEqualTo("/a captured");
  }

  @Test
  void asksAgainAfterAReset() {
    server.on(
        "/a",
        (out, socket) -> {
          if (server.connections.get() < 4) { // robots.txt came first
            socket.setSoLinger(true, 0);
          } else {
            out.write(bytes(HTML + "Content-Length: 1\r\n\r\nx"));
          }
        });
    fetching.rules = Fetching.rules(Duration.ZERO, 3);
    FetchedUrl row = fetching.pages(server.url("/a")).row();
    assertThat(row.outcome()).isEqualTo(FetchOutcome.CAPTURED);
    assertThat(row.attempts()).isEqualTo(3);
  }

  @Test
  void endsARedirectThatNeverEnds() {
    for (int i = 0; i < 20; i++) {
      String next = "/a" + "b".repeat(i + 1);
      server.on(
          "/a" + "b".repeat(i),
          (out, socket) ->
              out.write(
                  bytes(
                      "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                          + next
                          + "\r\n\r\n")));
    }
    assertThat(fetching.pages(server.url("/a")).told())
        .hasSize(6)
        .last()
        .isEqualTo("/abbbbb failed: more than 5 redirects");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          garbage~~                                         | failed: not HTTP
          SSH-2.0-OpenSSH_9.6~                              | failed: not HTTP
          HTTP/1.1 abc OK~~                                 | failed: not HTTP
          HTTP/1.1 200 OK~Content-Length: -5~~              | failed: not HTTP
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~x  | truncated: the connection ended
          HTTP/1.1 204 No Content~~                         | failed: HTTP 204
          HTTP/1.1 206 Partial Content~~x                   | failed: HTTP 206
          HTTP/1.1 302 Found~Content-Length: 0~~            | failed: a redirect: expected an address of http or https, found nothing
          HTTP/1.1 999 No~Content-Length: 0~~               | failed: HTTP 999
          """)
  void outlivesAnswersThatAreNoHttp(String answer, String outcome) {
    FetchedUrl row = fetch((out, socket) -> out.write(bytes(answer.replace("~", "\r\n"))));
    assertThat(Fetching.told(row)).startsWith("/a " + outcome);
  }

  @Test
  void saysThatAServerSpeaksNoTls() {
    server.on("/a", (out, socket) -> out.write(bytes(HTML + "\r\nx")));
    FetchedUrl row = fetching.pages("https://hostile.test:" + server.port() + "/a").row();
    assertThat(row.outcome()).isEqualTo(FetchOutcome.FAILED);
    assertThat(row.reason()).startsWith("robots.txt gave no answer: no secure connection: ");
  }

  @Test
  void goesOnWithOtherHostsWhileOneHangs() {
    fetching.rules = fetching.within(Duration.ofSeconds(2));
    server.on("/hang", (out, socket) -> Thread.sleep(60_000));
    server.on("/a", (out, socket) -> out.write(bytes(HTML + "Content-Length: 1\r\n\r\nx")));
    fetching.pages(server.url("/hang"), server.url("/a").replace("hostile.test", "other.test"));
    assertThat(fetching.told())
        .containsExactlyInAnyOrder("/hang failed: no answer within 2000 ms", "/a captured");
  }
}
