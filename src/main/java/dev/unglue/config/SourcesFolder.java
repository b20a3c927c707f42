package dev.unglue.config;

import static dev.unglue.config.yaml.Spelling.quoted;

import dev.unglue.config.Source.Fetch;
import dev.unglue.config.Source.Sitemap;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code sources/*.yaml}, one source a file. */
final class SourcesFolder {
  private static final String FOLDER = "sources";
  private static final String SUFFIX = ".yaml";

  /** The keys that say which pages; each source has one of them. */
  private static final List<String> PAGES = List.of("urls", "urlFile", "sitemap", "files");

  private static final String NO_CONTACT =
      "a live site needs a contact: expected an address or page where its owner can reach"
          + " you, found nothing";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
  private static final long LEAST_BYTES = 1_000;
  private static final long MOST_BYTES = 1_000_000_000;
  private static final int MOST_RETRIES = 10;
  private static final int MOST_LINKS = 1_000_000;
  private static final int MOST_ADDRESSES = 10_000_000;
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
    boolean enabled = node.value("enabled", YamlNode::asBool, false);
    String contact = node.optionalText("contact").orElse("");
    Source.Pages pages = pages(node);
    boolean silent = enabled && contact.isBlank() && !(pages instanceof Source.Files);
    node.optional("contact").orElse(node).expect(!silent, NO_CONTACT);
    String schedule = node.optional("schedule").map(SourcesFolder::schedule).orElse(null);
    ZoneId zone = node.value("zone", SourcesFolder::zone, ZoneOffset.UTC);
    CatchUp catchUp = node.value("catchUp", n -> n.asChoice(CatchUp.class), CatchUp.ONCE);
    Fetch fetch = node.value("fetch", SourcesFolder::fetch, Fetch.usual());
    Source.Links links = node.value("links", SourcesFolder::links, Source.Links.none());
    boolean once = links.include().isEmpty() && links.exclude().isEmpty();
    String twice = "the patterns of the sitemap hold for links too: expected budget alone here";
    node.optional("links").ifPresent(n -> n.expect(once || !(pages instanceof Sitemap), twice));
    return node.whole(
        new Source(name, enabled, contact, pages, schedule, zone, fetch, links, catchUp));
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
    String expected = "expected one of " + String.join(", ", PAGES) + ", found ";
    node.expect(
        found.size() == 1, expected + (found.isEmpty() ? "none" : String.join(", ", found)));
    List<Source.Pages> read =
        found.stream().map(key -> pages(key, node.required(key, ""))).toList();
    return read.isEmpty() ? new Source.Files(List.of()) : read.get(0);
  }

  private static Source.Pages pages(String key, YamlNode value) {
    return switch (key) {
      case "urls" -> new Source.Urls(filled(value, SourcesFolder::address));
      case "urlFile" -> new Source.UrlFile(value.asText());
      case "sitemap" -> sitemap(value);
      default -> new Source.Files(filled(value, YamlNode::asText));
    };
  }

  private static Sitemap sitemap(YamlNode node) {
    String url = address(node.required("url", "the address of the sitemap"));
    return node.whole(new Sitemap(url, node.texts("include"), node.texts("exclude")));
  }

  private static Source.Links links(YamlNode node) {
    int budget = node.integer("budget");
    boolean within = budget >= 0 && budget <= MOST_LINKS;
    node.expect(within, "expected a budget of 0 to " + MOST_LINKS + ", found " + budget);
    return node.whole(new Source.Links(budget, node.texts("include"), node.texts("exclude")));
  }

  private static List<String> filled(YamlNode node, Function<YamlNode, String> as) {
    List<YamlNode> items = node.asList();
    node.expect(!items.isEmpty(), "expected at least one, found an empty list");
    return items.stream().map(as).toList();
  }

  private static String address(YamlNode node) {
    String text = node.asText();
    String expected = "expected an address that starts with https:// or http://, found ";
    node.expect(isWebAddress(text), expected + quoted(text));
    return text;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return List.of("https", "http").contains(scheme) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  // --- when and how ---------------------------------------------------------------------------

  private static String schedule(YamlNode node) {
    String cron = node.asText();
    Cron.problemOf(cron).ifPresent(node::problem);
    return cron;
  }

  private static ZoneId zone(YamlNode node) {
    String text = node.asText();
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
      node.expectKnown("expected a time zone such as UTC, America/New_York", text, known);
      return ZoneOffset.UTC;
    }
  }

  private static Fetch fetch(YamlNode node) {
    Fetch usual = Fetch.usual();
    return node.whole(
        new Fetch(
            node.value("delay", n -> within(n, Duration.ZERO), usual.delay()),
            node.value("maxBytes", SourcesFolder::bytes, usual.maxBytes()),
            node.value("timeout", n -> within(n, SHORTEST_TIMEOUT), usual.timeout()),
            node.value("retries", n -> n.asIntegerTo(MOST_RETRIES), usual.retries()),
            node.value("allowPrivateAddresses", YamlNode::asBool, usual.allowPrivateAddresses()),
            node.value("latencyFactor", SourcesFolder::latencyFactor, usual.latencyFactor()),
            node.value("maxPerSitemap", SourcesFolder::addresses, usual.maxPerSitemap()),
            node.value("maxAddresses", SourcesFolder::addresses, usual.maxAddresses()),
            node.value("maxTime", FetchSettings::time, usual.maxTime())));
  }

  private static Duration within(YamlNode node, Duration least) {
    Duration value = node.asDuration();
    boolean within = value.compareTo(least) >= 0 && value.compareTo(LONGEST) <= 0;
    String found = ", found " + value.toMillis() + "ms";
    node.expect(within, "expected " + least.toMillis() + "ms to 1h" + found);
    return value;
  }

  private static long bytes(YamlNode node) {
    long value = node.asSize();
    boolean within = value >= LEAST_BYTES && value <= MOST_BYTES;
    node.expect(within, "expected 1KB to 1GB, found " + value + "B");
    return value;
  }

  private static int addresses(YamlNode node) {
    int value = node.asInteger();
    node.expect(
        value >= 1 && value <= MOST_ADDRESSES,
        "expected 1 to " + MOST_ADDRESSES + ", found " + value);
    return value;
  }

  private static double latencyFactor(YamlNode node) {
    double value = node.asDecimal().doubleValue();
    boolean within = value >= 0 && value <= MOST_LATENCY_FACTOR;
    node.expect(within, "expected 0 to " + MOST_LATENCY_FACTOR + ", found " + value);
    return value;
  }
}
