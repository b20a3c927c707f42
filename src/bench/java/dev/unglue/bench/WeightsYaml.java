package dev.unglue.bench;

import dev.unglue.model.field.Catalogue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes learned weights as {@code config/weights.yaml} has them. */
final class WeightsYaml {
  private static final String HEAD =
      """
      # Learned weights of the evidence for a reading (logarithms). Not to be edited by hand.
      # Made from the name lists in lexicon/ and pages made of them, by:
      #   %s
      # names: the features of a cut between two names. cut:X_Y is the kind of character before and
      # after the cut; ATTRIBUTE/FEATURE is what the names of one attribute add to the weight that
      # holds for all. evidence: what each source says of a cell that agrees with it, or differs.
      # open: what is seen of a row of a table whose labels nobody knows, learned by --learn-rows from
      # whole tables of many kinds. blank.X_Y and glue.X_Y: what stands around the end of a cell; label,
      # cell, header, pair (of cells side by side); text and number: cells of a column; compared: where
      # things are compared; columns: how many columns there are.
      """;

  private WeightsYaml() {}

  /** The whole file. */
  static String of(Map<String, Double> learned) {
    Set<String> sources = EvidenceLearner.keys();
    Map<String, Double> evidence = new TreeMap<>();
    Map<String, Double> names = new TreeMap<>();
    Map<String, Double> open = new TreeMap<>();
    learned.forEach(
        (key, weight) -> {
          if (key.startsWith(Catalogue.OPEN)) {
            open.put(key.substring(Catalogue.OPEN.length()), weight);
          } else {
            (sources.contains(key) ? evidence : names).put(key, weight);
          }
        });
    return HEAD.formatted(BenchMain.command("--learn config/weights.yaml"))
        + section("evidence", evidence)
        + section("names", names)
        + section("open", open);
  }

  private static String section(String key, Map<String, Double> weights) {
    StringBuilder text = new StringBuilder(key).append(":\n");
    weights.forEach((name, weight) -> text.append("  %s: %s\n".formatted(name, weight)));
    return text.toString();
  }
}
