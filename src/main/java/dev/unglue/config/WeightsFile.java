package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code weights.yaml}, which a command writes: {@code evidence: {SOURCE.agrees: number,
 * SOURCE.differs: number}}, {@code names: {FEATURE: number}} and {@code open: {FEATURE: number}}.
 */
final class WeightsFile {
  private static final String NAME = "weights.yaml";

  /** Parts of the file, and what begins the keys of their weights in a catalogue. */
  private static final Map<String, String> PARTS =
      Map.of("evidence", "", "names", "", "open", Catalogue.OPEN);

  private WeightsFile() {}

  /**
   * The learned weights; none where the file is absent: names, and rows of tables whose labels
   * nobody knows, are then left open.
   */
  static Map<String, Double> read(ConfigFiles files) {
    Map<String, Double> weights = new TreeMap<>();
    if (files.has(NAME)) {
      YamlNode root = files.yaml(NAME);
      new TreeMap<>(PARTS)
          .forEach(
              (part, begin) ->
                  root.map(part)
                      .entries()
                      .forEach(
                          (feature, node) ->
                              weights.put(begin + feature, node.asDecimal().doubleValue())));
      root.noOtherKeys();
    }
    return weights;
  }
}
