package dev.unglue.split;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.Steps;
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
import java.util.ArrayList;
import java.util.Comparator;
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
  private final double cellLost;
  private final Steps steps;

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
    this(sources, cellLost, Steps.NONE);
  }

  private Splitter(List<Evidence> sources, double cellLost, Steps steps) {
    this.sources = List.copyOf(sources);
    this.cellLost = cellLost;
    this.steps = steps;
  }

  /** The same, which counts what it tries and weighs. */
  public Splitter counting(Steps counted) {
    return new Splitter(sources, cellLost, counted);
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
    AskedEvidence evidence = new AskedEvidence(sources, question, steps);
    for (CellForm form : question.forms()) {
      Listing listing =
          new Enumerator(question, form, steps).list(question.columns(), evidence::grown);
      if (!listing.readings().isEmpty()) {
        return ranked(evidence, listing.readings());
      }
    }
    return List.of();
  }

  private static List<WeighedReading> ranked(AskedEvidence evidence, List<List<Cell>> readings) {
    return readings.stream()
        .map(reading -> new WeighedReading(reading, evidence.weigh(reading)))
        .sorted(Comparator.comparingDouble(WeighedReading::weight).reversed())
        .toList();
  }

  /** Answers one question. Pure and total: any text gets an answer. */
  public Split split(Question question) {
    AskedEvidence evidence = new AskedEvidence(sources, question, steps);
    List<Enumerator> forms =
        question.forms().stream().map(form -> new Enumerator(question, form, steps)).toList();
    for (Enumerator form : forms) {
      Listing listing = form.list(question.columns(), evidence::grown);
      if (!listing.readings().isEmpty()) {
        return split(question, form, listing, evidence);
      }
    }
    return forms.stream()
        .flatMap(form -> fewer(question, form, evidence).stream())
        .findFirst()
        .orElseGet(() -> impossible(question));
  }

  private static Split impossible(Question question) {
    return new Split.Impossible(
        "expected %d cells, found none that fit in \"%s\""
            .formatted(question.columns(), CodePoints.cut(question.text().text(), 80)));
  }

  private Split split(Question question, Enumerator form, Listing listing, AskedEvidence evidence) {
    List<Cell> first = listing.readings().get(0);
    boolean only = listing.readings().size() == 1;
    if (only && (first.stream().anyMatch(Cell::isMissing) || !mayBeOne(question, form.form()))) {
      return unique(question, first);
    }
    List<WeighedReading> ranked = ranked(evidence, listing.readings());
    List<Cell> whole = whole(question, form, ranked.get(0).weight(), evidence);
    if (only && whole.isEmpty()) {
      return unique(question, first);
    }
    double lost =
        whole.isEmpty() ? 0 : Math.exp(cellLost + evidence.weigh(whole) - ranked.get(0).weight());
    return decide(question, listing.all(), ranked, lost, evidence);
  }

  /**
   * The reading that all of the text is one cell, and the others left no trace. A free text always
   * allows it; any other only where a cut makes odd numbers of a good one: 1 and 6,123 of 16,123.
   */
  private static List<Cell> whole(
      Question question, Enumerator enumerator, double best, AskedEvidence evidence) {
    CellForm form = enumerator.form();
    String text = question.text().text();
    if (form.isFree()) {
      return List.of(new Cell(0, text.length(), text, form.read(text)));
    }
    if (best >= 0 || !mayBeOne(question, form)) {
      return List.of();
    }
    return enumerator.list(1, evidence::grown).readings().stream()
        .filter(cells -> evidence.weigh(cells) > best)
        .findFirst()
        .orElse(List.of());
  }

  private static boolean mayBeOne(Question question, CellForm form) {
    return form.isFree() || !form.read(question.text().text()).isEmpty();
  }

  /** The only reading there is: no evidence is asked. */
  private static Split unique(Question question, List<Cell> cells) {
    return new Split.Decided(
        UNIQUE, List.of(new Reading(slices(question.text(), cells), 1, Map.of())));
  }

  private static Split decide(
      Question question,
      long all,
      List<WeighedReading> ranked,
      double lost,
      AskedEvidence evidence) {
    if (lost > 1) {
      return new Split.TooFew(List.of(question.text()));
    }
    double best = ranked.get(0).weight();
    double total = lost + ranked.stream().mapToDouble(r -> Math.exp(r.weight() - best)).sum();
    List<Reading> readings = new ArrayList<>();
    for (WeighedReading each : ranked.subList(0, Math.min(KEPT, ranked.size()))) {
      double probability = Math.exp(each.weight() - best) / total;
      readings.add(
          new Reading(
              slices(question.text(), each.cells()), probability, evidence.of(each.cells())));
    }
    return readings.get(0).probability() < question.threshold()
        ? new Split.Ambiguous(readings, all)
        : new Split.Decided(decisive(readings), readings);
  }

  /**
   * The source that decided: the most trusted of those that by themselves set the best reading well
   * apart from the next, else the one that sets it furthest apart.
   */
  private static String decisive(List<Reading> ranked) {
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

  /** Fewer cells than columns, but every one well-formed: some cell left no trace. */
  private static Optional<Split> fewer(Question question, Enumerator form, AskedEvidence evidence) {
    for (int columns = question.columns() - 1; columns >= 1; columns--) {
      List<List<Cell>> readings = form.list(columns, evidence::grown).readings();
      if (readings.size() == 1) {
        return Optional.of(
            new Split.TooFew(
                readings.get(0).stream()
                    .map(cell -> question.text().slice(cell.start(), cell.end()))
                    .toList()));
      }
    }
    return Optional.empty();
  }

  /** The cells with their parts, which are read once. */
  private static List<Slice> slices(SourceText row, List<Cell> cells) {
    return cells.stream()
        .map(c -> new Slice(c.text(), row.slice(c.start(), c.end()).span(), c.parts()))
        .toList();
  }
}
