package dev.unglue.split;

import dev.unglue.model.CellForm;
import dev.unglue.model.Reading;
import dev.unglue.model.Slice;
import dev.unglue.model.SourceText;
import dev.unglue.split.Enumerator.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a row's joined text into its cells, or says honestly that it cannot (design, section 3).
 *
 * <p>Every well-formed reading is listed; where more than one remains each source of {@link
 * Evidence} weighs them; the weights make probabilities, and a reading is decided when its
 * probability reaches the threshold of its attribute.
 */
public final class Splitter {
  /** Readings that are kept as candidates of an ambiguous cell. */
  static final int KEPT = 8;

  /** Weight by which one source alone sets two readings well apart: ten to one. */
  private static final double DECISIVE = 2.3;

  /** Some page may have printed a name cut short or in the wrong row; a list is read by people. */
  private static final double SEEN_APART = 0.8;

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
   * @param cellLost weight of the reading that a cell is missing without a trace, which a free text
   *     always allows: sites print a mark for a missing cell, so it is rare
   */
  public Splitter(List<Evidence> sources, double cellLost) {
    this.sources = List.copyOf(sources);
    this.byName = sources.stream().sorted(Comparator.comparing(Evidence::name)).toList();
    this.cellLost = cellLost;
  }

  /** A splitter with all the sources that one page offers. */
  public static Splitter standard(NameShape shape) {
    return new Splitter(
        List.of(
            new KnownValues("prose", 6, -6),
            new KnownValues("other_table", 6, -6),
            new Derived(6, -6),
            new ClosedList(shape.weights().single("listed")),
            new EqualCells(shape.weights().single("equal")),
            new UsualValues(-3, -4.5),
            shape),
        shape.cellLost());
  }

  /** A splitter that asks other pages too, for rows that one page alone leaves in doubt. */
  public static Splitter acrossPages(NameShape shape) {
    double listed = shape.weights().single("listed");
    return new Splitter(
        List.of(
            new KnownValues("prose", 6, -6),
            new KnownValues("other_table", 6, -6),
            new Derived(6, -6),
            new OtherPages(),
            new ClosedList(listed),
            new SeenApart(SEEN_APART * listed),
            new EqualCells(shape.weights().single("equal")),
            new UsualValues(-3, -4.5),
            shape),
        shape.cellLost());
  }

  /**
   * The readings of one question with their weights, best first: what {@link #split} decides
   * between. Empty where no form gives as many cells as there are columns.
   */
  public List<WeighedReading> readings(Question question) {
    for (CellForm form : question.forms()) {
      List<List<Cell>> cells =
          new Enumerator(question, form)
              .list(question.columns(), reading -> weigh(question, reading))
              .readings();
      if (!cells.isEmpty()) {
        return cells.stream()
            .map(reading -> new WeighedReading(reading, weigh(question, reading)))
            .sorted(Comparator.comparingDouble(WeighedReading::weight).reversed())
            .toList();
      }
    }
    return List.of();
  }

  /** Answers one question. Pure and total: any text gets an answer. */
  public Split split(Question question) {
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
            .formatted(question.columns(), shorten(question.text().text())));
  }

  private static String shorten(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  private Optional<Split> split(Question question, CellForm form) {
    Listing listing =
        new Enumerator(question, form).list(question.columns(), cells -> weigh(question, cells));
    if (listing.readings().isEmpty()) {
      return Optional.empty();
    }
    List<Weighed> ranked =
        listing.readings().stream()
            .map(cells -> weighed(question, cells))
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .toList();
    boolean single = ranked.size() == 1 && (!form.isFree() || ranked.get(0).hasMissing());
    double lost = form.isFree() && !single ? Math.exp(cellLost - ranked.get(0).weight()) : 0;
    return Optional.of(decide(question, listing.all(), ranked, single, lost));
  }

  private Split decide(
      Question question, long all, List<Weighed> ranked, boolean single, double lost) {
    double best = ranked.get(0).weight();
    double total = lost + ranked.stream().mapToDouble(r -> Math.exp(r.weight() - best)).sum();
    List<Reading> readings =
        ranked.stream().limit(KEPT).map(r -> r.toReading(question.text(), best, total)).toList();
    if (lost > 1) {
      return new Split.TooFew(List.of(question.text()));
    }
    double probability = readings.get(0).probability();
    if (!single && probability < question.threshold()) {
      return new Split.Ambiguous(readings, all);
    }
    return new Split.Decided(
        ranked.get(0).texts(question.text()),
        single ? "unique" : decisive(ranked),
        probability,
        readings);
  }

  /**
   * The source that decided: the most trusted of those that by themselves set the best reading well
   * apart from the next, else the one that sets it furthest apart.
   */
  private static String decisive(List<Weighed> ranked) {
    Map<String, Double> first = ranked.get(0).evidence();
    Map<String, Double> second = ranked.size() > 1 ? ranked.get(1).evidence() : Map.of();
    String decisive = "unique";
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
      List<List<Cell>> readings =
          new Enumerator(question, form).list(columns, cells -> weigh(question, cells)).readings();
      if (readings.size() == 1) {
        return Optional.of(
            new Split.TooFew(new Weighed(readings.get(0), Map.of(), 0).texts(question.text())));
      }
    }
    return Optional.empty();
  }

  private record Weighed(List<Cell> cells, Map<String, Double> evidence, double weight) {
    boolean hasMissing() {
      return cells.stream().anyMatch(Cell::isMissing);
    }

    List<SourceText> texts(SourceText row) {
      List<SourceText> texts = new ArrayList<>();
      cells.forEach(cell -> texts.add(row.slice(cell.start(), cell.end())));
      return texts;
    }

    Reading toReading(SourceText row, double best, double total) {
      List<Slice> slices = texts(row).stream().map(Slice::of).toList();
      return new Reading(slices, Math.exp(weight - best) / total, evidence);
    }
  }
}
