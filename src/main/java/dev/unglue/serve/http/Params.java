package dev.unglue.serve.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The named texts of a query or a form, in the order in which they came.
 *
 * @param texts by name; a name may have several
 */
public record Params(Map<String, List<String>> texts) {
  public static final Params NONE = new Params(Map.of());

  /** Copies the texts. */
  public Params {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    texts.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    texts = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads {@code a=b&c=d}; blank values count as absent.
   *
   * @throws IllegalArgumentException if it is not encoded as addresses are
   */
  public static Params parse(String encoded) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String part : encoded.split("&")) {
      int equals = part.indexOf('=');
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
      if (!value.isBlank()) {
        String name = decoded(part.substring(0, equals));
        texts.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new Params(texts);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The first text of that name; empty where there is none. */
  public String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** All texts of that name. */
  public List<String> all(String name) {
    return texts.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  /** The number of that name, held between two; {@code usual} where it is absent or no number. */
  public int number(String name, int usual, int least, int most) {
    String text = first(name);
    return text.matches("\\d{1,9}")
        ? Math.max(least, Math.min(most, Integer.parseInt(text)))
        : usual;
  }

  /** The same with one text of that name; without it where the text is empty. */
  public Params with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(texts);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return new Params(changed);
  }

  /** As it stands behind the question mark of an address. */
  public String encoded() {
    return texts.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  /** As a part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
