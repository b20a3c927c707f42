package dev.unglue.split.evidence;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import java.util.List;
import java.util.stream.Stream;

/** What a catalogue knows of names: its closed lists, and the learned weights. */
public final class NameKnowledge {
  private static final String PREFIXES = "name-prefixes";

  private NameKnowledge() {}

  /** The shape of names, counted over the closed lists of all attributes that are names. */
  public static NameShape shape(Catalogue catalogue) {
    List<String> names =
        catalogue.attributes().values().stream()
            .filter(attribute -> attribute.type() == CellType.NAME)
            .map(Attribute::lexicon)
            .flatMap(Stream::ofNullable)
            .distinct()
            .flatMap(list -> catalogue.lexicon().getOrDefault(list, List.of()).stream())
            .toList();
    return new NameShape(
        new LearnedWeights(catalogue.weights()), NameStats.of(names), catalogue.names(PREFIXES));
  }
}
