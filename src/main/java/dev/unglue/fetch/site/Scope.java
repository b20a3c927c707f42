package dev.unglue.fetch.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Which addresses belong to a source. A site with and without {@code www.} is one.
 *
 * @param hosts names of the hosts; the others are never asked
 * @param include patterns of whole addresses, {@code *} for anything; empty means all
 * @param exclude patterns of addresses to leave out
 */
public record Scope(Set<String> hosts, List<String> include, List<String> exclude) {
  /** Copies the collections. */
  public Scope {
    hosts = hosts.stream().map(Scope::bare).collect(Collectors.toUnmodifiableSet());
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** True if the address may be fetched for this source at all. */
  public boolean allows(HttpUrl url) {
    return holds(url) && !fits(exclude, url.toString());
  }

  /** The same of an address as written; false for one that is none of http or https. */
  public boolean allows(String written) {
    return CanonicalUrl.of(written).filter(this::allows).isPresent();
  }

  /** True if the address is on one of the hosts. */
  public boolean holds(HttpUrl url) {
    return hosts.contains(bare(url.host()));
  }

  /** True if an address that a sitemap or a page names is wanted. */
  public boolean wants(HttpUrl url) {
    return leftOut(url).isEmpty();
  }

  /** By what an address that a sitemap or a page names is left out; empty where it is wanted. */
  Optional<String> leftOut(HttpUrl url) {
    if (!holds(url)) {
      return Optional.of("on other hosts");
    }
    if (fits(exclude, url.toString())) {
      return Optional.of("by exclude");
    }
    boolean wanted = include.isEmpty() || fits(include, url.toString());
    return wanted ? Optional.empty() : Optional.of("by include");
  }

  /** This scope and those hosts. */
  public Scope with(Set<String> more) {
    List<String> all = new ArrayList<>(hosts);
    all.addAll(more);
    return new Scope(Set.copyOf(all), include, exclude);
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  private static boolean fits(List<String> patterns, String url) {
    return patterns.stream().anyMatch(pattern -> fits(pattern, url));
  }

  /** Goes through the parts between the stars from left to right: linear in the address. */
  private static boolean fits(String pattern, String url) {
    List<String> parts =
        Pattern.compile("*", Pattern.LITERAL).splitAsStream(pattern + "\0").toList();
    String text = url + "\0";
    if (!text.startsWith(parts.get(0))) {
      return false;
    }
    int at = parts.get(0).length();
    for (String part : parts.subList(1, parts.size())) {
      boolean last = part.endsWith("\0");
      int found = last ? text.length() - part.length() : text.indexOf(part, at);
      if (found < at || !text.startsWith(part, found)) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }
}
