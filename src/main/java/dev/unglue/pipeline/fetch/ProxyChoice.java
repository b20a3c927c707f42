package dev.unglue.pipeline.fetch;

import dev.unglue.config.FetchSettings;
import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.http.ProxyRules.Server;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.text.TerminalText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Through which proxy a run fetches, and tells of what it has found: what the configuration says,
 * else what the usual variables of the environment say.
 *
 * @param settings the configuration
 * @param variables the environment
 */
public record ProxyChoice(FetchSettings settings, Map<String, String> variables) {
  /**
   * The choice.
   *
   * @throws JobException if what is said of it names no proxy
   */
  public ProxyRules rules() {
    if (settings.proxy().isPresent()) {
      String said = settings.proxy().get();
      Optional<Server> server =
          said.equals(FetchSettings.DIRECT)
              ? Optional.empty()
              : Optional.of(server("proxy of fetch.yaml", said));
      return new ProxyRules(server, server, settings.noProxy());
    }
    List<String> direct =
        variable("no_proxy").map(all -> List.of(all.split("[,\\s]+"))).orElse(List.of());
    return new ProxyRules(
        ofVariable("http_proxy"),
        ofVariable("https_proxy"),
        Stream.concat(direct.stream(), settings.noProxy().stream()).toList());
  }

  private Optional<Server> ofVariable(String name) {
    return variable(name).map(said -> server(name, said));
  }

  /** In small letters, which win as everywhere, or in capitals. */
  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(each -> variables.getOrDefault(each, ""))
        .filter(said -> !said.isBlank())
        .findFirst();
  }

  private static Server server(String name, String said) {
    return ProxyRules.server(said)
        .orElseThrow(
            () ->
                JobException.usage(
                    "%s: expected a proxy as http://host:port, found \"%.80s\"; mend it, or say proxy: none in fetch.yaml"
                        .formatted(name, TerminalText.withoutCredentials(said))));
  }
}
