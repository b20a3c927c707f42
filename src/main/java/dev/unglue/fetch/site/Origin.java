package dev.unglue.fetch.site;

import okhttp3.HttpUrl;

/**
 * A site in the sense of RFC 9309: what one robots.txt rules.
 *
 * @param scheme {@code http} or {@code https}
 * @param host as {@link HttpUrl#host} gives it
 * @param port 1 to 65535
 */
public record Origin(String scheme, String host, int port) {
  public static Origin of(HttpUrl url) {
    return new Origin(url.scheme(), url.host(), url.port());
  }

  /** Where its robots.txt lies. */
  public HttpUrl robots() {
    return new HttpUrl.Builder()
        .scheme(scheme)
        .host(host)
        .port(port)
        .encodedPath("/robots.txt")
        .build();
  }
}
