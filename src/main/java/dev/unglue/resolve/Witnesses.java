package dev.unglue.resolve;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.subject.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells which captures are copies of one another: of the same bytes, of the same address but for
 * what only tells where a reader came from, of the address that they call their own, or pages that
 * say all the same, such as mirrors and print views, in whatever layout. Copies are one witness,
 * however many addresses they have.
 *
 * <p>A page is believed what it calls its own address within its site and the scope of its source
 * only: else any site could take the voice of another.
 */
final class Witnesses {
  /** Pages that say less of a subject may well agree by themselves. */
  private static final int LEAST_SAID = 3;

  /** Parameters that mail, advertisements and social networks add to any address. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "utm_\\w*|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|_hs\\w*");

  private static final Pattern SITE = Pattern.compile("(?i)https?://(?:www\\.)?([^/?#]+)");

  /** The key by which each capture stands for its witness. */
  private final Map<CaptureRef, String> byCapture = new HashMap<>();

  private final CanonicalScope scope;

  private Witnesses(CanonicalScope scope) {
    this.scope = scope;
  }

  /** The witnesses among these sightings of one subject; their order does not matter. */
  static Witnesses of(List<Sighting> sightings, CanonicalScope scope) {
    Witnesses witnesses = new Witnesses(scope);
    Map<CaptureRef, List<Sighting>> said =
        sightings.stream().collect(Collectors.groupingBy(Sighting::ref));
    Map<String, List<CaptureRef>> sharing = new HashMap<>();
    said.forEach(
        (ref, seen) ->
            witnesses
                .keys(ref, seen)
                .forEach(key -> sharing.computeIfAbsent(key, k -> new ArrayList<>()).add(ref)));
    said.forEach((ref, seen) -> witnesses.join(ref, said, sharing));
    return witnesses;
  }

  /** Goes from capture to capture as far as they share anything, and names all of them alike. */
  private void join(
      CaptureRef first,
      Map<CaptureRef, List<Sighting>> said,
      Map<String, List<CaptureRef>> sharing) {
    if (byCapture.containsKey(first)) {
      return;
    }
    List<CaptureRef> joined = new ArrayList<>(List.of(first));
    byCapture.put(first, "");
    for (int i = 0; i < joined.size(); i++) {
      CaptureRef ref = joined.get(i);
      for (String key : keys(ref, said.getOrDefault(ref, List.of()))) {
        // What has been gone through once leads nowhere else.
        List<CaptureRef> others = sharing.getOrDefault(key, List.of());
        for (CaptureRef other : others) {
          if (byCapture.putIfAbsent(other, "") == null) {
            joined.add(other);
          }
        }
        sharing.remove(key);
      }
    }
    String name =
        joined.stream()
            .map(CaptureRef::page)
            .collect(Collectors.toCollection(TreeSet::new))
            .first();
    joined.forEach(ref -> byCapture.put(ref, name));
  }

  /** Who says it. */
  String of(Sighting sighting) {
    return byCapture.getOrDefault(sighting.ref(), sighting.ref().page());
  }

  /** What a capture has in common with its copies; never with any other. */
  private List<String> keys(CaptureRef ref, List<Sighting> said) {
    List<String> keys = new ArrayList<>();
    keys.add("page " + ref.page());
    if (!ref.rawSha256().isEmpty()) {
      keys.add("bytes " + ref.rawSha256());
    }
    String url = ref.url();
    if (url != null) {
      keys.add("url " + plain(url));
      canonical(ref.source(), url, said).ifPresent(own -> keys.add("url " + plain(own)));
    }
    long values = said.stream().filter(each -> each.observation().isValue()).count();
    String content = said.isEmpty() ? "" : said.get(0).content();
    if (!content.isEmpty() && values >= LEAST_SAID) {
      keys.add("content " + content);
    }
    return keys;
  }

  /** What a page calls its own address, where that is to be believed. */
  private Optional<String> canonical(String source, String url, List<Sighting> said) {
    String own = said.isEmpty() ? "" : said.get(0).canonical().strip();
    if (own.startsWith("/") && !own.startsWith("//")) {
      Matcher site = SITE.matcher(url);
      return site.lookingAt() ? Optional.of(site.group() + own) : Optional.empty();
    }
    return Optional.of(own)
        .filter(any -> !site(any).isEmpty())
        .filter(any -> site(any).equals(site(url)) || isInScope(source, url, any));
  }

  private boolean isInScope(String source, String url, String own) {
    return scope.holds(source, own) && scope.holds(source, url);
  }

  /** The host of an address, with and without www the same; empty where it is none of the web. */
  private static String site(String url) {
    Matcher site = SITE.matcher(url);
    return site.lookingAt() ? site.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** The address without its fragment and what only tells where a reader came from. */
  static String plain(String url) {
    String whole = url.replaceFirst("#.*", "");
    int query = whole.indexOf('?');
    if (query < 0) {
      return whole;
    }
    String kept =
        Arrays.stream(whole.substring(query + 1).split("&"))
            .filter(parameter -> !isTracking(parameter))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? whole.substring(0, query) : whole.substring(0, query) + "?" + kept;
  }

  private static boolean isTracking(String parameter) {
    String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
    return name.isEmpty() || TRACKING.matcher(name).matches();
  }
}
