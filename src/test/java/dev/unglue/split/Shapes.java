package dev.unglue.split;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Catalogue;
import dev.unglue.split.evidence.LearnedWeights;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.split.evidence.NameStats;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The shape of names as the project has learned it. */
public final class Shapes {
  public static final NameShape LEARNED = learned();

  private Shapes() {}

  private static NameShape learned() {
    Catalogue catalogue = ConfigFolder.load(Path.of("config")).catalogue();
    Set<String> names = new HashSet<>();
    for (String list : List.of("companies", "colleges", "majors", "industries")) {
      names.addAll(catalogue.lexicon().getOrDefault(list, List.of()));
    }
    Set<String> prefixes = new HashSet<>();
    catalogue
        .lexicon()
        .getOrDefault("name-prefixes", List.of())
        .forEach(prefix -> prefixes.add(prefix.toLowerCase(Locale.ROOT)));
    return new NameShape(new LearnedWeights(catalogue.weights()), NameStats.of(names), prefixes);
  }
}
