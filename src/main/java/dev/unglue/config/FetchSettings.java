package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What holds for the fetch of a run as a whole, as {@code config/fetch.yaml} says.
 *
 * @param maxTime how long it may take
 * @param proxy through which proxy all is fetched, {@code http://host:port}, or {@code none}; empty
 *     means that the environment says it
 * @param noProxy hosts that are asked without the proxy
 */
public record FetchSettings(Duration maxTime, Optional<String> proxy, List<String> noProxy) {
  /** Name of the file. */
  static final String NAME = "fetch.yaml";

  /** The word for fetching without a proxy, whatever the environment says. */
  public static final String DIRECT = "none";

  private static final Pattern PROXY =
      Pattern.compile("none|(?:http://)?(?:[^@/\\s]+@)?[^@/\\s:]+(?::\\d{1,5})?/?");

  private static final Duration LONGEST = Duration.ofDays(7);

  /** Copies the hosts. */
  public FetchSettings {
    noProxy = List.copyOf(noProxy);
  }

  /** What holds where nothing is configured. */
  public static FetchSettings usual() {
    return new FetchSettings(Duration.ofHours(24), Optional.empty(), List.of());
  }

  static FetchSettings read(ConfigFiles files) {
    YamlNode root = files.optionalYaml(NAME);
    return root.whole(
        new FetchSettings(
            root.value("maxTime", FetchSettings::time, usual().maxTime()),
            root.optional("proxy").map(FetchSettings::proxy),
            root.texts("noProxy")));
  }

  /** A limit of a fetch as a whole. */
  static Duration time(YamlNode node) {
    Duration time = node.asDuration();
    boolean within = time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(LONGEST) <= 0;
    node.expect(within, "expected 1s to 7d, found " + time.toMillis() + "ms");
    return time;
  }

  /** The value itself may hold a password, so no message repeats it. */
  private static String proxy(YamlNode node) {
    String text = node.asText();
    node.expect(
        PROXY.matcher(text).matches(),
        "expected a proxy as http://host:port or http://user:password@host:port, or none");
    return text;
  }
}
