package dev.unglue.config;

import dev.unglue.config.AlertSettings.Alert;
import dev.unglue.config.AlertSettings.Broken;
import dev.unglue.config.AlertSettings.Changed;
import dev.unglue.config.AlertSettings.Channel;
import dev.unglue.config.AlertSettings.Condition;
import dev.unglue.config.AlertSettings.Drift;
import dev.unglue.config.AlertSettings.Flags;
import dev.unglue.config.AlertSettings.Program;
import dev.unglue.config.AlertSettings.Verdict;
import dev.unglue.config.AlertSettings.Webhook;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.run.NightVerdict;
import dev.unglue.model.value.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code alerts.yaml}. */
final class AlertsFile {
  /** Name of the file. */
  static final String NAME = "alerts.yaml";

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s@]+");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_RETRIES = 10;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Set<String> CONDITIONS =
      new TreeSet<>(Set.of("verdict", "flags", "drift", "changed", "broken"));

  /** Absent where no more is known than this file. */
  private final Optional<Catalogue> catalogue;

  private final List<String> sources;
  private final Set<String> ids = new HashSet<>();

  private AlertsFile(ConfigFiles files, Optional<Catalogue> catalogue) {
    this.catalogue = catalogue;
    this.sources =
        files.in("sources").stream()
            .map(name -> name.substring("sources/".length(), name.length() - ".yaml".length()))
            .toList();
  }

  static AlertSettings read(ConfigFiles files, Catalogue catalogue) {
    return read(files, Optional.of(catalogue));
  }

  /** The same beside files that cannot be used: names of theirs are taken as they stand. */
  static AlertSettings readAlone(ConfigFiles files) {
    return read(files, Optional.empty());
  }

  private static AlertSettings read(ConfigFiles files, Optional<Catalogue> catalogue) {
    YamlNode root = files.optionalYaml(NAME);
    AlertsFile reader = new AlertsFile(files, catalogue);
    Map<String, Channel> channels =
        root.value("channels", node -> node.entries(AlertsFile::channel), Map.of());
    List<Alert> alerts = root.each("alerts", node -> reader.alert(node, channels.keySet()));
    return root.whole(new AlertSettings(channels, alerts));
  }

  // --- channels -------------------------------------------------------------------------------

  private static Channel channel(YamlNode node) {
    Optional<String> url = node.optional("webhook").map(AlertsFile::address);
    List<String> command = node.texts("command");
    node.expect(url.isPresent() != !command.isEmpty(), "expected one of webhook and command");
    Optional<String> secret = node.optional("secret").map(AlertsFile::variable);
    Duration timeout = node.value("timeout", AlertsFile::limit, Duration.ofSeconds(10));
    int retries = node.value("retries", each -> each.asIntegerTo(MOST_RETRIES), 3);
    Duration backoff = node.value("backoff", YamlNode::asDuration, Duration.ofSeconds(1));
    return node.whole(
        url.isPresent()
            ? new Webhook(url.get(), secret, timeout, retries, backoff)
            : new Program(command, timeout));
  }

  /** Its path is often a secret, so no message repeats it. */
  private static String address(YamlNode node) {
    String text = node.asText();
    node.expect(
        ADDRESS.matcher(text).matches(),
        "expected an address as https://host/path, without name and password");
    return text;
  }

  private static String variable(YamlNode node) {
    String text = node.asText();
    node.expect(
        VARIABLE.matcher(text).matches(),
        "expected the name of a variable of the environment, which holds the secret");
    return text;
  }

  private static Duration limit(YamlNode node) {
    Duration limit = node.asDuration();
    boolean within = !limit.isZero() && limit.compareTo(LONGEST) <= 0;
    node.expect(within, "expected up to 5m, found " + limit.toMillis() + "ms");
    return limit;
  }

  // --- alerts ---------------------------------------------------------------------------------

  private Alert alert(YamlNode node, Collection<String> channels) {
    String id = node.text("id");
    node.expect(ids.add(id) || id.isEmpty(), "the id \"" + id + "\" stands twice; ids are unique");
    List<String> to = node.texts("to");
    node.expect(!to.isEmpty(), "expected to: [CHANNEL, ...], found none");
    for (YamlNode name : node.list("to")) {
      name.expectKnown("expected the name of a channel", name.asText(), channels);
    }
    Condition when = condition(node);
    return node.whole(new Alert(id, to, when, node.place().file(), node.place().line()));
  }

  private Condition condition(YamlNode node) {
    Set<NightVerdict> verdicts =
        Set.copyOf(new HashSet<>(node.each("verdict", each -> each.asChoice(NightVerdict.class))));
    Optional<String> source = known(node, "source", "expected the name of a source", sources);
    Optional<Severity> severity =
        node.optional("severity").map(each -> each.asChoice(Severity.class));
    Optional<String> rule = node.optionalText("rule");
    Optional<String> attribute =
        known(
            node,
            "changed",
            "expected any or the id of an attribute of attributes.yaml",
            withAny(catalogue.map(Catalogue::attributes).orElse(Map.of()).keySet()));
    Optional<String> subject = node.optionalText("subject");
    List<String> kinds = catalogue.stream().map(Catalogue::kind).toList();
    known(node, "kind", "expected the kind of attributes.yaml", kinds);
    int flags = node.value("flags", AlertsFile::count, 1);
    int drift = node.value("drift", AlertsFile::count, 1);
    int broken = node.value("broken", AlertsFile::count, 1);
    List<String> named = CONDITIONS.stream().filter(key -> node.optional(key).isPresent()).toList();
    node.expect(
        named.size() == 1,
        "expected one of %s, found %s"
            .formatted(
                String.join(", ", CONDITIONS),
                named.isEmpty() ? "none" : String.join(" and ", named)));
    return switch (named.isEmpty() ? "" : named.get(0)) {
      case "verdict" -> new Verdict(verdicts, source);
      case "flags" -> new Flags(flags, severity, rule);
      case "drift" -> new Drift(drift);
      case "broken" -> new Broken(broken);
      default -> new Changed(attribute.filter(id -> !id.equals(GateLimits.ANY)), subject);
    };
  }

  private static List<String> withAny(Collection<String> ids) {
    List<String> all = new ArrayList<>(ids);
    all.add(GateLimits.ANY);
    return all;
  }

  private Optional<String> known(
      YamlNode node, String key, String expected, Collection<String> known) {
    Optional<YamlNode> value = node.optional(key);
    if (catalogue.isPresent()) {
      value.ifPresent(each -> each.expectKnown(expected, each.asText(), known));
    }
    return value.map(YamlNode::asText);
  }

  private static int count(YamlNode node) {
    int count = node.asInteger();
    node.expect(count >= 1, "expected 1 or more, found \"" + count + "\"");
    return count;
  }
}
