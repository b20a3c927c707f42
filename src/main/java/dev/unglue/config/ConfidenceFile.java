package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.MeasuredConfidence;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code confidence.yaml}: {@code methods: {METHOD: {ATTRIBUTE: ...}}}, which a command
 * writes.
 */
public final class ConfidenceFile {
  private static final String NAME = "confidence.yaml";

  private ConfidenceFile() {}

  /**
   * The measured confidence; none where the file is absent: readings then carry the probability
   * that the weights give them.
   */
  static MeasuredConfidence read(ConfigFiles files, Set<String> attributes) {
    if (!files.has(NAME)) {
      return MeasuredConfidence.NONE;
    }
    YamlNode root = files.yaml(NAME);
    Map<String, Map<String, Double>> byMethod = new TreeMap<>();
    root.map("methods")
        .entries()
        .forEach((method, node) -> byMethod.put(method, shares(node.asMap(), attributes)));
    root.noOtherKeys();
    return new MeasuredConfidence(byMethod);
  }

  private static Map<String, Double> shares(YamlNode method, Set<String> attributes) {
    Map<String, Double> shares = new TreeMap<>();
    method
        .entries()
        .forEach(
            (attribute, node) -> {
              if (!attribute.equals(MeasuredConfidence.ANY) && !attributes.contains(attribute)) {
                node.unknown(
                    "expected an attribute of attributes.yaml or any", attribute, attributes);
              }
              shares.put(attribute, share(node));
            });
    return shares;
  }

  private static double share(YamlNode node) {
    int right = node.integer("right");
    int of = node.integer("of");
    if (right < 0 || right > of) {
      node.problem("expected right from 0 to of, found %d of %d".formatted(right, of));
    }
    double confidence = node.required("confidence", "a number").asProbability();
    node.noOtherKeys();
    return confidence;
  }
}
