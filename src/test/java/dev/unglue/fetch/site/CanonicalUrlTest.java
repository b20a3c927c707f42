package dev.unglue.fetch.site;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG:80/a#part, http://example.org/a",
    "https://example.org:443, https://example.org/",
    "https://example.org/a/../b/./c, https://example.org/b/c",
    "https://example.org/a%7eb, https://example.org/a~b",
    "https://user:secret@example.org/, https://example.org/",
    "http://2130706433/, http://127.0.0.1/",
    "http://0x7f.1/, http://127.0.0.1/",
    "http://017700000001/, http://127.0.0.1/",
    "http://127.1/, http://127.0.0.1/",
    "http://0x7f000001/, http://127.0.0.1/",
    "http://0300.0250.1.1/, http://192.168.1.1/",
    "http://1.2.3.4.5/, http://1.2.3.4.5/",
    "http://3com.example/, http://3com.example/",
    "http://[::ffff:127.0.0.1]/, http://127.0.0.1/",
    "'  http://example.org/x ', http://example.org/x"
  })
  void writesEachAddressInOneWay(String written, String canonical) {
    assertThat(CanonicalUrl.of(written).map(HttpUrl::toString)).hasValue(canonical);
    assertThat(CanonicalUrl.of(canonical).map(HttpUrl::toString)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "",
        "example.org",
        "http://"
      })
  void takesHttpAndHttpsOnly(String written) {
    assertThat(CanonicalUrl.of(written)).isEmpty();
  }

  /** Addresses of plain characters are not put through the normalizer, for it would change none. */
  @Test
  void leavesPlainAddressesAsTheNormalizerWould() {
    BasicURLNormalizer normalizer = BasicURLNormalizer.newBuilder().build();
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      String written =
          "http://a" + drawn(random, "ab1-.:") + ".org/" + drawn(random, "aB0/~_-.%?=");
      Optional<HttpUrl> url = Optional.ofNullable(HttpUrl.parse(written));
      Optional<String> normal =
          url.map(HttpUrl::toString)
              .map(normalizer::filter)
              .map(HttpUrl::get)
              .map(HttpUrl::toString);
      assertThat(CanonicalUrl.of(written).map(HttpUrl::toString)).isEqualTo(normal);
    }
  }

  private static String drawn(Random random, String alphabet) {
    return random
        .ints(random.nextInt(9), 0, alphabet.length())
        .mapToObj(alphabet::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
