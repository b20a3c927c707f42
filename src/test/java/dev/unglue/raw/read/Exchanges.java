package dev.unglue.raw.read;

import dev.unglue.model.page.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Exchanges as a fetcher hands them over. */
public final class Exchanges {
  public static final Instant RUN = Instant.parse("2026-01-31T02:30:00Z");
  public static final Instant FETCHED = Instant.parse("2026-01-31T02:30:07.250Z");

  private Exchanges() {}

  public static Exchange page(String url, String body) {
    return exchange(url, 200, "Content-Type: text/html\r\n", utf8(body), FETCHED, null);
  }

  public static Exchange exchange(
      String url, int status, String fields, byte[] body, Instant at, @Nullable String truncated) {
    return new Exchange(
        url,
        "GET " + url.replaceFirst("https?://[^/]+", "") + " HTTP/1.1\r\nHost: site.test\r\n",
        "HTTP/1.1 " + status + " Whatever\r\n" + fields,
        status,
        body,
        at,
        "192.0.2.7",
        truncated);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
