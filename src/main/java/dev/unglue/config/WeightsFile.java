package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code weights.yaml}, which a command writes: {@code evidence: {SOURCE.agrees: number,
 * SOURCE.differs: number}}, {@code names: {FEATURE: number}} and {@code open: {FEATURE: number}}.
 */
final class WeightsFile {
  static final String NAME = "weights.yaml";

  /** Parts of the file; the keys of the last begin with {@link Catalogue#OPEN} in a catalogue. */
  private static final List<String> PARTS = List.of("evidence", "names", "open");

  private WeightsFile() {}

  /** The learned weights: the program has some for folders without the file. */
  static Map<String, Double> read(ConfigFiles files) {
    Map<String, Double> weights = new TreeMap<>();
    YamlNode root = files.yaml(NAME);
    for (String part : PARTS) {
      String begin = part.equals("open") ? Catalogue.OPEN : "";
      root.map(part)
          .entries(YamlNode::asDecimal)
          .forEach((feature, weight) -> weights.put(begin + feature, weight.doubleValue()));
    }
    root.noOtherKeys();
    return weights;
  }
}
