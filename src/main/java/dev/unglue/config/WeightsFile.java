package dev.unglue.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code weights.yaml}, which a command writes: {@code evidence: {SOURCE.agrees: number,
 * SOURCE.differs: number}} and {@code names: {FEATURE: number}}.
 */
final class WeightsFile {
  private static final String NAME = "weights.yaml";

  private final ConfigFiles files;

  WeightsFile(ConfigFiles files) {
    this.files = files;
  }

  /** The learned weights; none where the file is absent: names are then left open more often. */
  Map<String, Double> read() {
    Map<String, Double> weights = new TreeMap<>();
    if (files.has(NAME)) {
      YamlNode root = files.yaml(NAME);
      for (String part : List.of("evidence", "names")) {
        root.map(part)
            .entries()
            .forEach((feature, node) -> weights.put(feature, node.asDecimal().doubleValue()));
      }
      root.noOtherKeys();
    }
    return weights;
  }
}
