package dev.unglue.model.field;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often readings were right, measured on pages whose truth is known.
 *
 * @param byMethod by method, then by attribute: the share that was right, 0..1; {@link #ANY} for
 *     attributes of which too little was seen; empty where nothing was measured
 */
public record MeasuredConfidence(Map<String, Map<String, Double>> byMethod) {
  /** Stands for every attribute. */
  public static final String ANY = "any";

  /** Nothing was measured. */
  public static final MeasuredConfidence NONE = new MeasuredConfidence(Map.of());

  /** Copies the maps, sorted. */
  public MeasuredConfidence {
    Map<String, Map<String, Double>> copy = new TreeMap<>();
    byMethod.forEach(
        (method, shares) -> copy.put(method, Collections.unmodifiableMap(new TreeMap<>(shares))));
    byMethod = Collections.unmodifiableMap(copy);
  }

  /** The share of right readings; empty for a method that was never measured. */
  public OptionalDouble of(String attribute, String method) {
    Map<String, Double> shares = byMethod.getOrDefault(method, Map.of());
    Double share = shares.getOrDefault(attribute, shares.get(ANY));
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
  }
}
