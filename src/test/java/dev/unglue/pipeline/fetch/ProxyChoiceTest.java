package dev.unglue.pipeline.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.FetchSettings;
import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.http.ProxyRules.Server;
import dev.unglue.pipeline.request.JobException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ProxyChoiceTest {
  private static String through(ProxyRules rules, String url) {
    return rules.of(HttpUrl.get(url)).map(Server::toString).orElse("");
  }

  private static ProxyRules rules(Optional<String> configured, Map<String, String> variables) {
    FetchSettings settings =
        new FetchSettings(Duration.ofHours(1), configured, List.of("own.test"));
    return new ProxyChoice(settings, variables).rules();
  }

  @Test
  void asksTheEnvironmentWhereTheConfigurationSaysNothing() {
    ProxyRules rules =
        rules(
            Optional.empty(),
            Map.of(
                "HTTP_PROXY", "http://upper.test:1",
                "http_proxy", "lower.test:2",
                "HTTPS_PROXY", "http://secure.test:3",
                "NO_PROXY", "near.test, .close.test"));

    assertThat(through(rules, "http://site.test/")).isEqualTo("lower.test:2");
    assertThat(through(rules, "https://site.test/")).isEqualTo("secure.test:3");
    assertThat(through(rules, "https://near.test/")).isEmpty();
    assertThat(through(rules, "https://a.close.test/")).isEmpty();
    assertThat(through(rules, "https://own.test/")).isEmpty();
    assertThat(through(rules(Optional.empty(), Map.of()), "http://site.test/")).isEmpty();
  }

  @Test
  void takesTheConfigurationsWordFirst() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://secure.test:3", "NO_PROXY", "*");

    ProxyRules set = rules(Optional.of("http://a:b@set.test:4"), variables);
    assertThat(through(set, "https://site.test/")).isEqualTo("set.test:4");
    assertThat(through(set, "http://site.test/")).isEqualTo("set.test:4");
    assertThat(through(set, "http://own.test/")).isEmpty();
    assertThat(through(rules(Optional.of("none"), variables), "https://site.test/")).isEmpty();
  }

  @Test
  void refusesAVariableThatNamesNoProxy() {
    assertThatThrownBy(
            () -> rules(Optional.empty(), Map.of("https_proxy", "socks5://ann:secret@host.test")))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "https_proxy: expected a proxy as http://host:port, found"
                + " \"socks5://***@host.test\"; mend it, or say proxy: none in fetch.yaml");
  }
}
