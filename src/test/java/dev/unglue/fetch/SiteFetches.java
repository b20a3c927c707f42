package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.unglue.model.page.KnownPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;

/** Fetches from one site of the test's own. */
abstract class SiteFetches {
  static final String WALL = "<title>Just a moment...</title>";
  static final String BLOCKED = " blocked: a challenge page: title \"just a moment\"";

  final Site site = new Site();
  final Fetching fetching = new Fetching();

  @AfterEach
  void stop() {
    site.close();
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  Fetching of(String... paths) {
    return fetching.pages(List.of(paths).stream().map(site::url).toArray(String[]::new));
  }

  KnownPage known(String path) {
    String modified = "Sun, 01 Feb 2026 00:00:00 GMT";
    KnownPage known = new KnownPage(site.url(path), FakePace.START, "\"v1\"", modified, "content");
    fetching.known.put(known.url(), known);
    return known;
  }

  static ResponseDefinitionBuilder to(String where) {
    return aResponse().withStatus(302).withHeader("Location", where);
  }
}
