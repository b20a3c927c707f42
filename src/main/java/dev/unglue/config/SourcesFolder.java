package dev.unglue.config;

import dev.unglue.config.Source.Fetch;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.cron.CatchUp;
import dev.unglue.cron.Cron;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code sources/*.yaml}, one source a file. */
final class SourcesFolder {
  private static final String FOLDER = "sources";
  private static final String SUFFIX = ".yaml";

  /** The keys that say which pages; each source has one of them. */
  private static final List<String> PAGES = List.of("urls", "urlFile", "sitemap", "files");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
  private static final long LEAST_BYTES = 1_000;
  private static final long MOST_BYTES = 1_000_000_000;
  private static final int MOST_RETRIES = 10;
  private static final int MOST_LINKS = 1_000_000;
  private static final int MOST_LATENCY_FACTOR = 100;

  private SourcesFolder() {}

  /** The sources by name, sorted. */
  static Map<String, Source> read(ConfigFiles files) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (String file : files.in(FOLDER)) {
      String stem = file.substring(FOLDER.length() + 1, file.length() - SUFFIX.length());
      sources.put(stem, source(stem, files.yaml(file)));
    }
    return sources;
  }

  private static Source source(String stem, YamlNode node) {
    String name = name(stem, node.required("name", "the name of the source"));
    boolean enabled = node.optional("enabled").map(YamlNode::asBool).orElse(false);
    String contact = node.optionalText("contact").orElse("");
    Source.Pages pages = pages(node);
    if (enabled && contact.isBlank() && !(pages instanceof Source.Files)) {
      node.optional("contact")
          .orElse(node)
          .problem(
              "a live site needs a contact: expected an address or page where its owner can reach"
                  + " you, found nothing");
    }
    String schedule = node.optional("schedule").map(SourcesFolder::schedule).orElse(null);
    ZoneId zone = node.optional("zone").map(SourcesFolder::zone).orElse(ZoneOffset.UTC);
    CatchUp catchUp =
        node.optional("catchUp").map(n -> n.asChoice(CatchUp.class)).orElse(CatchUp.ONCE);
    Fetch fetch = node.optional("fetch").map(SourcesFolder::fetch).orElse(Fetch.usual());
    Source.Links links =
        node.optional("links").map(SourcesFolder::links).orElse(Source.Links.none());
    boolean twice = !links.include().isEmpty() || !links.exclude().isEmpty();
    if (pages instanceof Source.Sitemap && twice) {
      node.required("links", "")
          .problem("the patterns of the sitemap hold for links too: expected budget alone here");
    }
    node.noOtherKeys();
    return new Source(name, enabled, contact, pages, schedule, zone, fetch, links, catchUp);
  }

  private static String name(String stem, YamlNode node) {
    String name = node.asText();
    if (!NAME.matcher(name).matches()) {
      node.problem("expected lower case letters, digits and hyphens, found " + quoted(name));
    } else if (!name.equals(stem)) {
      node.problem("expected the name of its file, " + quoted(stem) + ", found " + quoted(name));
    }
    return name;
  }

  // --- which pages ----------------------------------------------------------------------------

  private static Source.Pages pages(YamlNode node) {
    List<String> found = PAGES.stream().filter(key -> node.optional(key).isPresent()).toList();
    if (found.size() != 1) {
      node.problem(
          "expected one of %s, found %s"
              .formatted(
                  String.join(", ", PAGES), found.isEmpty() ? "none" : String.join(", ", found)));
    }
    List<Source.Pages> read =
        found.stream().map(key -> pages(key, node.required(key, ""))).toList();
    return read.isEmpty() ? new Source.Files(List.of()) : read.get(0);
  }

  private static Source.Pages pages(String key, YamlNode value) {
    return switch (key) {
      case "urls" -> new Source.Urls(addresses(value));
      case "urlFile" -> new Source.UrlFile(value.asText());
      case "sitemap" -> sitemap(value);
      default -> new Source.Files(texts(value));
    };
  }

  private static Source.Sitemap sitemap(YamlNode node) {
    String url = address(node.required("url", "the address of the sitemap"));
    Source.Sitemap sitemap = new Source.Sitemap(url, node.texts("include"), node.texts("exclude"));
    node.noOtherKeys();
    return sitemap;
  }

  private static Source.Links links(YamlNode node) {
    int budget = node.integer("budget");
    if (budget < 0 || budget > MOST_LINKS) {
      node.problem("expected a budget of 0 to %d, found %d".formatted(MOST_LINKS, budget));
    }
    Source.Links links = new Source.Links(budget, node.texts("include"), node.texts("exclude"));
    node.noOtherKeys();
    return links;
  }

  private static List<String> addresses(YamlNode node) {
    return filled(node).stream().map(SourcesFolder::address).toList();
  }

  private static List<String> texts(YamlNode node) {
    return filled(node).stream().map(YamlNode::asText).toList();
  }

  private static List<YamlNode> filled(YamlNode node) {
    List<YamlNode> items = node.asList();
    if (items.isEmpty()) {
      node.problem("expected at least one, found an empty list");
    }
    return items;
  }

  private static String address(YamlNode node) {
    String text = node.asText();
    if (!isWebAddress(text)) {
      node.problem(
          "expected an address that starts with https:// or http://, found " + quoted(text));
    }
    return text;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  // --- when and how ---------------------------------------------------------------------------

  private static String schedule(YamlNode node) {
    String cron = node.asText();
    Cron.complaint(cron).ifPresent(node::problem);
    return cron;
  }

  private static ZoneId zone(YamlNode node) {
    String text = node.asText();
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
      node.unknown("expected a time zone such as UTC, America/New_York", text, known);
      return ZoneOffset.UTC;
    }
  }

  private static Fetch fetch(YamlNode node) {
    Fetch usual = Fetch.usual();
    Fetch fetch =
        new Fetch(
            node.optional("delay").map(value -> within(value, Duration.ZERO)).orElse(usual.delay()),
            node.optional("maxBytes").map(SourcesFolder::bytes).orElse(usual.maxBytes()),
            node.optional("timeout")
                .map(value -> within(value, SHORTEST_TIMEOUT))
                .orElse(usual.timeout()),
            node.optional("retries")
                .map(n -> n.asIntegerWithin(0, MOST_RETRIES))
                .orElse(usual.retries()),
            node.optional("allowPrivateAddresses")
                .map(YamlNode::asBool)
                .orElse(usual.allowPrivateAddresses()),
            node.optional("latencyFactor")
                .map(SourcesFolder::latencyFactor)
                .orElse(usual.latencyFactor()));
    node.noOtherKeys();
    return fetch;
  }

  private static Duration within(YamlNode node, Duration least) {
    Duration value = node.asDuration();
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      String expected = "expected %dms to 1h, found %dms";
      node.problem(expected.formatted(least.toMillis(), value.toMillis()));
    }
    return value;
  }

  private static long bytes(YamlNode node) {
    long value = node.asSize();
    if (value < LEAST_BYTES || value > MOST_BYTES) {
      node.problem("expected 1KB to 1GB, found %dB".formatted(value));
    }
    return value;
  }

  private static double latencyFactor(YamlNode node) {
    double value = node.asDecimal().doubleValue();
    if (value < 0 || value > MOST_LATENCY_FACTOR) {
      node.problem("expected 0 to %d, found %s".formatted(MOST_LATENCY_FACTOR, value));
    }
    return value;
  }

  private static String quoted(String text) {
    return YamlNode.quoted(text);
  }
}
