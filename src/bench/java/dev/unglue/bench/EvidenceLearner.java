package dev.unglue.bench;

import static dev.unglue.split.evidence.LearnedWeights.agrees;
import static dev.unglue.split.evidence.LearnedWeights.differs;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.Flaws;
import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.bench.page.TrueLine;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import dev.unglue.page.PageParser;
import dev.unglue.reconcile.PageTrust;
import dev.unglue.split.HeaderSplitter;
import dev.unglue.split.Splitter;
import dev.unglue.split.WeighedReading;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.evidence.LearnedWeights;
import dev.unglue.split.evidence.NameShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Learns how much each source of evidence says, from pages whose truth is known: how much likelier
 * a cell of the true reading of a row is to agree with the source than a cell of another reading.
 *
 * <p>On one page in fifty a figure does not agree with the others, as on real ones, so that no
 * source is believed without reserve.
 */
final class EvidenceLearner {
  private static final int PAGES = 80;
  private static final int SUBJECTS = 40;
  private static final int PAGES_EACH = 4;
  private static final Flaws FLAWS = new Flaws(0, 0.02);

  /** How often title and address name the subjects of a header, and how often others. */
  private static final double TITLED = 0.9;

  private static final double MISTITLED = 0.02;

  /** Share of the names that other pages keep apart. */
  private static final double APART = 0.2;

  /** How often a name that a page keeps apart is cut short. */
  private static final double CUT_SHORT = 0.01;

  private final StatementForms forms;
  private final RandomGenerator random;
  private final OtherPagesLearner others;
  private final Map<String, LikelihoodRatio> counts = new TreeMap<>();

  /** The cells of the last page's rows, by their attributes. */
  private final Map<List<String>, List<String>> before = new HashMap<>();

  EvidenceLearner(StatementForms forms, RandomGenerator random) {
    this.forms = forms;
    this.random = random;
    this.others = new OtherPagesLearner(random, FLAWS.disagreement());
  }

  /** Adds what pages with names of {@code pool} teach one who knows {@code catalogue}. */
  void add(Catalogue catalogue, NamePool pool) {
    NameShape shape = NameShape.of(catalogue);
    Sources rows = new Sources(shape, Splitter.LEARNED, Splitter::standard);
    List<Question> asked = new ArrayList<>();
    PageParser parser =
        new PageParser(
            catalogue,
            forms,
            Decisions.NONE,
            standard ->
                question -> {
                  asked.add(question);
                  return standard.apply(question);
                });
    Set<String> apart = apart(pool);
    for (Comparison page : new PageGenerator(pool, random, FLAWS).pages(PAGES)) {
      for (Dialect dialect : List.of(Dialect.GLUED, Dialect.SPACED)) {
        GeneratedPage printed = page.print(dialect);
        read(parser, printed, asked)
            .forEach(
                question ->
                    truth(question, page.lines())
                        .ifPresent(cells -> row(rows, question, apart, cells)));
        header(catalogue, shape, printed);
      }
    }
    for (Comparison page : new PageGenerator(pool, random).batch(SUBJECTS, PAGES_EACH)) {
      GeneratedPage printed = page.print(Dialect.GLUED);
      for (Question question : read(parser, printed, asked)) {
        truth(question, page.lines())
            .ifPresent(
                cells ->
                    others.add(question, printed.subjects(), rows.known.readings(question), cells));
      }
    }
    others.compare();
  }

  /** What the splitter is asked about a page. */
  private static List<Question> read(PageParser parser, GeneratedPage page, List<Question> asked) {
    asked.clear();
    parser.parse(page.capture());
    return List.copyOf(asked);
  }

  private void row(Sources rows, Question question, Set<String> apart, List<String> truth) {
    add(rows, told(question, apart, truth), truth);
    before.put(ids(question), truth);
  }

  /** The keys of the weights that are learned here. */
  static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    Stream.of(Splitter.LEARNED, HeaderSplitter.LEARNED, PageTrust.LEARNED)
        .flatMap(List::stream)
        .forEach(source -> keys.addAll(List.of(agrees(source), differs(source))));
    return keys;
  }

  /** What the rows teach, by key: logarithms, to three digits. */
  Map<String, Double> learn() {
    counts.putAll(others.learned());
    Map<String, Double> learned = new TreeMap<>();
    counts.forEach(
        (source, count) -> {
          learned.put(agrees(source), count.agrees());
          learned.put(differs(source), count.differs());
        });
    return learned;
  }

  /**
   * What each source by itself sees of a reading, for one kind of question: a source says its
   * weights times what it sees, so with a weight of 1 it says what it sees.
   */
  private static final class Sources {
    private final Splitter known;
    private final List<Evidence> agreeing;
    private final List<Evidence> differing;

    Sources(NameShape shape, List<String> sources, Function<NameShape, Splitter> of) {
      this.known = of.apply(shape);
      this.agreeing = alone(sources, of.apply(with(shape, sources, LearnedWeights::agrees)));
      this.differing = alone(sources, of.apply(with(shape, sources, LearnedWeights::differs)));
    }

    private static NameShape with(
        NameShape shape, List<String> sources, UnaryOperator<String> key) {
      Map<String, Double> weights = new TreeMap<>();
      sources.forEach(source -> weights.put(key.apply(source), 1.0));
      return new NameShape(new LearnedWeights(weights), shape.stats(), shape.prefixes());
    }

    private static List<Evidence> alone(List<String> sources, Splitter splitter) {
      return splitter.sources().stream().filter(source -> sources.contains(source.name())).toList();
    }
  }

  private void add(Sources sources, Question question, List<String> truth) {
    for (WeighedReading reading : sources.known.readings(question)) {
      boolean isTrue = reading.cells().stream().map(Cell::text).toList().equals(truth);
      for (int i = 0; i < sources.agreeing.size(); i++) {
        counts
            .computeIfAbsent(sources.agreeing.get(i).name(), key -> new LikelihoodRatio())
            .add(
                isTrue,
                sources.agreeing.get(i).weigh(question, reading.cells()),
                sources.differing.get(i).weigh(question, reading.cells()));
      }
    }
  }

  private static List<String> ids(Question question) {
    return question.attributes().stream().map(Attribute::id).toList();
  }

  /** The true cells of the row that was asked about. */
  private static Optional<List<String>> truth(Question question, List<TrueLine> lines) {
    List<String> ids = ids(question);
    String joint = question.join() == Join.SPACED ? " " : "";
    return lines.stream()
        .filter(line -> line.attributes().equals(ids))
        .map(TrueLine::cells)
        .filter(cells -> String.join(joint, cells).equals(question.text().text()))
        .findFirst();
  }

  /** The row's cells as another place repeats them; seldom it has those of another page. */
  private ColumnKeys repeated(Question question, List<String> truth) {
    List<String> other = before.getOrDefault(ids(question), truth);
    List<String> cells = random.nextDouble() < FLAWS.disagreement() ? other : truth;
    return new ColumnKeys(
        cells.stream()
            .map(
                cell ->
                    question.marks().contains(cell)
                        ? Set.<String>of()
                        : Set.of(Cell.keyOf(question.forms().get(0).read(cell))))
            .toList());
  }

  /** The question as if a sentence and another table spoke of the row as well. */
  private Question told(Question question, Set<String> apart, List<String> truth) {
    Map<String, ColumnKeys> known = new TreeMap<>();
    known.put("prose", repeated(question, truth));
    known.put("other_table", repeated(question, truth));
    Hints hints =
        new Hints(
            known,
            question.hints().names(),
            apart,
            List.of(),
            question.hints().derived(),
            question.hints().exact());
    return new Question(
        question.text(),
        question.join(),
        question.columns(),
        question.attributes(),
        question.forms(),
        question.marks(),
        hints);
  }

  /** Some of the names, as if other pages had them in cells of their own. */
  private Set<String> apart(NamePool pool) {
    Set<String> apart = new HashSet<>();
    for (List<String> names : pool.names().values()) {
      for (String name : names) {
        if (random.nextDouble() < APART) {
          boolean cut = random.nextDouble() < CUT_SHORT && name.length() > 2;
          String seen = cut ? name.substring(0, random.nextInt(2, name.length())) : name;
          apart.add(seen.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return Set.copyOf(apart);
  }

  private void header(Catalogue catalogue, NameShape shape, GeneratedPage page) {
    Attribute name = Attributes.text("header");
    HeaderSplitter headers =
        new HeaderSplitter(CellForms.of(name, catalogue), name, shape, Steps.NONE);
    Join join = page.dialect() == Dialect.SPACED ? Join.SPACED : Join.GLUED;
    String text = String.join(join == Join.SPACED ? " " : "", page.subjects());
    Question question =
        headers.question(SourceText.verbatim(text, 0), join, page.subjects().size());
    String prose = page.text().toLowerCase(Locale.ROOT);
    List<String> named = named(page.subjects());
    add(
        new Sources(
            shape, HeaderSplitter.LEARNED, each -> HeaderSplitter.splitter(each, named, prose)),
        question,
        page.subjects());
  }

  private List<String> named(List<String> subjects) {
    double drawn = random.nextDouble();
    if (drawn < MISTITLED) {
      return List.of(subjects.get(1), subjects.get(0));
    }
    return drawn < TITLED ? subjects : List.of();
  }
}
