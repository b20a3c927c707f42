package dev.unglue.bench;

import dev.unglue.bench.page.NamePool;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.field.StatementForms;
import dev.unglue.normalize.CellForms;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Names that nothing was learned from: each closed list of names is parted, one half is known and
 * learned from, the other is asked.
 */
final class HeldOut {
  private static final String PREFIXES = "name-prefixes";
  private static final int PARTS = 4;

  private final Catalogue catalogue;
  private final StatementForms forms;
  private final Supplier<RandomGenerator> chance;

  /**
   * The lists of {@code catalogue}, parted.
   *
   * @param forms how the pages speak
   * @param chance gives generators that draw what is learned from, each time the same one
   */
  HeldOut(Catalogue catalogue, StatementForms forms, Supplier<RandomGenerator> chance) {
    this.catalogue = catalogue;
    this.forms = forms;
    this.chance = chance;
  }

  /**
   * All weights by key: learned from all names of the closed lists and pages made of them, those of
   * open tables as they are.
   */
  Map<String, Double> learn() {
    return learn(catalogue, open());
  }

  /** The catalogue as if only the known half of each list were known, its weights learned anew. */
  Catalogue known() {
    Catalogue half = withLists(catalogue, HeldOut::isKnown, catalogue.weights());
    return withLists(half, name -> true, learn(half, open()));
  }

  /** The weights of open tables, which names tell nothing of. */
  private Map<String, Double> open() {
    Map<String, Double> open = new TreeMap<>(catalogue.weights());
    open.keySet().removeIf(key -> !key.startsWith(Catalogue.OPEN));
    return open;
  }

  /** Pages made of the asked half. */
  NamePool asked() {
    return NamePool.bundled(catalogue, name -> !isKnown(name));
  }

  /**
   * Pages made of these names, those left out that the known half has.
   *
   * @param others by the name of their list
   */
  NamePool asked(Map<String, List<String>> others) {
    Map<String, List<String>> names = new TreeMap<>();
    for (Attribute attribute : catalogue.attributes().values()) {
      String lexicon = attribute.lexicon();
      List<String> list = others.getOrDefault(String.valueOf(lexicon), List.of());
      if (lexicon != null && attribute.type() == CellType.NAME && !list.isEmpty()) {
        Set<String> known =
            catalogue.lexicon().getOrDefault(lexicon, List.of()).stream()
                .filter(HeldOut::isKnown)
                .collect(Collectors.toSet());
        names.put(attribute.id(), list.stream().filter(name -> !known.contains(name)).toList());
      }
    }
    names.values().removeIf(List::isEmpty);
    return asked().with(names);
  }

  /**
   * Pages whose names are known in one half of all cases: as many known names as asked ones.
   *
   * @param first whether the first half of the asked names is taken, or the other
   */
  NamePool mixed(boolean first) {
    return NamePool.bundled(
        catalogue, name -> part(name) == (first ? 2 : 3) || part(name) == (first ? 0 : 1));
  }

  private static boolean isKnown(String name) {
    return part(name) < PARTS / 2;
  }

  private static int part(String name) {
    return Math.floorMod(name.hashCode() / 7, PARTS);
  }

  private static Catalogue withLists(
      Catalogue catalogue, Predicate<String> kept, Map<String, Double> weights) {
    Set<String> parted =
        catalogue.attributes().values().stream()
            .filter(attribute -> attribute.type() == CellType.NAME)
            .map(attribute -> String.valueOf(attribute.lexicon()))
            .collect(Collectors.toSet());
    Map<String, List<String>> lists = new LinkedHashMap<>();
    catalogue
        .lexicon()
        .forEach(
            (list, names) ->
                lists.put(
                    list, parted.contains(list) ? names.stream().filter(kept).toList() : names));
    return new Catalogue(
        catalogue.kind(),
        catalogue.missingMarks(),
        catalogue.attributes(),
        lists,
        weights,
        MeasuredConfidence.NONE,
        catalogue.relations());
  }

  /**
   * What names and pages made of them teach one who can read open tables.
   *
   * @param open the weights of those, kept as they are
   */
  private Map<String, Double> learn(Catalogue from, Map<String, Double> open) {
    Map<String, Double> weights = new TreeMap<>(learnNames(from));
    weights.putAll(open);
    // What one half of the names teaches those who know the other: real pages bring new names.
    EvidenceLearner learner = new EvidenceLearner(forms, chance.get());
    for (int half = 0; half < 2; half++) {
      int known = half;
      learner.add(
          withLists(from, name -> Math.floorMod(name.hashCode(), 2) == known, weights),
          NamePool.bundled(from, name -> true));
    }
    weights.putAll(learner.learn());
    return weights;
  }

  private Map<String, Double> learnNames(Catalogue from) {
    Map<String, List<String>> names = new TreeMap<>();
    for (Attribute attribute : from.attributes().values()) {
      String lexicon = attribute.lexicon();
      if (attribute.type() == CellType.NAME && lexicon != null) {
        names.put(attribute.id(), from.lexicon().getOrDefault(lexicon, List.of()));
      }
    }
    Attribute any =
        from.attributes().values().stream()
            .filter(attribute -> names.containsKey(attribute.id()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the catalogue has no names"));
    Set<String> prefixes = new HashSet<>();
    from.lexicon()
        .getOrDefault(PREFIXES, List.of())
        .forEach(name -> prefixes.add(name.toLowerCase(Locale.ROOT)));
    return new NameLearner(names, prefixes, CellForms.of(any, from), chance.get()).learn();
  }
}
