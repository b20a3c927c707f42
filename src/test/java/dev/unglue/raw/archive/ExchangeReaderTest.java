package dev.unglue.raw.archive;

import static dev.unglue.raw.read.Exchanges.FETCHED;
import static dev.unglue.raw.read.Exchanges.exchange;
import static dev.unglue.raw.read.Exchanges.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.raw.read.Inputs;
import dev.unglue.raw.warc.RawLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeReaderTest {
  private static final String URL = "https://site.test/a";

  @TempDir private Path raw;

  private static Optional<Capture> page(String fields, byte[] body) {
    return ExchangeReader.page(
        exchange(URL, 200, fields, body, FETCHED, null), "site", RawLimits.defaults());
  }

  @Test
  void makesThePageThatReadingItBackFromTheStoreWouldMake() {
    String fields = "Content-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\n";
    byte[] packed = Inputs.gzip("<p>caf\u00e9</p>".getBytes(StandardCharsets.ISO_8859_1));

    Capture capture = page(fields, packed).orElseThrow();

    assertThat(capture.text()).isEqualTo("<p>caf\u00e9</p>");
    assertThat(capture.ref().url()).isEqualTo(URL);
    assertThat(capture.ref().capturedAt()).isEqualTo(FETCHED);
    assertThat(capture.ref().mediaType()).isEqualTo("text/html");
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", FETCHED, Map.of("software", "test"))) {
      HeldCapture held =
          archive.append(exchange(URL, 200, fields, packed, FETCHED, null), Map.of());
      StoredPage stored = new RawCaptures(raw).page(held);
      assertThat(ExchangeReader.page(stored).orElseThrow().text()).isEqualTo(capture.text());
    }
  }

  @Test
  void looksForNoChunksWhereTheyAreGone() {
    String fields = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
    assertThat(page(fields, utf8("<p>A</p>")).orElseThrow().text()).isEqualTo("<p>A</p>");
  }

  @Test
  void makesNoPageOfWhatCannotBeUnpackedOrIsNone() {
    String html = "Content-Type: text/html\r\n";
    assertThat(page(html + "Content-Encoding: br\r\n", utf8("x"))).isEmpty();
    assertThat(page(html, new byte[0])).isEmpty();
  }

  /** Some servers say that they have packed what they have not. */
  @Test
  void takesABodyThatIsNotPackedAsItIs() {
    String fields = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    assertThat(page(fields, utf8("not packed")).orElseThrow().text()).isEqualTo("not packed");
  }
}
