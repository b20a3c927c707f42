package dev.unglue.split;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Enumerator;
import dev.unglue.split.candidate.Enumerator.Listing;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.candidate.WeighedReading;
import dev.unglue.split.evidence.ClosedList;
import dev.unglue.split.evidence.DecisionEvidence;
import dev.unglue.split.evidence.EqualCells;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.evidence.KnownValues;
import dev.unglue.split.evidence.LearnedWeights;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.split.evidence.NumberEvidence;
import dev.unglue.split.evidence.OtherPages;
import dev.unglue.split.evidence.SeenApart;
import dev.unglue.text.CodePoints;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a row's joined text into its cells, or says honestly that it cannot.
 *
 * <p>Every well-formed reading is listed; where more than one remains each source of {@link
 * Evidence} weighs them; the weights make probabilities, and a reading is decided when its
 * probability reaches the threshold of its attribute.
 */
public final class Splitter {
  private static final String UNIQUE = "unique";
  private static final String PROSE = "prose";
  private static final String OTHER_TABLE = "other_table";

  /** Readings that are kept as candidates of an ambiguous cell. */
  static final int KEPT = 8;

  /** Weight by which one source alone sets two readings well apart: ten to one. */
  private static final double DECISIVE = 2.3;

  /** The sources whose weights are learned from pages; see {@link LearnedWeights#says}. */
  public static final List<String> LEARNED =
      List.of(
          PROSE,
          OTHER_TABLE,
          NumberEvidence.DERIVED,
          SeenApart.NAME,
          NumberEvidence.TYPICAL,
          NumberEvidence.SOFT_RANGE);

  private final List<Evidence> sources;
  private final List<Evidence> byName;
  private final double cellLost;

  /**
   * A splitter that asks these sources, the most trusted first; the order tells which of them is
   * named as the method, never what is decided.
   */
  public Splitter(List<Evidence> sources) {
    this(sources, 0);
  }

  /**
   * The same.
   *
   * @param cellLost weight of the reading that a cell is missing without a trace: sites print a
   *     mark for a missing cell, so it is rare
   */
  public Splitter(List<Evidence> sources, double cellLost) {
    this.sources = List.copyOf(sources);
    this.byName = sources.stream().sorted(Comparator.comparing(Evidence::name)).toList();
    this.cellLost = cellLost;
  }

  /** A splitter with all sources: those of one page, and of other pages where they are asked. */
  public static Splitter standard(NameShape shape) {
    LearnedWeights learned = shape.weights();
    return new Splitter(
        List.of(
            new DecisionEvidence(),
            new KnownValues(PROSE, learned.says(PROSE)),
            new KnownValues(OTHER_TABLE, learned.says(OTHER_TABLE)),
            NumberEvidence.derived(learned.says(NumberEvidence.DERIVED)),
            new OtherPages(),
            new ClosedList(learned.single("listed")),
            new SeenApart(learned.says(SeenApart.NAME)),
            new EqualCells(learned.single("equal")),
            NumberEvidence.typical(learned.says(NumberEvidence.TYPICAL)),
            NumberEvidence.softRange(learned.says(NumberEvidence.SOFT_RANGE)),
            shape),
        shape.cellLost());
  }

  /** The sources that it asks, the most trusted first. */
  public List<Evidence> sources() {
    return sources;
  }

  /**
   * The readings of one question with their weights, best first: what {@link #split} decides
   * between. Empty where no form gives as many cells as there are columns.
   */
  public List<WeighedReading> readings(Question question) {
    for (CellForm form : question.forms()) {
      Listing listing = list(question, form, question.columns());
      if (!listing.readings().isEmpty()) {
        return listing.readings().stream()
            .map(reading -> new WeighedReading(reading, weigh(question, reading)))
            .sorted(Comparator.comparingDouble(WeighedReading::weight).reversed())
            .toList();
      }
    }
    return List.of();
  }

  /** Answers one question. Pure and total: any text gets an answer. */
  public Split split(Question question) {
    List<Evidence> asked = sources.stream().map(Evidence::ofOneQuestion).toList();
    return new Splitter(asked, cellLost).answer(question);
  }

  private Split answer(Question question) {
    for (CellForm form : question.forms()) {
      Optional<Split> answer = split(question, form);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return question.forms().stream()
        .flatMap(form -> fewer(question, form).stream())
        .findFirst()
        .orElseGet(() -> impossible(question));
  }

  private static Split impossible(Question question) {
    return new Split.Impossible(
        "expected %d cells, found none that fit in \"%s\""
            .formatted(question.columns(), CodePoints.cut(question.text().text(), 80)));
  }

  private Optional<Split> split(Question question, CellForm form) {
    Listing listing = list(question, form, question.columns());
    if (listing.readings().isEmpty()) {
      return Optional.empty();
    }
    List<Cell> first = listing.readings().get(0);
    List<Cell> whole = whole(question, form, listing.readings());
    if (listing.readings().size() == 1
        && (whole.isEmpty() || first.stream().anyMatch(Cell::isMissing))) {
      return Optional.of(unique(question, first));
    }
    List<Weighed> ranked =
        listing.readings().stream()
            .map(cells -> weighed(question, cells))
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .toList();
    double lost =
        whole.isEmpty() ? 0 : Math.exp(cellLost + weigh(question, whole) - ranked.get(0).weight());
    return Optional.of(decide(question, listing.all(), ranked, lost));
  }

  /**
   * The reading that all of the text is one cell, and the others left no trace. A free text always
   * allows it; any other only where a cut makes odd numbers of a good one: 1 and 6,123 of 16,123.
   */
  private List<Cell> whole(Question question, CellForm form, List<List<Cell>> readings) {
    String text = question.text().text();
    if (form.isFree()) {
      return List.of(new Cell(0, text.length(), text, form.read(text)));
    }
    if (form.read(text).isEmpty()) {
      return List.of();
    }
    double best = readings.stream().mapToDouble(cells -> weigh(question, cells)).max().orElse(0);
    return best >= 0
        ? List.of()
        : list(question, form, 1).readings().stream()
            .filter(cells -> weigh(question, cells) > best)
            .findFirst()
            .orElse(List.of());
  }

  private Listing list(Question question, CellForm form, int columns) {
    return new Enumerator(question, form).list(columns, cells -> weigh(question, cells));
  }

  /** The only reading there is: no evidence is asked. */
  private static Split unique(Question question, List<Cell> cells) {
    Weighed only = new Weighed(cells, Map.of(), 0);
    return new Split.Decided(UNIQUE, List.of(only.toReading(question.text(), 0, 1)));
  }

  private Split decide(Question question, long all, List<Weighed> ranked, double lost) {
    double best = ranked.get(0).weight();
    double total = lost + ranked.stream().mapToDouble(r -> Math.exp(r.weight() - best)).sum();
    List<Reading> readings =
        ranked.stream().limit(KEPT).map(r -> r.toReading(question.text(), best, total)).toList();
    if (lost > 1) {
      return new Split.TooFew(List.of(question.text()));
    }
    double probability = readings.get(0).probability();
    return probability < question.threshold()
        ? new Split.Ambiguous(readings, all)
        : new Split.Decided(decisive(ranked), readings);
  }

  /**
   * The source that decided: the most trusted of those that by themselves set the best reading well
   * apart from the next, else the one that sets it furthest apart.
   */
  private static String decisive(List<Weighed> ranked) {
    Map<String, Double> first = ranked.get(0).evidence();
    Map<String, Double> second = ranked.size() > 1 ? ranked.get(1).evidence() : Map.of();
    String decisive = UNIQUE;
    double widest = 0;
    for (Map.Entry<String, Double> source : first.entrySet()) {
      double margin = source.getValue() - second.getOrDefault(source.getKey(), 0.0);
      if (margin >= DECISIVE) {
        return source.getKey();
      }
      if (margin > widest) {
        widest = margin;
        decisive = source.getKey();
      }
    }
    return decisive;
  }

  private double weigh(Question question, List<Cell> cells) {
    return byName.stream().mapToDouble(source -> source.weigh(question, cells)).sum();
  }

  private Weighed weighed(Question question, List<Cell> cells) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (Evidence source : sources) {
      evidence.put(source.name(), source.weigh(question, cells));
    }
    // By name, so that the order of the sources does not change the last digit.
    double weight =
        byName.stream().mapToDouble(source -> evidence.getOrDefault(source.name(), 0.0)).sum();
    return new Weighed(cells, evidence, weight);
  }

  /** Fewer cells than columns, but every one well-formed: some cell left no trace. */
  private Optional<Split> fewer(Question question, CellForm form) {
    for (int columns = question.columns() - 1; columns >= 1; columns--) {
      List<List<Cell>> readings = list(question, form, columns).readings();
      if (readings.size() == 1) {
        return Optional.of(
            new Split.TooFew(new Weighed(readings.get(0), Map.of(), 0).texts(question.text())));
      }
    }
    return Optional.empty();
  }

  private record Weighed(List<Cell> cells, Map<String, Double> evidence, double weight) {
    List<SourceText> texts(SourceText row) {
      return cells.stream().map(cell -> row.slice(cell.start(), cell.end())).toList();
    }

    /** The cells with their parts, which are read once. */
    private List<Slice> slices(SourceText row) {
      return cells.stream()
          .map(c -> new Slice(c.text(), row.slice(c.start(), c.end()).span(), c.parts()))
          .toList();
    }

    Reading toReading(SourceText row, double best, double total) {
      return new Reading(slices(row), Math.exp(weight - best) / total, evidence);
    }
  }
}
