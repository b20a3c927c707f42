package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.MeasuredConfidence;
import java.util.Map;
import java.util.Set;

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
    return root.whole(
        new MeasuredConfidence(root.map("methods").entries(node -> shares(node, attributes))));
  }

  private static Map<String, Double> shares(YamlNode method, Set<String> attributes) {
    method
        .entries()
        .forEach(
            (attribute, node) -> {
              if (!attribute.equals(MeasuredConfidence.ANY) && !attributes.contains(attribute)) {
                String expected = "expected an attribute of attributes.yaml or any";
                node.unknown(expected, attribute, attributes);
              }
            });
    return method.entries(ConfidenceFile::share);
  }

  private static double share(YamlNode node) {
    int right = node.integer("right");
    int of = node.integer("of");
    String message = "expected right from 0 to of, found %d of %d".formatted(right, of);
    node.expect(right >= 0 && right <= of, message);
    return node.whole(node.required("confidence", "a number").asProbability());
  }
}
