package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MeasuredConfidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files that commands write: {@code weights.yaml} and {@code confidence.yaml}. */
final class LearnedFiles {
  static final String WEIGHTS = "weights.yaml";

  /** Parts of the file; the keys of the last begin with {@link Catalogue#OPEN} in a catalogue. */
  private static final List<String> PARTS = List.of("evidence", "names", "open");

  private LearnedFiles() {}

  /**
   * The learned weights, {@code evidence: {SOURCE.agrees: number, SOURCE.differs: number}}, {@code
   * names: {FEATURE: number}} and {@code open: {FEATURE: number}}; the program has some for folders
   * without the file.
   */
  static Map<String, Double> weights(ConfigFiles files) {
    Map<String, Double> weights = new TreeMap<>();
    YamlNode root = files.yaml(WEIGHTS);
    for (String part : PARTS) {
      String begin = part.equals("open") ? Catalogue.OPEN : "";
      root.map(part)
          .entries(YamlNode::asDecimal)
          .forEach((feature, weight) -> weights.put(begin + feature, weight.doubleValue()));
    }
    root.noOtherKeys();
    return weights;
  }

  /**
   * The measured confidence, {@code methods: {METHOD: {ATTRIBUTE: ...}}}; none where the file is
   * absent: readings then carry the probability that the weights give them.
   */
  static MeasuredConfidence confidence(ConfigFiles files, Set<String> attributes) {
    YamlNode root = files.optionalYaml("confidence.yaml");
    return root.whole(
        new MeasuredConfidence(root.map("methods").entries(node -> shares(node, attributes))));
  }

  private static Map<String, Double> shares(YamlNode method, Set<String> attributes) {
    String expected = "expected an attribute of attributes.yaml or any";
    method
        .entries()
        .forEach(
            (id, node) -> {
              if (!id.equals(MeasuredConfidence.ANY)) {
                node.expectKnown(expected, id, attributes);
              }
            });
    return method.entries(LearnedFiles::share);
  }

  private static double share(YamlNode node) {
    int right = node.integer("right");
    int of = node.integer("of");
    String message = "expected right from 0 to of, found " + right + " of " + of;
    node.expect(right >= 0 && right <= of, message);
    return node.whole(node.required("confidence", "a number").asProbability());
  }
}
