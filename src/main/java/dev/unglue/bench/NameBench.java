package dev.unglue.bench;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.CellForm;
import dev.unglue.model.CellType;
import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.Hints;
import dev.unglue.split.NameShape;
import dev.unglue.split.NameStats;
import dev.unglue.split.NameWeights;
import dev.unglue.split.Question;
import dev.unglue.split.Split;
import dev.unglue.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How well two names that have run together are told apart, for names that neither the lists nor
 * the weights have seen: half of the closed lists is learned from, the other half is asked.
 */
public final class NameBench {
  private static final int PAIRS = 2_000;
  private static final String PREFIXES = "name-prefixes";

  private final Catalogue catalogue;
  private final Set<String> prefixes;
  private final Supplier<RandomGenerator> chance;

  /**
   * A benchmark over the closed lists of {@code catalogue}.
   *
   * @param chance gives generators that draw the pairs, each time the same one
   */
  public NameBench(Catalogue catalogue, Supplier<RandomGenerator> chance) {
    this.catalogue = catalogue;
    this.chance = chance;
    this.prefixes =
        catalogue.lexicon().getOrDefault(PREFIXES, List.of()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What became of the pairs of one attribute.
   *
   * @param attribute id of the attribute
   * @param method who did it: {@code unglue}, or a way that a user would try
   * @param right share that was cut right, 0..1
   * @param wrong share that was cut wrong, 0..1
   * @param ambiguous share that was left open, 0..1
   */
  public record Line(
      String attribute, String method, double right, double wrong, double ambiguous) {}

  /** The weights, learned from all names of the closed lists. */
  public NameWeights learn() {
    return learner(names(List.of(0, 1))).learn();
  }

  /** The shares for each attribute that is a name. */
  public List<Line> measure() {
    Map<String, List<String>> known = names(List.of(0));
    NameWeights weights = learner(known).learn();
    List<String> all = known.values().stream().flatMap(List::stream).distinct().toList();
    Splitter splitter = Splitter.standard(new NameShape(weights, NameStats.of(all), prefixes));
    List<Line> lines = new ArrayList<>();
    names(List.of(1))
        .forEach(
            (id, names) -> {
              Attribute attribute = catalogue.attributes().get(id);
              if (attribute != null) {
                lines.addAll(measure(attribute, names, splitter));
              }
            });
    return lines;
  }

  private NameLearner learner(Map<String, List<String>> known) {
    Attribute any =
        catalogue.attributes().values().stream()
            .filter(attribute -> attribute.type() == CellType.NAME)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the catalogue has no names"));
    return new NameLearner(known, prefixes, CellForms.of(any, catalogue), chance.get());
  }

  /** The names of each attribute that belong to one of these halves. */
  private Map<String, List<String>> names(List<Integer> halves) {
    Map<String, List<String>> names = new TreeMap<>();
    for (Attribute attribute : catalogue.attributes().values()) {
      String lexicon = attribute.lexicon();
      if (attribute.type() == CellType.NAME && lexicon != null) {
        names.put(
            attribute.id(),
            catalogue.lexicon().getOrDefault(lexicon, List.of()).stream()
                .filter(name -> halves.contains(Math.floorMod(name.hashCode() / 7, 2)))
                .toList());
      }
    }
    return names;
  }

  private List<Line> measure(Attribute attribute, List<String> names, Splitter splitter) {
    Score ours = new Score();
    Score byCase = new Score();
    Score byHalf = new Score();
    RandomGenerator random = chance.get();
    for (int i = 0; i < PAIRS; i++) {
      String left = names.get(random.nextInt(names.size()));
      String right = names.get(random.nextInt(names.size()));
      ours.add(cut(attribute, left + right, splitter), left, right);
      byCase.add(Baselines.caseChange(left + right), left, right);
      byHalf.add(Baselines.halves(left + right), left, right);
    }
    return List.of(
        ours.line(attribute.id(), "unglue"),
        byCase.line(attribute.id(), "case change"),
        byHalf.line(attribute.id(), "halves"));
  }

  private List<String> cut(Attribute attribute, String text, Splitter splitter) {
    CellForm form = CellForms.of(attribute, catalogue);
    Question question =
        new Question(
            SourceText.verbatim(text, 0),
            Join.GLUED,
            2,
            List.of(attribute),
            List.of(form),
            catalogue.missingMarks(),
            Hints.NONE);
    Split split = splitter.split(question);
    return split.match(
        decided -> decided.cells().stream().map(SourceText::text).toList(),
        ambiguous -> List.of(),
        few -> List.of(),
        impossible -> List.of());
  }

  private static final class Score {
    private int right;
    private int wrong;
    private int open;

    void add(List<String> cells, String left, String right) {
      if (cells.isEmpty()) {
        open++;
      } else if (cells.equals(List.of(left, right))) {
        this.right++;
      } else {
        wrong++;
      }
    }

    Line line(String attribute, String method) {
      double all = right + wrong + open;
      return new Line(attribute, method, right / all, wrong / all, open / all);
    }
  }
}
