package dev.unglue.resolve;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.subject.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells which captures are copies of one another: of the same bytes, of the same address but for
 * what only tells where a reader came from, or pages that say all the same in the same layout, such
 * as mirrors and print views. Copies are one witness, however many addresses they have.
 */
final class Witnesses {
  /** Pages that say less of a subject may well agree by themselves. */
  private static final int LEAST_SAID = 3;

  /** Parameters that mail, advertisements and social networks add to any address. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "utm_\\w*|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|_hs\\w*");

  /** The key by which each capture stands for its witness. */
  private final Map<CaptureRef, String> byCapture = new HashMap<>();

  private Witnesses() {}

  /** The witnesses among these sightings of one subject; their order does not matter. */
  static Witnesses of(List<Sighting> sightings) {
    Witnesses witnesses = new Witnesses();
    Map<CaptureRef, List<Sighting>> said =
        sightings.stream().collect(Collectors.groupingBy(Sighting::ref));
    Map<String, List<CaptureRef>> sharing = new HashMap<>();
    said.forEach(
        (ref, seen) ->
            keys(ref, seen)
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
  private static List<String> keys(CaptureRef ref, List<Sighting> said) {
    List<String> keys = new ArrayList<>();
    keys.add("page " + ref.page());
    if (!ref.rawSha256().isEmpty()) {
      keys.add("bytes " + ref.rawSha256());
    }
    String url = ref.url();
    if (url != null) {
      keys.add("url " + plain(url));
    }
    long values = said.stream().filter(each -> each.observation().isValue()).count();
    String content = said.isEmpty() ? "" : said.get(0).content();
    if (!content.isEmpty() && values >= LEAST_SAID) {
      keys.add("content " + content);
    }
    return keys;
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
