package dev.unglue.fetch.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "*-vs-*, https://a.org/x-vs-y, true",
    "*-vs-*, https://a.org/x-vs, false",
    "https://a.org/*, https://a.org/x, true",
    "https://a.org/x, https://a.org/xy, false",
    "*differences, https://a.org/x-differences, true",
    "*differences, https://a.org/differences/x, false",
    "https://a.org/a*a*a, https://a.org/aa, false",
    "https://a.org/a*a*a, https://a.org/abaca, true",
    "*, https://a.org/, true"
  })
  void fitsPatternsToWholeAddresses(String pattern, String url, boolean wanted) {
    Scope scope = new Scope(Set.of("a.org"), List.of(pattern), List.of());
    assertThat(scope.wants(HttpUrl.get(url))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, true",
    "https://www.example.org/a, true",
    "http://EXAMPLE.org:8080/a, true",
    "https://other.org/a, false",
    "https://example.org.evil.test/a, false",
    "https://example.org/es/a, false"
  })
  void takesASiteWithAndWithoutWww(String url, boolean allowed) {
    Scope scope = new Scope(Set.of("www.example.org"), List.of(), List.of("*/es/*"));
    assertThat(scope.allows(HttpUrl.get(url))).isEqualTo(allowed);
  }
}
